"""Parts of pages that are used more than once, each with its words and look."""
