//! Addresses as people type them: of mail, and of pages.

use crate::text::{TextError, bounded, findable, line};
use idna::uts46::{AsciiDenyList, DnsLength, Hyphens, Uts46};

/// An e-mail address good enough to try: something, one `@`, a name with a dot; the mail itself proves it. Kept as
/// typed, but for a domain in other letters than ASCII, which becomes its `xn--` form (Unicode Technical Standard 46):
/// mail travels by that. Compare with [`email_key`].
pub fn email(input: &str, max: usize) -> Result<String, AddressError> {
    let text = line(input, max).map_err(AddressError::Text)?;
    let text = with_ascii_domain(&text).ok_or(AddressError::Shape)?;
    bounded(&text, max).map_err(AddressError::Text)?;
    let (local, domain) = text.rsplit_once('@').ok_or(AddressError::Shape)?;
    let labels_fit = domain.split('.').all(|label| {
        !label.is_empty()
            && label.len() <= 63
            && label
                .chars()
                .all(|sign| sign.is_alphanumeric() || matches!(sign, '-' | '_'))
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
    let email = email.trim();
    let ascii = with_ascii_domain(email).unwrap_or_else(|| email.to_owned());
    findable(&ascii.to_lowercase())
}

/// The address with its domain in ASCII; None where the domain has no such form.
fn with_ascii_domain(address: &str) -> Option<String> {
    // Full-width keyboards have an `@` of their own.
    let address = address.replace('\u{ff20}', "@");
    match address.rsplit_once('@') {
        Some((local, domain)) if !domain.is_ascii() => {
            let (deny, hyphens, length) = (
                AsciiDenyList::URL,
                Hyphens::CheckFirstLast,
                DnsLength::Verify,
            );
            let domain = Uts46::new().to_ascii(domain.as_bytes(), deny, hyphens, length);
            Some(format!("{local}@{}", domain.ok()?))
        }
        _ => Some(address),
    }
}

/// The mailbox that an address leads to, as far as that is safe to say: limits count it, accounts do not. What follows a
/// `+` is a name that the owner makes up (RFC 5233). Dots count for nothing at Google alone, which says so; elsewhere
/// `a.b` and `ab` may be two people, and so may be spellings that other signs distinguish.
pub fn mailbox_key(email: &str) -> String {
    let key = email_key(email);
    let Some((local, domain)) = key.rsplit_once('@') else {
        return key;
    };
    let owner = match local.split_once('+') {
        Some((owner, _)) if !owner.is_empty() => owner,
        _ => local,
    };
    match domain {
        "gmail.com" | "googlemail.com" => format!("{}@gmail.com", owner.replace('.', "")),
        domain => format!("{owner}@{domain}"),
    }
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
    fn two_forms_of_one_address_are_one() {
        let ascii = "pat@xn--mller-praxis-dlb.de";
        for typed in [
            "pat@müller-praxis.de",
            "pat@mu\u{308}ller-praxis.de",
            "pat@MÜLLER-Praxis.de",
            "pat@müller-praxis。de",
            "pat＠müller-praxis.de",
            ascii,
        ] {
            assert_eq!(email(typed, 254).as_deref(), Ok(ascii), "{typed}");
            assert_eq!(email_key(typed), ascii, "{typed}");
        }
        assert_eq!(
            email("Pat@My_Host.Example.org", 254).as_deref(),
            Ok("Pat@My_Host.Example.org")
        );
        assert_eq!(
            email_key(" Pat@My_Host.Example.org"),
            "pat@my_host.example.org"
        );
        for wrong in [
            "müller@praxis.de",
            "pat@müller",
            "pat@-müller.de",
            "pat@mü ller.de",
        ] {
            assert_eq!(email(wrong, 254), Err(AddressError::Shape), "{wrong}");
        }
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
