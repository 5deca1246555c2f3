//! Finds an identity code in what a patient pasted: a whole link or mail, words around it, any signs between its groups,
//! letters of another script that look like its own.
//!
//! A text that reads as a code is that code. Otherwise the text is taken apart at everything that is neither letter nor
//! digit. Words that hold anything but letters of codes part the rest into stretches. A stretch of exactly 20 letters is
//! a code, and so are five words of four letters, or one of 20, in a longer stretch; the check letter has to fit. So one
//! letter too many never makes another code.

use super::identity_code::{GROUP, IdentityCode, LENGTH, NotACode, possible};
use super::text;
use unicode_normalization::UnicodeNormalization;

/// Longest text that is looked through, in characters: a mail with its links.
pub const MAX_INPUT: usize = 4_000;
/// How often links are wrapped in links.
const WRAPPINGS: usize = 3;

/// The code in a text; what is wrong with the text as a code where it holds none.
pub fn find(input: &str) -> Result<IdentityCode, NotACode> {
    let as_it_is = match IdentityCode::parse(input) {
        Ok(code) => return Ok(code),
        Err(NotACode::Empty) => return Err(NotACode::Empty),
        Err(error) => error,
    };
    let mut text: String = input.chars().take(MAX_INPUT).collect();
    let mut shaped = false;
    for _ in 0..=WRAPPINGS {
        for letters in candidates(&text) {
            match IdentityCode::parse(&letters) {
                Ok(code) => return Ok(code),
                Err(_) => shaped = true,
            }
        }
        match unwrapped(&text) {
            Some(inner) => text = inner,
            None => break,
        }
    }
    // What has a code's shape and does not check has a slip in it, regardless of what is around it.
    Err(if shaped {
        NotACode::CheckLetter
    } else {
        as_it_is
    })
}

/// What may be a code: 20 letters each, the likeliest first.
fn candidates(text: &str) -> Vec<String> {
    let plain: String = text
        .nfkc()
        .filter(|sign| sign.is_whitespace() || !text::is_hidden(*sign))
        .flat_map(char::to_uppercase)
        .map(latin)
        .collect();
    let words: Vec<&str> = plain
        .split(|sign: char| !sign.is_alphanumeric())
        .filter(|word| !word.is_empty())
        .collect();
    let mut whole = Vec::new();
    let mut shaped = Vec::new();
    for stretch in words.split(|word| !word.chars().all(possible)) {
        let letters = stretch.concat();
        if letters.len() == LENGTH {
            whole.push(letters);
            continue;
        }
        let grouped = stretch
            .windows(LENGTH / GROUP)
            .filter(|words| words.iter().all(|word| word.len() == GROUP));
        let single = stretch.iter().filter(|word| word.len() == LENGTH);
        shaped.extend(grouped.map(<[&str]>::concat));
        shaped.extend(single.map(|word| (*word).to_owned()));
    }
    whole.extend(shaped);
    whole
}

/// The text with its percent signs read as in addresses; None where there are none to read.
fn unwrapped(text: &str) -> Option<String> {
    let mut bytes = Vec::with_capacity(text.len());
    let mut rest = text.as_bytes();
    while let Some((first, after)) = rest.split_first() {
        let byte = match (first, after) {
            (b'%', [high, low, ..]) => hex(*high).zip(hex(*low)).map(|(high, low)| high * 16 + low),
            _ => None,
        };
        bytes.push(byte.unwrap_or(*first));
        rest = if byte.is_some() { &after[2..] } else { after };
    }
    let read = String::from_utf8_lossy(&bytes).into_owned();
    (read != text).then_some(read)
}

fn hex(digit: u8) -> Option<u8> {
    let value = char::from(digit).to_digit(16)?;
    u8::try_from(value).ok()
}

