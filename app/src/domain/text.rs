//! Free text a person typed: one line, bounded, without marks that a reader cannot see.

/// Why a text is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum TextError {
    /// Empty, or only blanks.
    Empty,
    /// Longer than `max` characters.
    TooLong { max: usize },
    /// Holds a control character, or a mark that changes the direction of text.
    Invisible,
}

/// One line of text without blanks at its ends, of 1 to `max` characters.
pub fn line(input: &str, max: usize) -> Result<String, TextError> {
    exact(input.trim(), max)
}

/// One line of text kept to the letter, of 1 to `max` characters, not only blanks.
pub fn exact(input: &str, max: usize) -> Result<String, TextError> {
    if input.trim().is_empty() {
        return Err(TextError::Empty);
    }
    bounded(input, max)?;
    if input.chars().any(|sign| sign.is_control() || turns(sign)) {
        return Err(TextError::Invisible);
    }
    Ok(input.to_owned())
}

/// Several lines of text, of 1 to `max` characters; line ends become `\n`.
pub fn lines(input: &str, max: usize) -> Result<String, TextError> {
    let text = input.trim().replace("\r\n", "\n");
    if text.is_empty() {
        return Err(TextError::Empty);
    }
    bounded(&text, max)?;
    if text
        .chars()
        .any(|sign| (sign.is_control() && sign != '\n') || turns(sign))
    {
        return Err(TextError::Invisible);
    }
    Ok(text)
}

/// Why a text of a few lines is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum BlockError {
    Text(TextError),
    /// More lines than a letter has room for.
    Lines {
        max: usize,
    },
}

/// At most `max_lines` lines of text that are no more than `max` characters together.
pub fn block(input: &str, max: usize, max_lines: usize) -> Result<String, BlockError> {
    let text = lines(input, max).map_err(BlockError::Text)?;
    if text.lines().count() > max_lines {
        return Err(BlockError::Lines { max: max_lines });
    }
    Ok(text)
}

fn bounded(text: &str, max: usize) -> Result<(), TextError> {
    if text.chars().count() > max {
        return Err(TextError::TooLong { max });
    }
    Ok(())
}

/// Embeddings, overrides and isolates can make a text read as another one, and line separators break it.
fn turns(sign: char) -> bool {
    matches!(u32::from(sign), 0x2028..=0x202E | 0x2066..=0x2069)
}

/// An e-mail address good enough to try: something, one `@`, a name with a dot; the mail itself proves it.
/// Kept as typed; compare with [`email_key`].
pub fn email(input: &str, max: usize) -> Result<String, AddressError> {
    let text = line(input, max).map_err(AddressError::Text)?;
    let (local, domain) = text.rsplit_once('@').ok_or(AddressError::Shape)?;
    let labels_fit = domain.split('.').all(|label| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .chars()
                .all(|sign| sign.is_alphanumeric() || sign == '-')
            && !label.starts_with('-')
            && !label.ends_with('-')
    });
    let local_fits = !local.is_empty()
        && local.len() <= 64
        && local.is_ascii()
        && !local.starts_with('.')
        && !local.ends_with('.')
        && !local.contains("..")
        && local
            .chars()
            .all(|sign| sign.is_ascii_alphanumeric() || "!#$%&'*+/=?^_`{|}~.-".contains(sign));
    if local_fits && labels_fit && domain.is_ascii() && domain.contains('.') {
        Ok(text)
    } else {
        Err(AddressError::Shape)
    }
}

/// An https address without user or password; where it leads is checked when it is used.
pub fn web_address(input: &str, max: usize) -> Result<String, AddressError> {
    let url = line(input, max).map_err(AddressError::Text)?;
    let host = url
        .strip_prefix("https://")
        .map(|rest| rest.split(['/', '?', '#']).next().unwrap_or_default());
    match host {
        Some(host)
            if !host.is_empty() && !host.contains(['@', ' ', '\\']) && !url.contains(' ') =>
        {
            Ok(url)
        }
        _ => Err(AddressError::Shape),
    }
}

/// What two spellings of one address have in common.
pub fn email_key(email: &str) -> String {
    findable(&email.trim().to_lowercase())
}

/// A text to look for. No stored text has a NUL, and PostgreSQL refuses even to look for one.
pub fn findable(text: &str) -> String {
    text.replace('\0', "\u{fffd}")
}

/// Why an e-mail address is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum AddressError {
    Text(TextError),
    /// Not of the form name@example.org.
    Shape,
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_line_is_trimmed_bounded_and_visible() {
        assert_eq!(line("  Emma's record ", 20).as_deref(), Ok("Emma's record"));
        assert_eq!(line(" \t ", 20), Err(TextError::Empty));
        assert_eq!(line("abc", 2), Err(TextError::TooLong { max: 2 }));
        assert_eq!(line("a\u{202e}b", 20), Err(TextError::Invisible));
        assert_eq!(line("a\0b", 20), Err(TextError::Invisible));
        assert_eq!(line("a\r\nb", 20), Err(TextError::Invisible));
        assert_eq!(line("family 👩‍👧", 20).as_deref(), Ok("family 👩‍👧"));
    }

    #[test]
    fn a_block_has_as_many_lines_as_it_may() {
        assert_eq!(block(" a\r\nb ", 20, 2).as_deref(), Ok("a\nb"));
        assert_eq!(block("a\nb\nc", 20, 2), Err(BlockError::Lines { max: 2 }));
        let error = Err(BlockError::Text(TextError::TooLong { max: 2 }));
        assert_eq!(block("a\nb", 2, 2), error);
    }

    #[test]
    fn an_address_has_the_shape_of_one() {
        assert!(email(" Pat@Example.org ", 254).is_ok());
        for wrong in [
            "pat",
            "@example.org",
            "pat@",
            "pat@example",
            "a b@example.org",
            "pat@-x.org",
            "p..t@example.org",
            "pat@example..org",
            "\"x\"@example.org",
        ] {
            assert_eq!(email(wrong, 254), Err(AddressError::Shape), "{wrong}");
        }
    }
}
