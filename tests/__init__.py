"""Tests by price: `unit` rules, `data` tables, `app` pages without a browser, `browser` the rest."""
