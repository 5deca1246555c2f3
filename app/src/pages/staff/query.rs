//! Addresses with a query.

use std::fmt::Write;

/// The path with the values that are not empty, percent-encoded.
pub(super) fn with_query(path: &str, query: &[(&str, &str)]) -> String {
    let mut address = path.to_owned();
    let mut before = '?';
    for (name, value) in query.iter().filter(|(_, value)| !value.is_empty()) {
        address.push(before);
        address.push_str(name);
        address.push('=');
        for byte in value.bytes() {
            if byte.is_ascii_alphanumeric() || b"-._~".contains(&byte) {
                address.push(char::from(byte));
            } else {
                // Writing into a String cannot fail.
                let _ = write!(address, "%{byte:02X}");
            }
        }
        before = '&';
    }
    address
}
