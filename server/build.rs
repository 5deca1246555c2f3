//! Puts the style sheets together for a server that is built without a site. A binary with the site inside is built again
//! when the site is.

#[path = "../frontend/bundle/src/sheet.rs"]
mod sheet;

use std::{env, fs, io, path::Path};

fn main() -> io::Result<()> {
    println!("cargo::rerun-if-changed=build.rs");
    println!("cargo::rerun-if-changed=../frontend/bundle/src/sheet.rs");
    println!("cargo::rerun-if-changed=../style");
    if env::var_os("CARGO_FEATURE_EMBED").is_some() {
        println!("cargo::rerun-if-changed=../target/site/manifest.json");
    }
    let folder = env::var_os("OUT_DIR").ok_or_else(|| io::Error::other("cargo sets OUT_DIR"))?;
    for name in sheet::SHEETS {
        let sheet = sheet::concatenated(Path::new("../style"), name)?;
        fs::write(Path::new(&folder).join(format!("{name}.css")), sheet)?;
    }
    Ok(())
}