/// The letter of codes that a Greek or Cyrillic capital looks like (`confusables.txt`, Unicode Technical Standard 39).
fn latin(sign: char) -> char {
    match sign {
        'В' | 'Β' => 'B',
        'С' | 'Ϲ' => 'C',
        'Ԁ' => 'D',
        'Ϝ' => 'F',
        'Ԍ' => 'G',
        'Н' | 'Η' => 'H',
        'Ј' | 'Ϳ' => 'J',
        'К' | 'Κ' | 'Қ' => 'K',
        'М' | 'Μ' | 'Ϻ' => 'M',
        'Ν' => 'N',
        'Р' | 'Ρ' => 'P',
        'Ԛ' => 'Q',
        'Ѕ' => 'S',
        'Т' | 'Τ' => 'T',
        'Ѵ' => 'V',
        'Ԝ' => 'W',
        'Х' | 'Χ' => 'X',
        'У' | 'Υ' | 'Ү' => 'Y',
        'Ζ' => 'Z',
        sign => sign,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    const CODE: &str = "JKYZ-QNMN-VHRX-ZGNR-GZNF";

    fn found(input: &str) -> Option<String> {
        find(input).ok().map(|code| code.to_string())
    }

    #[test]
    fn the_code_is_found_in_what_people_paste() {
        for (id, pasted) in [
            (
                "B1 link",
                "https://connect.example.org/connect#JKYZ-QNMN-VHRX-ZGNR-GZNF",
            ),
            (
                "B1 in brackets",
                "<https://host/connect#JKYZ-QNMN-VHRX-ZGNR-GZNF>",
            ),
            (
                "B1 in Markdown",
                "[Enter your code](https://host/connect#JKYZ-QNMN-VHRX-ZGNR-GZNF)",
            ),
            (
                "B1 old redirect",
                "https://host/redirect.aspx?target=CONNECT&targetqs=packageid%3dJKYZ-QNMN-VHRX-ZGNR-GZNF",
            ),
            (
                "B1 old welcome",
                "https://host/PatientWelcome.aspx?packageId=JKYZ-QNMN-VHRX-ZGNR-GZNF&x=1",
            ),
            (
                "B1 wrapped by a mail filter",
                "https://eur01.safelinks.example/?url=https%3A%2F%2Fhost%2Fconnect%23JKYZ-QNMN-VHRX-ZGNR-GZNF&data=05%7C02",
            ),
            (
                "B1 wrapped twice",
                "https://a.example/?u=https%3A%2F%2Fb.example%2F%3Fu%3Dhttps%253A%252F%252Fhost%252Fconnect%2523JKYZ-QNMN-VHRX-ZGNR-GZNF",
            ),
            ("B1 sentence", "My code is JKYZ-QNMN-VHRX-ZGNR-GZNF."),
            (
                "B1 sentence in quotes",
                "It says \u{201c}jkyz qnmn vhrx zgnr gznf\u{201d}!",
            ),
            ("B1 consonants before it", "by my JKYZ-QNMN-VHRX-ZGNR-GZNF"),
            ("B1 dots", "JKYZ.QNMN.VHRX.ZGNR.GZNF"),
            ("B1 underscores", "JKYZ_QNMN_VHRX_ZGNR_GZNF"),
            ("B1 slashes", "JKYZ/QNMN/VHRX/ZGNR/GZNF"),
            ("B1 commas", "JKYZ, QNMN, VHRX, ZGNR, GZNF"),
            ("B1 middle dots", "JKYZ·QNMN·VHRX·ZGNR·GZNF"),
            ("B1 stars", "*JKYZ-QNMN-VHRX-ZGNR-GZNF*"),
            (
                "B1 letter by letter",
                "J K Y Z Q N M N V H R X Z G N R G Z N F",
            ),
            ("B1 broken by a mail", "JKYZ-QNMN-VH=\r\nRX-ZGNR-GZNF"),
            ("B2 Cyrillic", "ЈКУZ-QNМN-VНRХ-ZGNR-GZNF"),
            ("B2 small Cyrillic", "јкуz-qnмn-vнrх-zgnr-gznf"),
            ("B2 Greek", "JΚΥΖ-QΝΜΝ-VΗRΧ-ΖGΝR-GΖΝF"),
            ("B2 mathematical letters", "𝐉𝐊𝐘𝐙-QNMN-VHRX-ZGNR-GZNF"),
            ("B2 circled letters", "ⒿⓀⓎⓏ-QNMN-VHRX-ZGNR-GZNF"),
        ] {
            assert_eq!(found(pasted).as_deref(), Some(CODE), "{id}: {pasted}");
        }
    }

    #[test]
    fn a_whole_mail_holds_its_code() {
        let mail = format!(
            "Lakeside Clinic has sent you a code.\n\n{CODE}\n\nOpen https://host/connect#{CODE}\n{}",
            "Do not give this code to anybody. ".repeat(20)
        );
        assert_eq!(found(&mail).as_deref(), Some(CODE));
    }

    #[test]
    fn what_is_no_code_is_told_as_before() {
        for text in [
            "",
            "JKYZ-QNMN",
            "https://host/connect",
            "JKYZ-QNMN-VHRX-ZGNR-GZNO",
            "hello",
        ] {
            assert_eq!(find(text), IdentityCode::parse(text), "{text}");
        }
        let slip = "https://host/connect#JKYZ-QNMN-VHRX-ZGNR-GZNG";
        assert_eq!(find(slip), Err(NotACode::CheckLetter));
    }

    #[test]
    fn one_letter_too_many_makes_no_other_code() {
        for extra in "BCDFGHJKMNPQRSTVWXYZ".chars() {
            let long = format!("{extra} J K Y Z Q N M N V H R X Z G N R G Z N F");
            assert!(
                matches!(find(&long), Err(NotACode::WrongLength { entered: 21 })),
                "{long}"
            );
        }
    }

    /// As one spells a letter of a code: small, wide, or in another script.
    fn spelled(letter: char, way: usize) -> char {
        let alike: &[char] = match letter {
            'B' => &['В', 'Β'],
            'C' => &['С', 'с'],
            'H' => &['Н', 'Η'],
            'K' => &['К', 'к', 'Κ'],
            'M' => &['М', 'Μ'],
            'P' => &['Р', 'Ρ'],
            'T' => &['Т', 'Τ'],
            'X' => &['Х', 'Χ'],
            'Y' => &['У', 'Υ'],
            _ => &[],
        };
        match way {
            0 => letter,
            1 => letter.to_ascii_lowercase(),
            2 => char::from_u32(u32::from(letter) + 0xFEE0).expect("a wide letter"),
            way => alike.get(way - 3).copied().unwrap_or(letter),
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(2_000))]

        #[test]
        fn every_generated_spelling_is_found(
            draws in proptest::collection::vec(0_usize..20, 19),
            ways in proptest::collection::vec(0_usize..6, LENGTH),
            between in proptest::sample::select(vec!["", "-", ".", "_", " ", " - ", "/", "·", "\u{2013}", ", ", "\u{200b}"]),
            around in proptest::sample::select(vec![
                ("", ""), ("https://connect.example.org/connect#", ""), ("<https://host/connect#", ">"),
                ("My code is ", "."), ("Code: ", " (from the letter)"), ("\"", "\""),
                ("https://host/redirect.aspx?target=CONNECT&targetqs=packageid=", "&lang=en"),
            ]),
            wrapped in any::<bool>(),
        ) {
            let mut draws = draws.into_iter();
            let code = IdentityCode::generate(|_| draws.next().unwrap_or(0));
            let letters: Vec<char> = code.letters().chars().zip(ways).map(|(letter, way)| spelled(letter, way)).collect();
            let groups: Vec<String> = letters.chunks(GROUP).map(|group| group.iter().collect()).collect();
            let mut pasted = format!("{}{}{}", around.0, groups.join(between), around.1);
            if wrapped {
                pasted = pasted.bytes().map(|byte| {
                    if byte.is_ascii_alphanumeric() { char::from(byte).to_string() } else { format!("%{byte:02X}") }
                }).collect();
                pasted = format!("https://filter.example/?url={pasted}&end=1");
            }
            prop_assert_eq!(find(&pasted), Ok(code), "{}", pasted);
        }

        #[test]
        fn any_text_is_looked_through(text in any::<String>()) {
            let _ = find(&text);
        }
    }
}
