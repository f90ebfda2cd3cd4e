"""How Needlewise is served: security headers, routes that are not pages, and the first page's HTML."""
