//! Every pair of colours that stand on each other can be distinguished, in light and in dark.

use std::collections::HashMap;

use domain::accent::{DARK_GROUNDS, LIGHT_GROUNDS};

const SHEET: &str = include_str!("../../style/tokens.css");

/// Text on its ground: 4.5 (WCAG 2.2, 1.4.3).
const TEXT: &[(&str, &str)] = &[
    ("ink", "paper"),
    ("ink", "surface"),
    ("ink", "tint"),
    ("ink", "warn-tint"),
    ("ink", "good-tint"),
    ("ink", "bad-tint"),
    ("ink", "side"),
    ("muted", "side"),
    ("accent", "side"),
    ("good", "good-tint"),
    ("good", "surface"),
    ("calm", "calm-tint"),
    ("warn", "warn-tint"),
    ("warn", "surface"),
    ("bad", "bad-tint"),
    ("on-bar", "bar"),
    ("muted", "paper"),
    ("muted", "surface"),
    ("muted", "tint"),
    ("accent", "paper"),
    ("accent", "surface"),
    ("accent", "tint"),
    ("accent", "warn-tint"),
    ("on-accent", "accent"),
    ("on-panel", "panel"),
    ("bad", "paper"),
    ("bad", "surface"),
];

/// Edges and rings against what surrounds them: 3 (1.4.11).
const EDGES: &[(&str, &str)] = &[
    ("line", "paper"),
    ("line", "surface"),
    ("accent", "paper"),
    ("focus", "paper"),
    ("focus", "surface"),
    ("bad", "surface"),
    ("warn-edge", "warn-tint"),
    ("warn-edge", "paper"),
    ("good", "paper"),
    ("second", "surface"),
];

/// The colours of the light scheme, and of the dark one.
fn schemes() -> [HashMap<&'static str, &'static str>; 2] {
    let mut blocks = SHEET.split(":root {").skip(1);
    let mut block = || colours(blocks.next().expect("a scheme"));
    let light = block();
    let mut dark = light.clone();
    dark.extend(block());
    [light, dark]
}

fn colours(block: &'static str) -> HashMap<&'static str, &'static str> {
    let (block, _) = block.split_once('}').expect("its end");
    block
        .lines()
        .filter_map(|line| line.trim().strip_prefix("--")?.split_once(": #"))
        .map(|(name, value)| (name, value.trim_end_matches(';')))
        .collect()
}

fn luminance(hex: &str) -> f64 {
    let digits: Vec<u32> = hex.chars().filter_map(|sign| sign.to_digit(16)).collect();
    let parts: Vec<u32> = match digits.len() {
        3 => digits.iter().map(|digit| digit * 17).collect(),
        _ => digits
            .chunks(2)
            .map(|pair| pair[0] * 16 + pair[1])
            .collect(),
    };
    let linear = |part: u32| {
        let part = f64::from(part) / 255.0;
        if part <= 0.04045 {
            part / 12.92
        } else {
            ((part + 0.055) / 1.055).powf(2.4)
        }
    };
    0.2126 * linear(parts[0]) + 0.7152 * linear(parts[1]) + 0.0722 * linear(parts[2])
}

fn contrast(one: &str, other: &str) -> f64 {
    let (one, other) = (luminance(one), luminance(other));
    (one.max(other) + 0.05) / (one.min(other) + 0.05)
}

#[test]
fn a_clinics_colour_is_measured_on_these_grounds() {
    let [light, dark] = schemes();
    for name in ["paper", "tint", "warn-tint"] {
        assert!(
            LIGHT_GROUNDS.contains(&&*format!("#{}", light[name])),
            "{name}"
        );
    }
    for name in ["paper", "surface", "tint", "warn-tint"] {
        assert!(
            DARK_GROUNDS.contains(&&*format!("#{}", dark[name])),
            "{name}"
        );
    }
    assert_eq!((light["surface"], light["on-accent"]), ("fff", "fff"));
}

#[test]
fn colours_have_enough_contrast_in_both_schemes() {
    assert!((contrast("fff", "000000") - 21.0).abs() < 0.01);
    for (scheme, name) in schemes().iter().zip(["light", "dark"]) {
        for (pairs, least) in [(TEXT, 4.5), (EDGES, 3.0)] {
            for (one, other) in pairs {
                let ratio = contrast(scheme[one], scheme[other]);
                assert!(ratio >= least, "{name}: {one} on {other} is {ratio:.2}");
            }
        }
    }
}
