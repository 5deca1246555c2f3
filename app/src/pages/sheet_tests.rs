//! Which style sheet has the rules of a page.

use super::tests::values;
use super::{samples, staff};
use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

/// The classes that the files of a sheet name.
fn classes(sheet: &str) -> BTreeSet<String> {
    let style = Path::new(env!("CARGO_MANIFEST_DIR")).join("../style");
    let read = |name: &str| fs::read_to_string(style.join(name)).expect("a file");
    let imports = read(sheet);
    let files = imports
        .lines()
        .filter_map(|line| line.strip_prefix("@import \"")?.strip_suffix("\";"));
    let mut found = BTreeSet::new();
    for file in files {
        let rules = read(file);
        for start in rules.split('.').skip(1) {
            let end = start.find(|sign: char| !sign.is_ascii_lowercase() && sign != '-');
            let name = &start[..end.unwrap_or(start.len())];
            if !name.is_empty() {
                found.insert(name.to_owned());
            }
        }
    }
    found
}

#[test]
fn patients_pages_have_all_their_rules_in_the_main_sheet() {
    let (main, staff) = (classes("main.css"), classes("staff.css"));
    assert!(main.contains("panel") && staff.contains("rail"));
    let mut patients = 0;
    for (name, page) in samples::all() {
        let sheets = values(&page.html, "href");
        if sheets.contains(&"staff.css") {
            continue;
        }
        patients += 1;
        for class in values(&page.html, "class") {
            for class in class.split_whitespace() {
                let elsewhere = staff.contains(class) && !main.contains(class);
                assert!(!elsewhere, "{name}: .{class} is in the staff sheet");
            }
        }
    }
    assert!(patients > 50);
    for (name, page) in staff::samples::all() {
        let sheets = values(&page.html, "href");
        let staff = sheets.contains(&"staff.css");
        assert!(staff || page.html.contains("class=\"patient\""), "{name}");
    }
}
