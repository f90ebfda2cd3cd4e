"""How Needlewise is served: security headers, routes that are not pages, and the first page's HTML."""

from needlewise.server.quiet_log import keep_readable

# Before any module is read that Streamlit would remark on.
keep_readable()
