//! The two style sheets, each in one piece: the files of `style/`, in the order in which `style/main.css` (patients' pages,
//! and what both rooms share) and `style/staff.css` (what pages of the staff area load besides) import them.
//!
//! The server's build script compiles this file too (`server/build.rs`), for pages of a server that was built without a
//! site. So it may use the standard library alone.

use std::{fs, io, path::Path};

/// The lists of imports, by the names of their sheets.
pub const SHEETS: [&str; 2] = ["main", "staff"];

/// Returns the files that a sheet imports, one after the other.
pub fn concatenated(style: &Path, sheet: &str) -> io::Result<String> {
    let imports = read(&style.join(format!("{sheet}.css")))?;
    imported(&imports)?
        .into_iter()
        .map(|name| read(&style.join(name)))
        .collect()
}

/// The names of the imported files. Anything else is an error, as it would be left out of the sheet.
fn imported(imports: &str) -> io::Result<Vec<&str>> {
    let (_, lines) = imports.split_once("*/").unwrap_or(("", imports));
    let lines = lines.lines().filter(|line| !line.trim().is_empty());
    lines
        .map(|line| {
            let name = line.strip_prefix("@import \"");
            name.and_then(|name| name.strip_suffix("\";"))
                .ok_or_else(|| io::Error::other(format!("not an import: {line}")))
        })
        .collect()
}

fn read(path: &Path) -> io::Result<String> {
    fs::read_to_string(path)
        .map_err(|error| io::Error::new(error.kind(), format!("{}: {error}", path.display())))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn style() -> std::path::PathBuf {
        Path::new(env!("CARGO_MANIFEST_DIR")).join("../../style")
    }

    #[test]
    fn every_style_file_is_imported_once() {
        let mut found = Vec::new();
        for sheet in SHEETS {
            let list = format!("{sheet}.css");
            let imports = read(&style().join(&list)).expect("the imports");
            let names = imported(&imports).expect("imports alone");
            found.extend(names.into_iter().map(str::to_owned));
            found.push(list);
        }
        found.sort_unstable();
        let files = fs::read_dir(style()).expect("the folder");
        let names = files.map(|file| file.expect("a file").file_name().into_string());
        let mut names: Vec<String> = names.map(|name| name.expect("text")).collect();
        names.retain(|name| Path::new(name).extension().is_some_and(|end| end == "css"));
        names.sort_unstable();
        assert_eq!(found, names);
    }

    #[test]
    fn files_follow_each_other_in_the_order_of_their_imports() {
        let sheet = concatenated(&style(), "main").expect("a sheet");
        let at = |file: &str| {
            let file = read(&style().join(file)).expect("a file");
            sheet.find(&file).expect("its text")
        };
        assert_eq!(at("tokens.css"), 0);
        assert!(at("base.css") < at("print.css"));
    }

    #[test]
    fn rules_in_the_list_of_imports_are_an_error() {
        let error = imported("/* All. */\n\n@import \"base.css\";\nbody {}\n").expect_err("a rule");
        assert!(error.to_string().ends_with("not an import: body {}"));
    }
}
