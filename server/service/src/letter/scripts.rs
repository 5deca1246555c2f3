//! The scripts that names are written in, and the Debian packages that have fonts for them.

use super::font::Fonts;
use super::machine::{Unit, Wanted};
use std::path::PathBuf;
use words::letter::Unprintable;

domain::named! {
    /// By their codes in ISO 15924.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Script {
        Arabic = "Arab",
        Armenian = "Armn",
        Bengali = "Beng",
        Cyrillic = "Cyrl",
        Devanagari = "Deva",
        Ethiopic = "Ethi",
        Georgian = "Geor",
        Greek = "Grek",
        Gujarati = "Gujr",
        Gurmukhi = "Guru",
        Han = "Hani",
        Hangul = "Hang",
        Hebrew = "Hebr",
        Kana = "Hrkt",
        Kannada = "Knda",
        Khmer = "Khmr",
        Lao = "Laoo",
        Malayalam = "Mlym",
        Myanmar = "Mymr",
        Sinhala = "Sinh",
        Tamil = "Taml",
        Telugu = "Telu",
        Thai = "Thai",
        Tibetan = "Tibt",
        Emoji = "Zsye",
    }
}

impl Script {
    const fn sample(self) -> &'static str {
        match self {
            Self::Arabic => "م",
            Self::Armenian => "Ա",
            Self::Bengali => "ক",
            Self::Cyrillic => "Щ",
            Self::Devanagari => "क",
            Self::Ethiopic => "ሀ",
            Self::Georgian => "ა",
            Self::Greek => "Ω",
            Self::Gujarati => "ક",
            Self::Gurmukhi => "ਕ",
            Self::Han => "王",
            Self::Hangul => "김",
            Self::Hebrew => "ד",
            Self::Kana => "さ",
            Self::Kannada => "ಕ",
            Self::Khmer => "ក",
            Self::Lao => "ກ",
            Self::Malayalam => "ക",
            Self::Myanmar => "က",
            Self::Sinhala => "ක",
            Self::Tamil => "க",
            Self::Telugu => "క",
            Self::Thai => "ณ",
            Self::Tibetan => "ཀ",
            Self::Emoji => "🙋",
        }
    }

    /// The package of Debian and Ubuntu that has a font for it.
    pub const fn package(self) -> &'static str {
        match self {
            Self::Han | Self::Hangul | Self::Kana => "fonts-noto-cjk",
            Self::Emoji => "fonts-noto-color-emoji",
            _ => "fonts-noto-core",
        }
    }
}

/// The scripts that no font has, where letters are drawn with the font inside and those in these folders.
pub fn uncovered(folders: &[PathBuf]) -> Result<Vec<Script>, Unprintable> {
    let fonts = Fonts::with(folders)?;
    let lacks = |script: &Script| {
        let sample = script.sample();
        fonts
            .pick(&Unit(sample), &Wanted::of(sample, false))
            .is_none()
    };
    Ok(Script::ALL.into_iter().filter(lacks).collect())
}
