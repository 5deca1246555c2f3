//! The letter of a request, in every state.

use super::{END, MARKUP, code, id, robin};
use crate::page::Page;
use crate::pages::samples::{MAY, clinic};
use crate::pages::staff::requests::letter;
use domain::addressee::Addressee;
use domain::language::Language;
use words::letter::{Letter, Unprintable};

fn sheet() -> Letter {
    Letter {
        language: Language::English,
        request: id(1),
        clinic: clinic(),
        friendly_name: "Emma's record".into(),
        addressee: None,
        code: code(),
        public_url: "https://connect.example.org".into(),
        dated: MAY,
        ends_at: END,
    }
}

fn addressed() -> (&'static str, Letter, letter::Shown) {
    let typed = "Nadia Rahman\n14 Mill Row\nRiverside\nRV2 7QT";
    let letter = Letter {
        addressee: Addressee::parse(typed).expect("an address"),
        ..sheet()
    };
    let shown = letter::Shown {
        typed: typed.into(),
        ..letter::Shown::default()
    };
    ("-addressed", letter, shown)
}

fn too_long() -> (&'static str, Letter, letter::Shown) {
    let typed = MARKUP.repeat(3);
    let shown = letter::Shown {
        error: Addressee::parse(&typed).err(),
        typed,
        ..letter::Shown::default()
    };
    ("-address-too-long", sheet(), shown)
}

pub fn all() -> Vec<(String, Page)> {
    let mut crowded = Letter {
        friendly_name: "The record of Maximilian Alexander Featherstonehaugh the third, whom everyone at the clinic has always called Max".into(),
        public_url: "https://patient-connect.saint-bartholomews-community-hospital.example.org".into(),
        ..sheet()
    };
    crowded.clinic.name = "Saint Bartholomew's Community Hospital and Family Health Centre, Department of Paediatrics".into();
    let marked_up = Letter {
        friendly_name: MARKUP.into(),
        ..sheet()
    };
    [
        ("", sheet()),
        ("-crowded", crowded),
        ("-marked-up", marked_up),
    ]
    .map(|(name, view)| (name, view, letter::Shown::default()))
    .into_iter()
    .chain(
        [
            ("-large", true, None),
            ("-unprintable", false, Some(Unprintable::Sign('字'))),
            ("-broken", true, Some(Unprintable::Form)),
        ]
        .map(|(name, large, unprintable)| {
            let shown = letter::Shown {
                large,
                unprintable,
                ..letter::Shown::default()
            };
            (name, sheet(), shown)
        }),
    )
    .chain([addressed(), too_long()])
    .map(|(name, view, shown)| {
        let page = letter::page(&robin(), &view, &shown);
        (format!("staff-letter{name}"), page)
    })
    .collect()
}
