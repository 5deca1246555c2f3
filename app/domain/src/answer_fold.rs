//! The form in which answers are compared: what a reader takes for the same text has the same form. One place for it:
//! answers, and the words of the guessable list, fold here and nowhere else.
//!
//! The rule, repeated until nothing changes:
//!
//! 1. Canonical decomposition (NFD), so that a sign with an accent goes the way of its parts. Every blank (`White_Space`,
//!    `PropList.txt`) becomes a space. What cannot be seen goes: default ignorable code points
//!    (`DerivedCoreProperties.txt`) and the rest that [`text::is_hidden`] lists. So does the Arabic tatweel, which only
//!    stretches a word. The spacing accents (U+00B4, U+02DC and the Greek ones) become quotation marks and tildes before
//!    step 2 can break them up.
//! 2. Compatibility decomposition (NFKD, Unicode Standard Annex 15), full case folding (`CaseFolding.txt`, status C and
//!    F), and NFKD again, as case folding can undo a normal form.
//! 3. Decimal digits of every script (General\_Category Nd) become ASCII digits.
//! 4. Signs that look alike become one. The pairs come from `confusables.txt` (Unicode Technical Standard 39): single
//!    and double quotation marks, primes and apostrophes of letters; dashes (General\_Category Pd), of which several in
//!    a row count as one, because word processors write one for two; full stops, middle dots, commas, colons, slashes.
//! 5. Greek and Cyrillic letters whose capital or small form looks like a Latin letter become that letter. Each script
//!    maps at most one letter to each Latin one, so two words of one script never become equal.
//! 6. Letters that two keyboards of one language type for the same letter become one: the four letters i of Turkish; the
//!    cedilla and the comma below of Romanian; е and ё of Russian; yeh, kaf and heh of Arabic, Persian, Urdu and Kurdish;
//!    the ligatures of French; the chillu letters of Malayalam; the doubled vowel sign of Thai and Lao.
//! 7. Compatibility composition (NFKC).
//!
//! The skeleton of Unicode Technical Standard 39 is not the rule: it makes "barn" and "bam", "10" and "lo" equal, and it
//! compares what is displayed, before case is folded.

use super::text::{self, decimal};
use unicode_normalization::UnicodeNormalization;
use unicode_properties::{GeneralCategory, UnicodeGeneralCategory};

/// Repetitions after which the form is stable for any text; two are usual.
const ROUNDS: usize = 8;

const DOT_ABOVE: char = '\u{307}';
const DIAERESIS: char = '\u{308}';
const CYRILLIC_IE: char = 'е';

/// The form of a text in which answers are compared.
pub(super) fn fold(text: &str) -> String {
    let mut form = once(text);
    for _ in 1..ROUNDS {
        let next = once(&form);
        if next == form {
            break;
        }
        form = next;
    }
    form
}

fn once(text: &str) -> String {
    let seen: String = text.nfd().filter_map(visible).collect();
    let apart: String = seen.nfkd().collect();
    let folded = caseless::default_case_fold_str(&apart);
    let mut reader = Reader::default();
    for sign in folded.nfkd() {
        reader.take(sign);
    }
    reader.form.nfkc().collect()
}

/// The first step.
fn visible(sign: char) -> Option<char> {
    match sign {
        blank if blank.is_whitespace() => Some(' '),
        '\u{640}' => None,
        '\u{b4}' | '\u{384}' | '\u{1fbd}' | '\u{1fbf}' | '\u{1ffe}' => Some('\''),
        '\u{2dc}' => Some('~'),
        '\u{2dd}' => Some('"'),
        hidden if text::is_hidden(hidden) => None,
        sign => Some(sign),
    }
}

/// Steps 3 to 6, sign by sign.
#[derive(Default)]
struct Reader {
    form: String,
    /// The last sign that is no mark, as it came.
    base: Option<char>,
}

impl Reader {
    fn take(&mut self, sign: char) {
        let dotted = |base| matches!(base, 'i' | 'j' | 'ı' | 'ȷ' | 'і' | 'ј' | 'ι');
        match (self.base, sign) {
            (Some(base), DOT_ABOVE) if dotted(base) => return,
            (Some(CYRILLIC_IE), DIAERESIS) => return,
            _ => {}
        }
        if !text::is_mark(sign) {
            self.base = Some(sign);
        }
        match reads_as(sign) {
            Some(text) => self.form.push_str(text),
            None if is_dash(sign) => {
                if !self.form.ends_with('-') {
                    self.form.push('-');
                }
            }
            None => match decimal(sign) {
                Some(digit) => self.form.push(char::from(b'0' + digit)),
                None => self.form.push(sign),
            },
        }
    }
}

