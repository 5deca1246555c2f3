//! The one colour a clinic may choose: written as `#rrggbb`, and only one that everyone can read.
//!
//! It is chosen for light pages. Dark ones get the same hue, made lighter until it reads there (WCAG 2.2, 1.4.3).

use super::policy::CONTRAST;

/// What the accent stands on in the light scheme of `style/tokens.css`, and the dark scheme's.
pub const LIGHT_GROUNDS: [&str; 4] = ["#ffffff", "#faf6ef", "#e4f0ed", "#fcefd0"];
pub const DARK_GROUNDS: [&str; 4] = ["#131918", "#1c2423", "#1a3531", "#35290f"];

/// A colour that reads on light pages and lets white words read on it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Accent(Rgb);

/// Why a colour is refused.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum AccentError {
    /// Not of the form #rrggbb.
    Shape,
    /// Too pale to be read: the ratio in tenths, cut off, and the nearest darker colour that reads.
    Pale { tenths: u32, nearest: String },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
struct Rgb([u8; 3]);

impl Accent {
    pub fn parse(input: &str) -> Result<Self, AccentError> {
        let colour = Rgb::parse(input.trim()).ok_or(AccentError::Shape)?;
        let ratio = colour.least_contrast(&LIGHT_GROUNDS);
        if ratio >= CONTRAST {
            return Ok(Self(colour));
        }
        Err(AccentError::Pale {
            tenths: tenths(ratio),
            nearest: colour.until_it_reads(Rgb([0; 3]), &LIGHT_GROUNDS).hex(),
        })
    }

    /// As `#rrggbb`.
    pub fn hex(self) -> String {
        self.0.hex()
    }

    /// As `rrggbb`.
    pub fn digits(self) -> String {
        self.hex().split_off(1)
    }

    /// The same hue for dark pages, and what is written on it.
    pub fn in_the_dark(self) -> (String, &'static str) {
        let light = self.0.until_it_reads(Rgb([255; 3]), &DARK_GROUNDS);
        (light.hex(), DARK_GROUNDS[0])
    }
}

impl Rgb {
    fn parse(text: &str) -> Option<Self> {
        let digits = text.strip_prefix('#')?;
        if digits.len() != 6 || !digits.bytes().all(|digit| digit.is_ascii_hexdigit()) {
            return None;
        }
        let number = u32::from_str_radix(digits, 16).ok()?;
        let [_, red, green, blue] = number.to_be_bytes();
        Some(Self([red, green, blue]))
    }

    fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    /// The first colour on the way to black or white that can be read on all these grounds.
    fn until_it_reads(self, end: Self, grounds: &[&str]) -> Self {
        (0..=100)
            .map(|hundredths| self.towards(end, hundredths))
            .find(|colour| colour.least_contrast(grounds) >= CONTRAST)
            .unwrap_or(end)
    }

    fn towards(self, end: Self, hundredths: u32) -> Self {
        let mut parts = self.0;
        for (part, end) in parts.iter_mut().zip(end.0) {
            let mixed = u32::from(*part) * (100 - hundredths) + u32::from(end) * hundredths;
            *part = u8::try_from(mixed / 100).unwrap_or(end);
        }
        Self(parts)
    }

    fn least_contrast(self, grounds: &[&str]) -> f64 {
        grounds
            .iter()
            .filter_map(|ground| Self::parse(ground))
            .map(|ground| self.contrast(ground))
            .fold(f64::INFINITY, f64::min)
    }

    fn contrast(self, other: Self) -> f64 {
        let (one, other) = (self.luminance(), other.luminance());
        (one.max(other) + 0.05) / (one.min(other) + 0.05)
    }

    fn luminance(self) -> f64 {
        let linear = |part: u8| {
            let part = f64::from(part) / 255.0;
            if part <= 0.04045 {
                part / 12.92
            } else {
                ((part + 0.055) / 1.055).powf(2.4)
            }
        };
        let [red, green, blue] = self.0.map(linear);
        0.0722f64.mul_add(blue, 0.2126f64.mul_add(red, 0.7152 * green))
    }
}

/// "4.49" is shown as 4.4: a colour that fails never seems to pass.
fn tenths(ratio: f64) -> u32 {
    (0..210)
        .rev()
        .find(|tenths| f64::from(*tenths) <= ratio * 10.0)
        .unwrap_or(0)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_colour_has_six_digits_behind_a_sign() {
        for wrong in [
            "",
            "red",
            "#fff",
            "0d5f58",
            "#0d5f5g",
            "#0d5f58ff",
            "#0d 5f58",
            "#é5f58",
            "#+d5f58",
        ] {
            assert_eq!(Accent::parse(wrong), Err(AccentError::Shape), "{wrong}");
        }
        let upper = Accent::parse(" #0D5F58 ").expect("a colour");
        assert_eq!(upper.hex(), "#0d5f58");
    }

    #[test]
    fn a_pale_colour_is_refused_with_its_ratio_and_a_darker_one_that_passes() {
        for pale in ["#ffffff", "#ffcc00", "#5aa9e6", "#808080", "#ff0000"] {
            let Err(AccentError::Pale { tenths, nearest }) = Accent::parse(pale) else {
                panic!("{pale} passes");
            };
            assert!(tenths < 45, "{pale}: {tenths}");
            assert!(Accent::parse(&nearest).is_ok(), "{pale}: {nearest}");
        }
        let white = Accent::parse("#ffffff");
        assert!(matches!(white, Err(AccentError::Pale { tenths: 10, .. })));
    }

    #[test]
    fn the_nearest_darker_colour_is_no_darker_than_it_needs_to_be() {
        let Err(AccentError::Pale { nearest, .. }) = Accent::parse("#5aa9e6") else {
            panic!("it passes");
        };
        let least = Rgb::parse(&nearest)
            .expect("a colour")
            .least_contrast(&LIGHT_GROUNDS);
        assert!((CONTRAST..CONTRAST + 0.15).contains(&least), "{least}");
    }

    #[test]
    fn every_accent_reads_in_the_dark_too() {
        for hex in ["#000000", "#0d5f58", "#7a0019", "#1a3faa", "#4b0082"] {
            let (dark, on_dark) = Accent::parse(hex).expect("a colour").in_the_dark();
            let dark = Rgb::parse(&dark).expect("a colour");
            assert!(dark.least_contrast(&DARK_GROUNDS) >= CONTRAST, "{hex}");
            assert!(dark.least_contrast(&[on_dark]) >= CONTRAST, "{hex}");
        }
    }
}
