//! How a reader takes a name apart: who is named, by which words, and what is around them.
//!
//! Case, accents and apostrophes do not matter, and neither does what makes a name possessive or calls it a record.

use super::name_words::{self as lists, Role};
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;
use unicode_script::{Script, UnicodeScript};

/// A word of a name.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(super) struct Word {
    /// As typed, without what makes it possessive.
    pub typed: String,
    /// Without case, accents and apostrophes.
    pub folded: String,
    /// The same with accents.
    accented: String,
    /// The same with "ae" for "ä", as some write it.
    spelt_out: String,
    /// Without an "s" that may make it possessive: "Emmas Akte".
    stem: Option<String>,
}

impl Word {
    fn new(typed: &str) -> Self {
        Self {
            typed: typed.to_owned(),
            folded: fold(typed),
            accented: typed
                .to_lowercase()
                .nfkc()
                .filter(|sign| sign.is_alphanumeric() || is_combining_mark(*sign))
                .collect(),
            spelt_out: fold(&spell_out(typed)),
            stem: None,
        }
    }

    /// Whether a reader takes both for the same word.
    pub fn is(&self, other: &Self) -> bool {
        self.folded == other.folded
            || self.spelt_out == other.spelt_out
            || self.folded == other.spelt_out
            || self.spelt_out == other.folded
            || self.stem.as_ref() == Some(&other.folded)
            || other.stem.as_ref() == Some(&self.folded)
    }

    /// Whether they are the same to the accent.
    pub fn is_exactly(&self, other: &Self) -> bool {
        self.accented == other.accented
    }

    pub fn is_initial(&self) -> bool {
        self.folded.chars().count() == 1
            && matches!(
                self.script(),
                Script::Latin | Script::Cyrillic | Script::Greek
            )
    }

    /// The script of its first letter that has one.
    pub fn script(&self) -> Script {
        let scripts = self.folded.chars().map(|sign| sign.script());
        let mut own =
            scripts.filter(|script| !matches!(script, Script::Common | Script::Inherited));
        match own.next() {
            // Chinese and Japanese names mix these.
            Some(Script::Hiragana | Script::Katakana | Script::Han) => Script::Han,
            Some(script) => script,
            None => Script::Common,
        }
    }

    /// Written without a blank between family's and own name.
    pub fn runs_on(&self) -> bool {
        matches!(self.script(), Script::Han | Script::Hangul)
    }

    /// Possessive or not: only another spelling could tell.
    pub fn may_be_possessive(&self) -> bool {
        self.stem.is_some()
    }
}

/// A name as a reader understands it.
#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a reader notices"
)]
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub(super) struct PersonName {
    /// The words that name, the given name first where that can be told.
    pub words: Vec<Word>,
    /// What the family calls them.
    pub roles: Vec<(Role, String)>,
    /// Numbers and "Junior".
    pub marks: Vec<String>,
    /// One word alone is the family's name: it follows "Mrs" or "Baby".
    pub family_alone: bool,
    /// Someone known by someone else: "Emma's mum".
    pub relation: bool,
    /// It calls itself a record.
    pub record: bool,
    /// It holds words that name no one: "Blood pressure".
    pub generic: bool,
}

impl PersonName {
    pub fn parse(text: &str) -> Self {
        let (before, after) = text.split_once([',', '،', '、']).unwrap_or((text, ""));
        let mut name = Self::default();
        // "Miller, Emma"
        let turned = format!("{after} {before}");
        name.read(&tokens(if after.trim().is_empty() {
            before
        } else {
            &turned
        }));
        name
    }

