//! The pages' routes, read from the source of their routers: a new one is among them by being there.

use std::path::{Path, PathBuf};

/// One path, and whether it is read and takes a form.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Route {
    pub path: String,
    pub get: bool,
    pub post: bool,
}

/// All routes of the pages, by path.
pub fn pages() -> Vec<Route> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("src/http/pages");
    let mut routes = Vec::new();
    for source in sources(&folder) {
        let text = std::fs::read_to_string(source).expect("text");
        for route in text.split(".route(").skip(1) {
            let mut parts = route.split('"').skip(1);
            let path = parts.next().expect("a path").to_owned();
            let handlers = parts.next().unwrap_or_default();
            let names = |method: &str| {
                handlers
                    .split(|sign: char| !sign.is_ascii_alphanumeric() && sign != '(' && sign != '_')
                    .any(|word| word.starts_with(method))
            };
            routes.push(Route {
                get: names("get("),
                post: names("post("),
                path,
            });
        }
    }
    routes.sort();
    routes
}

fn sources(folder: &Path) -> Vec<PathBuf> {
    let entries = std::fs::read_dir(folder).expect("a folder");
    let paths = entries.map(|entry| entry.expect("an entry").path());
    paths
        .flat_map(|path| {
            if path.is_dir() {
                sources(&path)
            } else {
                vec![path]
            }
        })
        .collect()
}
