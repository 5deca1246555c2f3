//! The map names only rooms that exist.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

const ENDINGS: [&str; 4] = [".rs", ".md", ".toml", ".sql"];

/// What is between backticks on one line, outside fenced blocks.
fn backticked(text: &str) -> impl Iterator<Item = &str> {
    let mut fenced = false;
    text.lines()
        .filter(move |line| {
            let fence = line.trim_start().starts_with("```");
            fenced ^= fence;
            !fence && !fenced
        })
        .flat_map(|line| line.split('`').skip(1).step_by(2))
}

/// A path of this repository, and not an address of the site or something made by a build.
fn is_path(text: &str) -> bool {
    let plain = text
        .chars()
        .all(|sign| sign.is_ascii_alphanumeric() || "/._-".contains(sign));
    let ours = !text.starts_with('/') && !text.starts_with("target/");
    let shaped = text.contains('/') || ENDINGS.iter().any(|ending| text.ends_with(ending));
    plain && ours && shaped
}

#[test]
fn every_path_that_the_map_names_exists() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let map = fs::read_to_string(root.join("ARCHITECTURE.md")).expect("the map");
    let paths: BTreeSet<&str> = backticked(&map).filter(|text| is_path(text)).collect();
    assert!(paths.len() > 30, "the scan finds the paths: {paths:?}");
    let gone: Vec<_> = paths
        .iter()
        .filter(|path| !root.join(path).exists())
        .collect();
    assert!(gone.is_empty(), "the map names what is not there: {gone:?}");
}

#[test]
fn both_engines_have_the_same_migrations() {
    let migrations = Path::new(env!("CARGO_MANIFEST_DIR")).join("../migrations");
    let names = |engine: &str| -> BTreeSet<_> {
        let files = fs::read_dir(migrations.join(engine)).expect("the folder");
        files
            .map(|file| file.expect("a file").file_name())
            .collect()
    };
    assert_eq!(names("sqlite"), names("postgres"));
}
