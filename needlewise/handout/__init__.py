"""What people take home: calendar files, and whatever else leaves the screen."""
