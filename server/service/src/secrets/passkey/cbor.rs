//! The part of CBOR (RFC 8949) that authenticators write: lengths are always said, and nothing is behind a tag.

/// Reads items off the front of a text.
pub struct Reader<'a>(&'a [u8]);

/// One item; what is in an array or a map are the items that follow.
#[derive(Debug, PartialEq, Eq)]
pub enum Item<'a> {
    Number(i64),
    Bytes(&'a [u8]),
    Text(&'a str),
    Array(usize),
    Map(usize),
    /// True, false, nothing, or a number with a point.
    Simple,
}

impl<'a> Reader<'a> {
    pub fn new(text: &'a [u8]) -> Self {
        Self(text)
    }

    /// What is not read yet.
    pub fn rest(&self) -> &'a [u8] {
        self.0
    }

    pub fn item(&mut self) -> Option<Item<'a>> {
        let (kind, value) = self.head()?;
        // Each item takes at least a byte: a longer count is a lie.
        let count = usize::try_from(value)
            .ok()
            .filter(|count| *count <= self.0.len());
        Some(match kind {
            0 => Item::Number(i64::try_from(value).ok()?),
            1 => Item::Number(-1 - i64::try_from(value).ok()?),
            2 => Item::Bytes(self.take(count?)?),
            3 => Item::Text(std::str::from_utf8(self.take(count?)?).ok()?),
            4 => Item::Array(count?),
            5 => Item::Map(count?),
            7 => Item::Simple,
            _ => return None,
        })
    }

    /// Reads past an item and all that is in it.
    pub fn skip(&mut self) -> Option<()> {
        let mut left = 1_usize;
        while left > 0 {
            let inside = match self.item()? {
                Item::Array(count) => count,
                Item::Map(count) => count.checked_mul(2)?,
                _ => 0,
            };
            left = (left - 1).checked_add(inside)?;
        }
        Some(())
    }

    /// The number of pairs of a map that comes next.
    pub fn map(&mut self) -> Option<usize> {
        match self.item()? {
            Item::Map(count) => Some(count),
            _ => None,
        }
    }

    fn head(&mut self) -> Option<(u8, u64)> {
        let (first, rest) = self.0.split_first()?;
        self.0 = rest;
        let value = match first & 0x1f {
            small @ 0..24 => u64::from(small),
            width @ 24..28 => {
                let bytes = self.take(1 << (width - 24))?;
                bytes
                    .iter()
                    .fold(0, |value, byte| value << 8 | u64::from(*byte))
            }
            _ => return None,
        };
        Some((first >> 5, value))
    }

    fn take(&mut self, count: usize) -> Option<&'a [u8]> {
        let (taken, rest) = self.0.split_at_checked(count)?;
        self.0 = rest;
        Some(taken)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    #[test]
    fn items_are_read_as_the_standard_writes_them() {
        for (text, item) in [
            ("00", Item::Number(0)),
            ("1818", Item::Number(24)),
            ("390100", Item::Number(-257)),
            ("26", Item::Number(-7)),
            ("43010203", Item::Bytes(&[1, 2, 3])),
            ("63666d74", Item::Text("fmt")),
            ("8401020304", Item::Array(4)),
            ("a10102", Item::Map(1)),
            ("f5", Item::Simple),
        ] {
            let text = hex::decode(text).expect("hex");
            assert_eq!(Reader::new(&text).item(), Some(item), "{text:?}");
        }
    }

    #[test]
    fn what_lies_about_its_length_is_refused() {
        for text in [
            "",
            "18",
            "4401",
            "9bffffffffffffffff",
            "bb7fffffffffffffff",
            "5f",
            "c0",
            "ff",
            "62ffff",
        ] {
            let text = hex::decode(text).expect("hex");
            assert_eq!(Reader::new(&text).item(), None, "{text:?}");
        }
    }

    #[test]
    fn an_item_is_skipped_with_all_that_is_in_it() {
        let text = hex::decode("a26161820102616243010203f6").expect("hex");
        let mut reader = Reader::new(&text);
        reader.skip().expect("an item");
        assert_eq!(reader.item(), Some(Item::Simple));
        assert!(reader.rest().is_empty());
    }

    proptest! {
        #[test]
        fn no_text_is_read_past_its_end(text: Vec<u8>) {
            let mut reader = Reader::new(&text);
            while reader.skip().is_some() {}
        }
    }
}
