"""The only room that touches the address and the session: one module a page, plus what pages share."""
