//! Words that a clinic hands over to a patient, who answers with them at home.
//!
//! Drawn, not chosen: no one can guess them from what they know of the patient. The words are short, plain, spelled in one
//! way on both sides of the ocean, and no two of them sound alike.

use super::policy;

pub(super) const WORDS: [&str; 256] = [
    "apple", "apron", "arrow", "autumn", "bacon", "badge", "baker", "balloon", "bamboo", "banana",
    "barn", "basket", "beach", "beaver", "bench", "berry", "bird", "biscuit", "blanket", "blossom",
    "boat", "bottle", "bowl", "branch", "brick", "bridge", "broom", "brush", "bubble", "bucket",
    "butter", "button", "cabin", "cactus", "camel", "camera", "candle", "canyon", "carpet",
    "carrot", "castle", "cave", "cedar", "chalk", "cherry", "chess", "chimney", "cinema", "circle",
    "clock", "cloud", "clover", "coast", "cobweb", "coffee", "comet", "compass", "copper", "coral",
    "corner", "cotton", "cradle", "crayon", "cricket", "crown", "cupcake", "curtain", "cushion",
    "daisy", "dancer", "desk", "diamond", "dinner", "dolphin", "donkey", "dragon", "drum", "eagle",
    "echo", "elbow", "engine", "falcon", "farmer", "feather", "fern", "ferry", "fiddle", "finger",
    "flag", "flute", "forest", "fountain", "fox", "frog", "garden", "garlic", "ginger", "giraffe",
    "glacier", "glove", "goat", "goose", "grape", "guitar", "hammer", "hammock", "harvest",
    "hedge", "helmet", "honey", "hotel", "igloo", "island", "jacket", "jelly", "jigsaw", "jungle",
    "kettle", "kitten", "kiwi", "ladder", "lagoon", "lamp", "lantern", "lemon", "lettuce", "lion",
    "lizard", "lobster", "locket", "magnet", "mango", "map", "maple", "marble", "market", "meadow",
    "melon", "mirror", "mitten", "monkey", "morning", "mountain", "muffin", "mushroom", "napkin",
    "needle", "nest", "noodle", "nutmeg", "ocean", "olive", "onion", "orchard", "otter", "owl",
    "oyster", "paddle", "palace", "pancake", "panda", "paper", "parrot", "parsley", "pasta",
    "peach", "peanut", "pebble", "pencil", "penguin", "pepper", "piano", "picnic", "pigeon",
    "pillow", "pirate", "planet", "pocket", "poem", "pond", "pony", "poppy", "potato", "pumpkin",
    "puppet", "puzzle", "quilt", "rabbit", "radish", "raft", "rainbow", "ribbon", "river", "robin",
    "rocket", "saddle", "sailor", "salad", "salmon", "sandal", "sandwich", "saucer", "scarf",
    "school", "shadow", "sheep", "shell", "shovel", "silver", "singer", "skate", "sketch",
    "slipper", "snail", "sofa", "spider", "spinach", "spoon", "squirrel", "stable", "statue",
    "stone", "summer", "sunset", "swan", "tablet", "teapot", "temple", "tennis", "thimble",
    "ticket", "tiger", "toast", "tomato", "tractor", "trumpet", "tulip", "tunnel", "turkey",
    "turnip", "turtle", "umbrella", "valley", "vanilla", "velvet", "violin", "waffle", "wagon",
    "walnut", "walrus", "whistle", "willow", "window", "winter", "wizard", "zebra",
];

/// As many words as [`policy::PHRASE_WORDS`] says, each drawn by `pick`, which answers a number below its bound.
pub fn generate(mut pick: impl FnMut(usize) -> usize) -> String {
    let words: Vec<&str> = (0..policy::PHRASE_WORDS)
        .map(|_| WORDS[pick(WORDS.len()) % WORDS.len()])
        .collect();
    words.join(" ")
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::collections::BTreeSet;

    #[test]
    fn a_phrase_is_worth_thirty_bits_at_least() {
        let different: BTreeSet<_> = WORDS.into_iter().collect();
        assert_eq!(different.len(), WORDS.len());
        let bits = WORDS.len().ilog2() * u32::try_from(policy::PHRASE_WORDS).expect("few");
        assert!(bits >= 30, "{bits}");
    }

    /// The rest of `whole` after `start`.
    fn rest<'a>(whole: &'a str, start: &str) -> Option<&'a str> {
        whole.strip_prefix(start).filter(|rest| !rest.is_empty())
    }

    /// By the test of Sardinas and Patterson: no rest that two readings leave over is ever a word.
    #[test]
    fn words_run_together_read_in_one_way_only() {
        let between = |ones: &BTreeSet<&'static str>, others: &BTreeSet<&'static str>| {
            let pairs = ones
                .iter()
                .flat_map(|one| others.iter().map(move |other| (*one, *other)));
            let rests = pairs.flat_map(|(one, other)| [rest(one, other), rest(other, one)]);
            rests.flatten().collect::<BTreeSet<_>>()
        };
        let words = BTreeSet::from(WORDS);
        let mut seen = BTreeSet::new();
        let mut left = between(&words, &words);
        while !left.is_subset(&seen) {
            assert!(left.is_disjoint(&words), "{left:?}");
            seen.extend(left.iter().copied());
            left = between(&left, &words);
        }
    }

    #[test]
    fn its_words_are_short_and_plain() {
        for word in WORDS {
            let plain = word.chars().all(|letter| letter.is_ascii_lowercase());
            assert!(plain && (3..=9).contains(&word.len()), "{word}");
        }
    }

    #[test]
    fn each_word_is_drawn_anew() {
        let mut next = 0..;
        let phrase = generate(|_| next.next().unwrap_or(0));
        assert_eq!(phrase, WORDS[..policy::PHRASE_WORDS].join(" "));
    }
}
