//! The Fluent files of each language, compiled in. What patients meet is in every folder; what only staff, operators and
//! developers meet is in English.

use domain::language::Language;

/// The files of a folder that patients meet. The same in each; a test compares their ids.
macro_rules! folder {
    ($tag:literal) => {
        &[
            include_str!(concat!("../locales/", $tag, "/shared.ftl")),
            include_str!(concat!("../locales/", $tag, "/islands.ftl")),
            include_str!(concat!("../locales/", $tag, "/patient.ftl")),
            include_str!(concat!("../locales/", $tag, "/account.ftl")),
            include_str!(concat!("../locales/", $tag, "/passkeys.ftl")),
            include_str!(concat!("../locales/", $tag, "/second-step.ftl")),
            include_str!(concat!("../locales/", $tag, "/trust.ftl")),
            include_str!(concat!("../locales/", $tag, "/hand-over.ftl")),
            include_str!(concat!("../locales/", $tag, "/letter.ftl")),
            include_str!(concat!("../locales/", $tag, "/mail.ftl")),
        ]
    };
}

pub const fn patients_files(language: Language) -> &'static [&'static str] {
    match language {
        Language::English => folder!("en"),
        Language::Spanish => folder!("es"),
        Language::German => folder!("de"),
        Language::French => folder!("fr"),
        Language::Turkish => folder!("tr"),
        Language::Arabic => folder!("ar"),
        Language::Ukrainian => folder!("uk"),
        Language::SimplifiedChinese => folder!("zh-Hans"),
    }
}

/// The English files of everyone else.
pub const FOR_STAFF: &[&str] = &[
    include_str!("../locales/en/staff.ftl"),
    include_str!("../locales/en/staff-access.ftl"),
    include_str!("../locales/en/staff-settings.ftl"),
    include_str!("../locales/en/staff-callback.ftl"),
    include_str!("../locales/en/staff-list.ftl"),
    include_str!("../locales/en/set-up.ftl"),
    include_str!("../locales/en/staff-new.ftl"),
    include_str!("../locales/en/staff-bulk.ftl"),
    include_str!("../locales/en/staff-installation.ftl"),
    include_str!("../locales/en/demo.ftl"),
    include_str!("../locales/en/console.ftl"),
];