    fn read(&mut self, tokens: &[Token]) {
        let mut particles = Vec::new();
        let mut titled = false;
        for (index, token) in tokens.iter().enumerate() {
            let next = tokens
                .get(index + 1)
                .map_or("", |next| next.word.folded.as_str());
            let word = &token.word;
            let folded = word.folded.as_str();
            if let Some(role) = lists::role(folded) {
                let of_somebody =
                    token.possessive_before || tokens.get(index + 1).is_some_and(|next| next.of);
                self.relation |= of_somebody;
                titled |= lists::goes_by_family(folded);
                self.roles.push((role, word.folded.clone()));
            } else if lists::is_record(folded) {
                self.record = true;
            } else if folded.chars().all(char::is_numeric)
                || (index > 0 && lists::is_suffix(folded))
            {
                self.marks.push(word.folded.clone());
            } else if lists::is_title(folded) && self.words.is_empty() && tokens.len() > 1 {
                titled = true;
            } else if lists::is_particle(folded) {
                particles.push(word.clone());
            } else if lists::is_generic(folded) {
                self.generic = true;
            } else if lists::is_record(next) && !token.possessive {
                self.words.push(with_stem(word.clone()));
            } else {
                self.words.push(word.clone());
            }
            self.record |= token.record;
        }
        // "Le" and "Do" are names where nothing else is one.
        if self.words.is_empty() && self.roles.is_empty() && !self.record && !self.generic {
            self.words = particles;
        }
        self.family_alone = titled && self.words.len() == 1;
    }

    /// All of it, in no order.
    pub fn key(&self) -> Vec<&str> {
        let words = self.words.iter().map(|word| word.folded.as_str());
        let roles = self.roles.iter().map(|(_, role)| role.as_str());
        let mut key: Vec<&str> = words
            .chain(roles)
            .chain(self.marks.iter().map(String::as_str))
            .collect();
        key.sort_unstable();
        key
    }

    /// All of its words run together: "Mary Ann" and "Maryann".
    pub fn run_together(&self) -> String {
        let words = self.words.iter().map(|word| word.folded.as_str());
        words.chain(self.marks.iter().map(String::as_str)).collect()
    }

    pub fn names_nobody(&self) -> bool {
        self.words.is_empty() && self.roles.is_empty()
    }
}

/// The letter's people: more than one where it says "and".
pub(super) fn people(text: &str) -> Vec<PersonName> {
    let spaced = text.replace(['&', '+', '/', '＆'], " & ");
    let mut people = vec![String::new()];
    for word in spaced.split_whitespace() {
        match people.last_mut() {
            Some(_) if lists::connects(word) => people.push(String::new()),
            Some(last) => {
                last.push(' ');
                last.push_str(word);
            }
            None => {}
        }
    }
    let commas = text.matches([',', '、', '،']).count();
    let listed: Vec<&str> = if commas > 1 || people.len() > 1 {
        people
            .iter()
            .flat_map(|one| one.split([',', '、', '،']))
            .collect()
    } else {
        people.iter().map(String::as_str).collect()
    };
    let named: Vec<PersonName> = listed
        .into_iter()
        .map(PersonName::parse)
        .filter(|name| !name.names_nobody())
        .collect();
    if named.is_empty() {
        vec![PersonName::parse(text)]
    } else {
        named
    }
}

#[expect(
    clippy::struct_excessive_bools,
    reason = "each is a thing of its own that a reader notices"
)]
#[derive(Debug)]
struct Token {
    word: Word,
    possessive: bool,
    /// The word before was possessive.
    possessive_before: bool,
    /// Belongs to what follows: "of".
    of: bool,
    /// A record's word was written at its end.
    record: bool,
}

