//! A health record, of which one or more persons are custodian.

use super::ids::RecordId;
use super::timestamp::Timestamp;

#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Record {
    pub id: RecordId,
    pub name: String,
    pub made_at: Timestamp,
}

/// Whether a friendly name speaks of a record: they share a word of two letters or more, whatever the case.
pub fn speaks_of(friendly_name: &str, record_name: &str) -> bool {
    let words = words(friendly_name);
    self::words(record_name)
        .iter()
        .any(|word| words.contains(word))
}

fn words(text: &str) -> Vec<String> {
    let lower = text.to_lowercase();
    lower
        .replace(['\u{2019}', '\''], "'")
        .split(|sign: char| !sign.is_alphanumeric() && sign != '\'')
        .map(|word| word.strip_suffix("'s").unwrap_or(word).to_owned())
        .filter(|word| word.chars().count() > 1 && word != "record" && word != "records")
        .collect()
}

#[cfg(test)]
mod tests {
    use super::speaks_of;

    #[test]
    fn a_friendly_name_speaks_of_the_record_it_names() {
        assert!(speaks_of("Emma's record", "Emma Miller"));
        assert!(speaks_of("emma’s record", "EMMA"));
        assert!(!speaks_of("Emma's record", "Tom's record"));
    }
}
