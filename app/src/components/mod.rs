//! Server-only parts of a page.
