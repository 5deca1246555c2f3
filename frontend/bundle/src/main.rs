//! Builds the site folder `target/site`: what the browser loads besides the pages.
//!
//! ```text
//! manifest.json                     {"css": "/pkg/main.<digest>.css", "staff_css": "/pkg/staff.<digest>.css",
//!                                    "js": "/pkg/islands.<digest>.js", "wasm": "/pkg/islands.<digest>.wasm",
//!                                    "desk": "/pkg/desk.<digest>.js", "passkey": "/pkg/passkey.<digest>.js"}
//! pkg/{main,staff}.<digest>.css     the files of `style`, in two pieces and minified
//! pkg/{desk,passkey}.<digest>.js    the scripts of frontend/plain, as they are
//! pkg/islands.<digest>.{js,wasm}    the islands of `app`
//! assets/..                         style/assets as they are, by their own names
//! ```
//!
//! The addresses in the manifest are paths on the server. A name under `pkg` holds a digest of the content, so a browser
//! may keep such a file for ever; one under `assets` is asked for again. Beside each file are a `.br` and a `.gz` copy
//! where that is smaller; the manifest is written last, so a folder with a manifest is whole and within its budgets.
//!
//! Run it from anywhere: `cargo run -p bundle`. It does nothing when the folder is newer than all it is made of.

mod sheet;
mod site;
mod toolchain;

use std::{env, fs, path::Path, process::ExitCode};

use anyhow::{Result, anyhow, ensure};
use lightningcss::{
    printer::PrinterOptions,
    stylesheet::{MinifyOptions, ParserOptions, StyleSheet},
};
use wasm_bindgen_cli_support::Bindgen;

use crate::site::Site;

/// What a patient's phone may have to load for the islands, in bytes after brotli.
const WASM_BUDGET: usize = 60_000;
/// The script of the staff area, in bytes after brotli.
const DESK_BUDGET: usize = 3_000;
/// The script of passkeys, in bytes after brotli.
const PASSKEY_BUDGET: usize = 2_000;
/// The style sheets of patients' pages and of the staff area, in bytes after brotli. The first is a part of the 14 kB that
/// the code page and its style may have together.
const CSS_BUDGETS: [usize; 2] = [7_000, 9_000];

fn main() -> ExitCode {
    match build() {
        Ok(()) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("bundle: {error:#}");
            ExitCode::FAILURE
        }
    }
}

fn build() -> Result<()> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"))
        .join("../..")
        .canonicalize()?;
    let style = root.join("style");
    let plain = root.join("frontend/plain");
    let compiled = toolchain::find(&root)?.compile(&root)?;

    let site = Site::at(root.join("target/site"));
    if site.is_newer_than(&[&compiled, &style, &plain, &env::current_exe()?])? {
        println!("bundle: the site is up to date");
        return Ok(());
    }

    println!("bundle: writing target/site");
    let (js, wasm) = bind(&compiled)?;
    let mut sheets = Vec::new();
    for name in sheet::SHEETS {
        sheets.push((name, minify(&sheet::concatenated(&style, name)?)?));
    }
    site.clear()?;
    site.copy_assets(&style.join("assets"))?;
    let mut css = Vec::new();
    for (name, sheet) in sheets {
        css.push(site.add(name, "css", sheet.as_bytes())?);
    }
    let js = site.add("islands", "js", js.as_bytes())?;
    let wasm = site.add("islands", "wasm", &wasm)?;
    let desk = site.add("desk", "js", &fs::read(plain.join("desk.js"))?)?;
    let passkey = site.add("passkey", "js", &fs::read(plain.join("passkey.js"))?)?;
    let scripts = [
        (&js, usize::MAX),
        (&wasm, WASM_BUDGET),
        (&desk, DESK_BUDGET),
        (&passkey, PASSKEY_BUDGET),
    ];
    for (file, budget) in css.iter().zip(CSS_BUDGETS).chain(scripts) {
        println!(
            "bundle: {:>6} bytes after brotli  {}",
            file.compressed, file.address
        );
        ensure!(
            file.compressed <= budget,
            "{} is over its budget of {budget} bytes",
            file.address
        );
    }
    site.finish(&css, [&js, &wasm, &desk, &passkey])?;
    Ok(())
}

/// The JavaScript and the WebAssembly that a browser loads, made from what the compiler wrote.
fn bind(compiled: &Path) -> Result<(String, Vec<u8>)> {
    let mut output = Bindgen::new()
        .input_path(compiled)
        .web(true)?
        .typescript(false)
        .remove_name_section(true)
        .remove_producers_section(true)
        .generate_output()?;
    ensure!(
        output.snippets().values().all(Vec::is_empty) && output.local_modules().is_empty(),
        "a dependency brings JavaScript files of its own, which this bundler does not name by digest"
    );
    Ok((output.js().to_owned(), output.wasm_mut().emit_wasm()))
}

fn minify(source: &str) -> Result<String> {
    // The parser's errors borrow the source; only their words can leave this function.
    let mut sheet = StyleSheet::parse(source, ParserOptions::default())
        .map_err(|error| anyhow!("style: {error}"))?;
    sheet.minify(MinifyOptions::default())?;
    Ok(sheet
        .to_css(PrinterOptions {
            minify: true,
            ..PrinterOptions::default()
        })?
        .code)
}