fn is_dash(sign: char) -> bool {
    sign.general_category() == GeneralCategory::DashPunctuation
        || matches!(
            sign,
            '\u{2d7}' | '\u{2043}' | '\u{2212}' | '\u{2500}' | '\u{2796}' | '\u{30fc}'
        )
}

/// What a reader takes the sign for; None where it stands for itself.
fn reads_as(sign: char) -> Option<&'static str> {
    punctuation(sign)
        .or_else(|| greek_or_cyrillic(sign))
        .or_else(|| another_keyboard(sign))
}

fn punctuation(sign: char) -> Option<&'static str> {
    Some(match sign {
        '`'
        | '\u{2b9}'
        | '\u{2bb}'..='\u{2bf}'
        | '\u{2c8}'
        | '\u{2ca}'
        | '\u{2cb}'
        | '\u{559}'..='\u{55b}'
        | '\u{5f3}'
        | '\u{7f4}'
        | '\u{7f5}'
        | '\u{2018}'..='\u{201b}'
        | '\u{2032}'
        | '\u{2035}'
        | '\u{2039}'
        | '\u{203a}'
        | '\u{275b}'
        | '\u{275c}'
        | '\u{275f}'
        | '\u{a78c}' => "'",
        '"'
        | '«'
        | '»'
        | '\u{2ba}'
        | '\u{2ee}'
        | '\u{2f5}'
        | '\u{2f6}'
        | '\u{5f4}'
        | '\u{201c}'..='\u{201f}'
        | '\u{275d}'
        | '\u{275e}'
        | '\u{2760}'
        | '\u{276e}'
        | '\u{276f}'
        | '\u{3003}'
        | '\u{301d}'..='\u{301f}' => "''",
        '\u{6d4}' | '\u{701}' | '\u{702}' | '\u{3002}' => ".",
        '\u{16eb}' | '\u{2022}' | '\u{2027}' | '\u{2219}' | '\u{22c5}' | '\u{2e31}'
        | '\u{2e33}' | '\u{30fb}' => "\u{b7}",
        '\u{60c}' | '\u{66b}' | '\u{66c}' | '\u{2e32}' | '\u{2e41}' | '\u{3001}' => ",",
        '\u{61b}' => ";",
        '\u{61f}' | '\u{2e2e}' => "?",
        '\u{1c3}' => "!",
        '\u{589}' | '\u{5c3}' | '\u{703}' | '\u{704}' | '\u{2236}' | '\u{a789}' => ":",
        '\u{2044}' | '\u{2215}' | '\u{29f8}' => "/",
        '\u{2216}' | '\u{29f5}' => "\\",
        '\u{5c0}' | '\u{2223}' | '\u{2758}' => "|",
        '\u{2053}' | '\u{223c}' | '\u{301c}' | '\u{3030}' => "~",
        '\u{66d}' | '\u{204e}' | '\u{2217}' | '\u{2731}' => "*",
        '\u{66a}' => "%",
        '\u{2795}' => "+",
        '×' | '\u{2715}' | '\u{2a2f}' => "x",
        '©' => "(c)",
        '®' => "(r)",
        _ => return None,
    })
}

/// By small letters, as case is folded; most look like Latin as capitals.
fn greek_or_cyrillic(sign: char) -> Option<&'static str> {
    Some(match sign {
        'α' | 'а' => "a",
        'β' | 'в' => "b",
        'с' => "c",
        'ԁ' => "d",
        'ε' | CYRILLIC_IE => "e",
        'η' | 'н' => "h",
        'ι' | 'і' => "i",
        'ј' => "j",
        'κ' | 'к' => "k",
        'μ' | 'м' => "m",
        'ν' => "n",
        'ο' | 'о' => "o",
        'ρ' | 'р' => "p",
        'ԛ' => "q",
        'ѕ' => "s",
        'τ' | 'т' => "t",
        'ԝ' => "w",
        'χ' | 'х' => "x",
        'υ' | 'у' => "y",
        'ζ' => "z",
        _ => return None,
    })
}

