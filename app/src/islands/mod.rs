//! The only code that reaches the browser.
