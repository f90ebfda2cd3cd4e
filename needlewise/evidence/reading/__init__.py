"""Reading the tables: faults by file, row and column, checks between tables, counts and the data package."""