fn tokens(text: &str) -> Vec<Token> {
    let apostrophes: String = text
        .chars()
        .map(|sign| if is_apostrophe(sign) { '\'' } else { sign })
        .collect();
    let parts = apostrophes.split(|sign: char| {
        !(sign.is_alphanumeric()
            || is_combining_mark(sign)
            || is_joiner(sign)
            || matches!(sign, '\'' | '-' | '‐' | '‑'))
    });
    let mut found: Vec<Token> = Vec::new();
    for part in parts {
        let part = part.trim_matches('-').trim_start_matches('\'');
        let (bare, mut possessive) = without_possessive(part);
        let (bare, of) = bare
            .strip_prefix("d'")
            .map_or((bare, false), |rest| (rest, true));
        let (bare, record) = without_record(bare);
        possessive |= record;
        let word = Word::new(&bare);
        if word.folded.is_empty() {
            continue;
        }
        let possessive_before = found.last().is_some_and(|last| last.possessive);
        let of = of || lists::is_of(&word.folded);
        found.push(Token {
            word,
            possessive,
            possessive_before,
            of,
            record,
        });
    }
    found
}

/// "Emma's", "James'" and the Turkish "Emma'nın".
fn without_possessive(word: &str) -> (&str, bool) {
    const TURKISH: &[&str] = &["nın", "nin", "nun", "nün", "ın", "in", "un", "ün"];
    let Some((name, ending)) = word.rsplit_once('\'') else {
        return (word, false);
    };
    let small = ending.to_lowercase();
    if small.is_empty() || small == "s" || TURKISH.contains(&small.as_str()) {
        (name, true)
    } else {
        (word, false)
    }
}

/// A name that runs on, without what calls it someone's record.
fn without_record(word: &str) -> (String, bool) {
    let mut rest = word;
    while let Some(before) = lists::record_at_end(rest) {
        rest = before;
    }
    let record = rest.len() < word.len();
    let owned = lists::OWNING
        .iter()
        .find_map(|ending| rest.strip_suffix(ending));
    let owned = owned.filter(|name| name.chars().count() > 1);
    let bare = owned.unwrap_or(rest);
    let polite = lists::POLITE
        .iter()
        .find_map(|ending| bare.strip_suffix(ending));
    let name = polite
        .filter(|name| name.chars().count() > 1)
        .unwrap_or(bare);
    (name.to_owned(), record || owned.is_some())
}

fn with_stem(word: Word) -> Word {
    let stem = word
        .folded
        .strip_suffix('s')
        .filter(|stem| stem.chars().count() > 1);
    Word {
        stem: stem.map(str::to_owned),
        ..word
    }
}

pub(super) fn fold(text: &str) -> String {
    let decomposed: String = text.nfkd().collect();
    caseless::default_case_fold_str(&decomposed)
        .nfkd()
        .filter(|sign| (sign.is_alphanumeric() || is_combining_mark(*sign)) && !is_accent(*sign))
        .map(plain)
        .nfc()
        .collect()
}

/// A mark that changes no letter into another one for its readers. Vowel signs of India and the voice marks of Japan do.
fn is_accent(sign: char) -> bool {
    is_combining_mark(sign)
        && matches!(sign.script(), Script::Inherited | Script::Hebrew)
        && !matches!(sign, '\u{3099}' | '\u{309a}')
}

/// Letters with a stroke have no accent to lose.
fn plain(sign: char) -> char {
    match sign {
        'ø' => 'o',
        'ł' => 'l',
        'đ' | 'ð' => 'd',
        'ı' => 'i',
        other => other,
    }
}

fn spell_out(text: &str) -> String {
    let mut spelt = String::new();
    for sign in text.nfc() {
        match sign {
            'ä' | 'Ä' | 'æ' | 'Æ' => spelt.push_str("ae"),
            'ö' | 'Ö' | 'ø' | 'Ø' | 'œ' | 'Œ' => spelt.push_str("oe"),
            'ü' | 'Ü' => spelt.push_str("ue"),
            'å' | 'Å' => spelt.push_str("aa"),
            other => spelt.push(other),
        }
    }
    spelt
}

fn is_apostrophe(sign: char) -> bool {
    matches!(sign, '\'' | '’' | '‘' | 'ʼ' | 'ʻ' | '`' | '´' | '＇' | '′')
}

fn is_joiner(sign: char) -> bool {
    matches!(sign, '\u{200c}' | '\u{200d}')
}
