//! How well the friendly name of a letter fits a record's name, as a careful reader would judge it.
//!
//! The best fit counts and not any word that both have: a whole family shares a surname. "The names match" is said only
//! where no reader would doubt it; where two names speak of different people, the patient is asked.

use super::name_words as lists;
use super::name_words::Role;
use super::person_name::{PersonName, Word, fold, people};
use unicode_script::Script;

/// What a reader makes of a letter and the record that is to be connected.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Verdict {
    Match,
    /// As with "Mum" and "Gerda".
    CannotTell,
    /// They speak of different people, or other records fit better: these of the others, in their order.
    Differs {
        better: Vec<usize>,
    },
}

impl Verdict {
    /// Whether the patient has to say that they mean this record all the same.
    pub const fn asks(&self) -> bool {
        matches!(self, Self::Differs { .. })
    }

    pub const fn name(&self) -> &'static str {
        match self {
            Self::Match => "match",
            Self::CannotTell => "cannot-tell",
            Self::Differs { .. } => "differs",
        }
    }

    /// Records of the others that fit better.
    pub fn better(&self) -> &[usize] {
        match self {
            Self::Differs { better } => better,
            Self::Match | Self::CannotTell => &[],
        }
    }
}

/// How well two names fit: the order is that of the fit.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
enum Level {
    Differs,
    /// Nothing to compare.
    Unknown,
    /// They have something in common that others may have too.
    Shares,
    Match,
    /// Word by word.
    Exact,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
struct Fit {
    level: Level,
    /// Words that both have to the accent; then, those that both have.
    exact: usize,
    shared: usize,
}

impl Fit {
    const fn of(level: Level) -> Self {
        Self {
            level,
            exact: 0,
            shared: 0,
        }
    }
}

/// Judges the chosen record's name among the names of the person's other records.
pub fn judge(letter: &str, chosen: &str, others: &[&str]) -> Verdict {
    let mine = fit(letter, chosen);
    let theirs: Vec<Fit> = others.iter().map(|other| fit(letter, other)).collect();
    let best = theirs
        .iter()
        .copied()
        .max()
        .unwrap_or(Fit::of(Level::Differs));
    let best_of = |least: Level| {
        let fits = theirs.iter().enumerate();
        let best = fits.filter(|(_, fit)| fit.level >= least && **fit == best);
        best.map(|(index, _)| index).collect()
    };
    if mine.level == Level::Differs {
        let better = best_of(Level::Shares);
        return Verdict::Differs { better };
    }
    if best.level >= Level::Match && best > mine {
        let better = best_of(Level::Match);
        return Verdict::Differs { better };
    }
    // Where two fit alike, no reader knows which of them is meant.
    if mine.level >= Level::Match && best < mine {
        Verdict::Match
    } else {
        Verdict::CannotTell
    }
}

/// Whether a reader takes two records' names for one: regardless of the case, accents, apostrophes and order.
pub fn is_same_name(one: &str, other: &str) -> bool {
    let (one_name, other_name) = (PersonName::parse(one), PersonName::parse(other));
    if one_name.key().is_empty() && other_name.key().is_empty() {
        return whole(one) == whole(other);
    }
    one_name.relation == other_name.relation
        && (one_name.key() == other_name.key()
            || (one_name.roles.is_empty()
                && other_name.roles.is_empty()
                && one_name.run_together() == other_name.run_together()))
}

/// The name for a new record that a letter speaks of; None where it names no one for certain.
pub fn proposed_name(letter: &str) -> Option<String> {
    let people = people(letter);
    let [name] = people.as_slice() else {
        return None;
    };
    let plain =
        name.roles.is_empty() && name.marks.is_empty() && !name.generic && !name.family_alone;
    let few = (1..=4).contains(&name.words.len());
    let named = name
        .words
        .iter()
        .all(|word| is_written_as_name(word, name.record));
    if !plain || !few || !named || letter.contains([',', '،', '、']) {
        return None;
    }
    let typed: Vec<&str> = name.words.iter().map(|word| word.typed.as_str()).collect();
    let proposed = typed.join(" ");
    (judge(letter, &proposed, &[]) == Verdict::Match).then_some(proposed)
}

/// What a mail may call a record: one word, never a whole name; None where no word is the given name for certain.
pub fn first_name(record: &str) -> Option<String> {
    let name = PersonName::parse(record);
    if name.relation || name.family_alone {
        return None;
    }
    let is_loud = |word: &Word| {
        word.typed.chars().count() > 1
            && word.typed == word.typed.to_uppercase()
            && word.typed != word.typed.to_lowercase()
    };
    let loud = name.words.iter().filter(|word| is_loud(word)).count();
    // "MILLER Emma": only where some words are not written so does it mean anything.
    let means = loud > 0 && loud < name.words.len();
    let first = name.words.iter().find(|word| !(means && is_loud(word)))?;
    (!first.runs_on() && first.typed.chars().any(char::is_alphabetic)).then(|| first.typed.clone())
}

fn is_written_as_name(word: &Word, beside_record: bool) -> bool {
    let begins = word.typed.chars().next().is_some_and(|first| {
        first.is_uppercase() || (first.is_alphabetic() && !first.is_lowercase())
    });
    // Some languages bend a name beside the word for a record.
    let bent = beside_record && matches!(word.script(), Script::Cyrillic | Script::Greek);
    begins && !bent && !word.may_be_possessive() && !word.folded.chars().any(char::is_numeric)
}

fn whole(text: &str) -> String {
    let folded = fold(text);
    if folded.is_empty() {
        text.trim().to_owned()
    } else {
        folded
    }
}

/// The best of the letter's people; where it names several, none of them for certain.
fn fit(letter: &str, record: &str) -> Fit {
    let named = PersonName::parse(record);
    let alone = compare(&PersonName::parse(letter), &named);
    if alone.level == Level::Exact {
        return alone;
    }
    let people = people(letter);
    match people.as_slice() {
        [one] => compare(one, &named),
        several => {
            let fits = several.iter().map(|one| compare(one, &named));
            let best = fits.max().unwrap_or(Fit::of(Level::Unknown));
            Fit {
                level: best.level.min(Level::Shares),
                ..best
            }
        }
    }
}

fn compare(letter: &PersonName, record: &PersonName) -> Fit {
    let shares = |level| Fit {
        level,
        exact: count(letter, record, Word::is_exactly),
        shared: count(letter, record, Word::is),
    };
    let alike = letter.relation == record.relation;
    let (key, other) = (letter.key(), record.key());
    if alike && !key.is_empty() && key == other {
        return shares(Level::Exact);
    }
    let level = match (letter.words.is_empty(), record.words.is_empty()) {
        _ if letter.names_nobody() || record.names_nobody() => Level::Unknown,
        (false, false) if alike && !letter.relation => {
            let level = words(letter, record);
            if letter.marks == record.marks {
                level
            } else {
                level.min(Level::Shares)
            }
        }
        // "Emma's mum" is not Emma, and whose mum she is says little.
        (false, false) if !alike && count(letter, record, Word::is) > 0 => Level::Differs,
        (false, false) => Level::Unknown,
        _ => roles(letter, record),
    };
    shares(level)
}

/// One of both has no words but what the family calls someone.
fn roles(letter: &PersonName, record: &PersonName) -> Level {
    let same = |role: &(Role, String)| record.roles.contains(role);
    if letter.relation || record.relation {
        Level::Unknown
    } else if letter.roles.iter().any(same) {
        Level::Match
    } else {
        let sexes = |name: &PersonName| {
            let is = |role: Role| name.roles.iter().any(|(one, _)| *one == role);
            (is(Role::Female), is(Role::Male))
        };
        match (sexes(letter), sexes(record)) {
            ((true, false), (false, true)) | ((false, true), (true, false)) => Level::Differs,
            _ => Level::Unknown,
        }
    }
}

/// Both name someone by words.
fn words(letter: &PersonName, record: &PersonName) -> Level {
    let (Some(first), Some(other)) = (letter.words.first(), record.words.first()) else {
        return Level::Unknown;
    };
    if first.script() != other.script() {
        return Level::Unknown;
    }
    let shared = count(letter, record, Word::is);
    let (fewer, more) = (
        letter.words.len().min(record.words.len()),
        letter.words.len().max(record.words.len()),
    );
    if letter.run_together() == record.run_together() {
        return Level::Match;
    }
    if letter.family_alone || record.family_alone {
        return match (shared, more) {
            (1.., 1) => Level::Match,
            (1.., _) => Level::Shares,
            (0, 1) => Level::Unknown,
            (0, _) => Level::Differs,
        };
    }
    let initials = letter
        .words
        .iter()
        .chain(&record.words)
        .any(Word::is_initial);
    if first.is(other) {
        // The shorter name is all within the longer one; else "Tom Meyer" and "Tom Miller" may be one or two.
        return if shared == fewer && !first.is_initial() {
            Level::Match
        } else {
            Level::Shares
        };
    }
    if shared == fewer || is_near(first, other) {
        return Level::Shares;
    }
    if initials
        && first.folded.chars().next() == other.folded.chars().next()
        && (first.is_initial() || other.is_initial())
    {
        return Level::Shares;
    }
    Level::Differs
}

/// A short form, another ending, or one name within another: it may be the same person.
fn is_near(one: &Word, other: &Word) -> bool {
    let (one, other, script) = (&one.folded, &other.folded, one.script());
    let (short, long) = if one.chars().count() <= other.chars().count() {
        (one, other)
    } else {
        (other, one)
    };
    let (few, many) = (short.chars().count(), long.chars().count());
    match script {
        Script::Han | Script::Hangul => long.contains(short.as_str()),
        Script::Cyrillic | Script::Greek => {
            let common = short
                .chars()
                .zip(long.chars())
                .take_while(|(a, b)| a == b)
                .count();
            (common >= 3 && many - common <= 2) || lists::are_short_and_long(short, long)
        }
        _ => {
            (few >= 3 && many >= few + 3 && long.starts_with(short.as_str()))
                || lists::are_short_and_long(short, long)
        }
    }
}

/// How many words of the one the other has, each of them once.
fn count(one: &PersonName, other: &PersonName, same: impl Fn(&Word, &Word) -> bool) -> usize {
    let mut left: Vec<&Word> = other.words.iter().collect();
    let found = one.words.iter().filter(|word| {
        let at = left.iter().position(|candidate| same(word, candidate));
        at.map(|at| left.swap_remove(at)).is_some()
    });
    found.count()
}

#[cfg(test)]
mod tests;