fn another_keyboard(sign: char) -> Option<&'static str> {
    Some(match sign {
        'ı' => "i",
        'ȷ' => "j",
        'ɑ' => "a",
        'ɡ' => "g",
        'æ' => "ae",
        'œ' => "oe",
        'ð' | 'ɖ' => "đ",
        'ǝ' | 'ә' => "ə",
        // The comma below as the cedilla.
        '\u{326}' => "\u{327}",
        // Alef wasla, yeh, kaf, heh, teh marbuta.
        '\u{671}' => "\u{627}",
        '\u{649}' | '\u{6cc}' => "\u{64a}",
        '\u{6a9}' | '\u{6aa}' => "\u{643}",
        '\u{6c1}' | '\u{6d5}' => "\u{647}",
        '\u{6c3}' => "\u{629}",
        // Chillu letters as a consonant with its vowel removed.
        '\u{d7a}' => "\u{d23}\u{d4d}",
        '\u{d7b}' => "\u{d28}\u{d4d}",
        '\u{d7c}' => "\u{d30}\u{d4d}",
        '\u{d7d}' => "\u{d32}\u{d4d}",
        '\u{d7e}' => "\u{d33}\u{d4d}",
        '\u{d7f}' => "\u{d15}\u{d4d}",
        // Sara ae as two sara e.
        '\u{e41}' => "\u{e40}\u{e40}",
        '\u{ec1}' => "\u{ec0}\u{ec0}",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;
    use std::collections::BTreeSet;

    #[test]
    fn texts_that_look_the_same_to_a_reader_fold_alike() {
        for (id, agreed, typed) in [
            ("A1 apostrophe", "Mrs O'Brien", "Mrs O\u{2019}Brien"),
            ("A1 letter apostrophe", "Oʻzbek", "O'zbek"),
            ("A1 acute accent", "O\u{b4}Brien", "O'Brien"),
            ("A1 grave accent", "O`Brien", "O\u{2018}Brien"),
            ("A1 double quotes", "\"Rex\"", "\u{201c}Rex\u{201d}"),
            ("A1 low quotes", "\u{201e}Rex\u{201c}", "\"Rex\""),
            ("A1 guillemets", "«Rex»", "\"Rex\""),
            ("A1 two apostrophes", "''Rex''", "\"Rex\""),
            ("A1 dash", "Anna-Maria", "Anna\u{2013}Maria"),
            ("A1 minus", "5-3", "5\u{2212}3"),
            ("A1 two hyphens", "Rex--Max", "Rex\u{2014}Max"),
            ("A1 three dots", "well...", "well\u{2026}"),
            ("A1 ideographic full stop", "Rex.", "Rex\u{3002}"),
            ("A1 middle dot", "col·lega", "col\u{2022}lega"),
            ("A1 full width", "Ｒｅｘ！", "rex!"),
            ("A1 mathematical letters", "𝓡𝓮𝔁", "rex"),
            ("A1 ligature", "ﬁsh", "fish"),
            ("A1 fraction", "½", "1/2"),
            ("A1 times", "4×4", "4x4"),
            ("A1 Cyrillic look-alikes", "рех", "pex"),
            ("A1 Greek capitals", "ΝΙΚΗ", "NIKH"),
            ("A2 Istanbul", "İstanbul", "istanbul"),
            ("A2 capital I", "ISPARTA", "ısparta"),
            ("A2 dotted capital", "DİYARBAKIR", "diyarbakır"),
            ("A3 emoji style", "❤\u{fe0f} rex", "❤ rex"),
            ("A3 byte order mark", "\u{feff}rex", "rex"),
            ("A3 mark of direction", "rex\u{200e}", "rex"),
            ("A3 soft hyphen", "re\u{ad}x", "rex"),
            ("A3 zero width", "re\u{200b}x", "r\u{2060}ex"),
            ("A3 Hangul filler", "rex\u{3164}", "rex"),
            ("A5 Arabic digits", "pepper ١٩٥٨", "pepper 1958"),
            ("A5 Persian digits", "۱۹۵۸", "1958"),
            ("A5 Devanagari digits", "१९५८", "1958"),
            ("A5 Thai digits", "๑๙๕๘", "1958"),
            ("A5 full-width digits", "１９５８", "1958"),
            ("A5 bold digits", "𝟏𝟗𝟓𝟖", "1958"),
            ("A5 Persian yeh and kaf", "\u{643}\u{64a}", "\u{6a9}\u{6cc}"),
            (
                "A5 alef maksura",
                "\u{639}\u{644}\u{649}",
                "\u{639}\u{644}\u{64a}",
            ),
            ("A5 Urdu heh", "\u{647}\u{645}", "\u{6c1}\u{645}"),
            ("A5 tatweel", "\u{645}\u{640}\u{64a}", "\u{645}\u{64a}"),
            ("A5 Romanian", "Ştefan ţară", "Ștefan țară"),
            ("A5 Russian", "Королёв", "Королев"),
            ("A5 French", "cœur", "coeur"),
            ("A5 German", "STRASSE", "straße"),
            ("A5 Vietnamese", "Nguye\u{302}\u{303}n Đức", "Nguyễn Ðức"),
            ("A5 Malayalam", "\u{d7b}", "\u{d28}\u{d4d}\u{200d}"),
            (
                "A5 Thai",
                "\u{e41}\u{e21}\u{e27}",
                "\u{e40}\u{e40}\u{e21}\u{e27}",
            ),
            ("A5 half-width kana", "ﾈｺ", "ネコ"),
            ("composed or not", "Zoe\u{308}", "Zoë"),
            ("no-break space", "dark\u{a0}blue", "dark blue"),
        ] {
            assert_eq!(fold(agreed), fold(typed), "{id}: {agreed} and {typed}");
        }
    }

    #[test]
    fn texts_that_a_reader_distinguishes_stay_distinct() {
        for (one, other) in [
            ("dark blue", "darkblue"),
            ("blue ", "blue"),
            ("barn", "bam"),
            ("pepper 10", "pepper lo"),
            ("Zoe", "Zoë"),
            ("resume", "résumé"),
            ("Rex.", "Rex"),
            ("rex-max", "rexmax"),
            ("нина", "пипа"),
            ("ك", "گ"),
            ("ن", "ت"),
            ("ネコ", "ねこ"),
            ("кит", "кот"),
            ("νίκη", "μίκη"),
            ("\u{1f436} rex", "\u{1f431} rex"),
        ] {
            assert_ne!(fold(one), fold(other), "{one} and {other}");
        }
    }

    /// The position on guesses in SECURITY.md rests on these numbers.
    #[test]
    fn of_printable_ascii_signs_sixty_eight_stay_apart() {
        let printable: Vec<String> = (' '..='~').map(String::from).collect();
        let by_case: BTreeSet<_> = printable.iter().map(|sign| sign.to_lowercase()).collect();
        let folded: BTreeSet<_> = printable.iter().map(|sign| fold(sign)).collect();
        assert_eq!((by_case.len(), folded.len()), (69, 68));
    }

    #[test]
    fn letters_of_one_script_never_become_one() {
        for (name, letters) in [
            ("Russian", "абвгдежзийклмнопрстуфхцчшщъыьэюя"),
            ("Ukrainian", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
            ("Serbian", "абвгдђежзијклљмнњопрстћуфхцчџш"),
            ("Kazakh", "аәбвгғдежзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя"),
            ("Greek", "αβγδεζηθικλμνξοπρστυφχψω"),
            ("Danish", "abcdefghijklmnopqrstuvwxyzæøå"),
            ("Arabic", "ابتثجحخدذرزسشصضطظعغفقكلمنهوي"),
            ("Persian", "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهی"),
            ("Hebrew", "אבגדהוזחטיךכלםמןנסעףפץצקרשת"),
        ] {
            let letters: Vec<String> = letters.chars().map(String::from).collect();
            let folded: BTreeSet<_> = letters.iter().map(|letter| fold(letter)).collect();
            assert_eq!(folded.len(), letters.len(), "{name}");
        }
    }

    /// The planes that Unicode has given signs to.
    fn every_sign() -> impl Iterator<Item = char> {
        ('\0'..'\u{32000}').chain('\u{e0000}'..'\u{e1000}')
    }

    #[test]
    fn every_single_sign_has_a_stable_form() {
        for sign in every_sign() {
            let form = fold(sign.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&form), form, "{sign:?}");
        }
    }

    fn any_text() -> impl Strategy<Value = String> {
        let sign = prop_oneof![
            any::<char>(),
            proptest::char::range('\u{20}', '\u{17f}'),
            proptest::char::range('\u{300}', '\u{345}'),
            proptest::char::range('\u{370}', '\u{52f}'),
            proptest::char::range('\u{600}', '\u{6ff}'),
            proptest::char::range('\u{2000}', '\u{206f}'),
        ];
        proptest::collection::vec(sign, 0..24).prop_map(|signs| signs.into_iter().collect())
    }

    #[test]
    fn every_single_sign_folds_like_its_parts() {
        for sign in every_sign() {
            let parts: String = std::iter::once(sign).nfd().collect();
            let form = fold(sign.encode_utf8(&mut [0; 4]));
            assert_eq!(fold(&parts), form, "{sign:?}");
        }
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(4_000))]

        #[test]
        fn folding_twice_changes_nothing(text in any_text()) {
            let form = fold(&text);
            prop_assert_eq!(fold(&form), form);
        }

        #[test]
        fn normal_forms_and_hidden_signs_change_nothing(text in any_text(), at in 0_usize..24) {
            let form = fold(&text);
            prop_assert_eq!(&fold(&text.nfd().collect::<String>()), &form);
            prop_assert_eq!(&fold(&text.nfc().collect::<String>()), &form);
            let mut hidden: Vec<char> = text.chars().collect();
            hidden.insert(at.min(hidden.len()), '\u{200b}');
            prop_assert_eq!(&fold(&hidden.into_iter().collect::<String>()), &form);
        }
    }
}
