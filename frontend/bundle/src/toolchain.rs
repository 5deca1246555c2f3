//! Finds a compiler for the browser, or brings one, and compiles `frontend` with it.

use std::{
    env,
    path::{Path, PathBuf},
    process::{Command, Stdio},
};

use anyhow::{Context, Result, ensure};

const TARGET: &str = "wasm32-unknown-unknown";
/// Debian's compiler for browsers, its cargo, the standard library's source, and a linker.
const DEBIAN_PACKAGES: [&str; 4] = ["rustc-web", "cargo-web", "rust-web-src", "lld-19"];
const DEBIAN_FILES: [&str; 4] = [
    "/usr/bin/rustc",
    "/usr/bin/cargo",
    "/usr/lib/rustlib/src/rust/library/Cargo.lock",
    "/usr/bin/wasm-ld-19",
];

/// A compiler for the browser.
#[derive(Clone, Copy)]
pub enum Toolchain {
    /// The one that compiles the server too, with a ready-made standard library.
    Own,
    /// Debian's, which comes without a standard library for browsers: it is compiled along, once.
    Debian,
}

/// The first that is there already, else the first that can be brought.
///
/// rustup's server is asked only once Debian's is known to be missing, so that a machine which cannot reach it does not
/// wait for it at every start.
pub fn find(root: &Path) -> Result<Toolchain> {
    if own_is_installed() {
        return Ok(Toolchain::Own);
    }
    if debian_is_installed() {
        return Ok(Toolchain::Debian);
    }
    println!("bundle: fetching the browser's standard library: rustup target add {TARGET}");
    if Command::new("rustup")
        .args(["target", "add", TARGET])
        .status()
        .is_ok_and(|status| status.success())
    {
        return Ok(Toolchain::Own);
    }
    println!("bundle: rustup could not bring it; trying Debian's compiler");
    let installed = Command::new("sh")
        .arg(root.join(".ci/need"))
        .args(DEBIAN_PACKAGES)
        .status()?
        .success();
    ensure!(
        installed && debian_is_installed(),
        "no compiler for the browser on this machine; bring it with: rustup target add {TARGET}"
    );
    Ok(Toolchain::Debian)
}

impl Toolchain {
    /// Compiles `frontend` and returns the path of the WebAssembly module. Cargo does nothing when nothing changed.
    pub fn compile(self, root: &Path) -> Result<PathBuf> {
        // A folder of its own: otherwise this build and the server's would wait for each other's lock.
        let folder = root.join("target/browser");
        println!("bundle: compiling the islands with {}", self.name());
        let status = self
            .cargo()
            .current_dir(root)
            .args([
                "--package",
                "frontend",
                "--lib",
                "--locked",
                "--profile",
                "wasm",
                "--target",
                TARGET,
                "--target-dir",
            ])
            .arg(&folder)
            .status()
            .context("starting cargo")?;
        ensure!(status.success(), "the islands do not compile");
        Ok(folder.join(TARGET).join("wasm/frontend.wasm"))
    }

    fn name(self) -> &'static str {
        match self {
            Self::Own => "the server's toolchain",
            Self::Debian => {
                "Debian's toolchain; the first time it also compiles the standard library"
            }
        }
    }

    fn cargo(self) -> Command {
        match self {
            Self::Own => {
                let mut cargo =
                    Command::new(env::var_os("CARGO").unwrap_or_else(|| "cargo".into()));
                cargo.arg("build");
                cargo
            }
            Self::Debian => {
                let mut cargo = Command::new("/usr/bin/cargo");
                cargo
                    .env("RUSTC", "/usr/bin/rustc")
                    .env("RUSTC_BOOTSTRAP", "1")
                    .env("CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_LINKER", "wasm-ld-19")
                    .args(["build", "-Zbuild-std=std,panic_abort"]);
                cargo
            }
        }
    }
}

fn own_is_installed() -> bool {
    Command::new("rustc")
        .args(["--print", "target-libdir", "--target", TARGET])
        .stderr(Stdio::null())
        .output()
        .is_ok_and(|output| Path::new(String::from_utf8_lossy(&output.stdout).trim()).is_dir())
}

fn debian_is_installed() -> bool {
    DEBIAN_FILES.iter().all(|file| Path::new(file).exists())
}
