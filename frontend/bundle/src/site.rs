//! The site folder: names by digest, compressed copies, the manifest, and whether all of it is still fresh.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    time::SystemTime,
};

use anyhow::{Context, Result};
use brotli::enc::BrotliEncoderParams;
use flate2::{Compression, write::GzEncoder};
use sha2::{Digest, Sha256};

/// The folder that is written.
pub struct Site(PathBuf);

/// A file of the bundle.
pub struct File {
    /// Its path on the server.
    pub address: String,
    /// Its size in bytes after brotli.
    pub compressed: usize,
}

impl Site {
    pub fn at(folder: PathBuf) -> Self {
        Self(folder)
    }

    /// Whether the manifest is newer than each of these files and than everything in these folders.
    pub fn is_newer_than(&self, sources: &[&Path]) -> Result<bool> {
        let Ok(manifest) = fs::metadata(self.manifest()) else {
            return Ok(false);
        };
        let written = manifest.modified()?;
        for source in sources {
            if last_change(source)? >= written {
                return Ok(false);
            }
        }
        Ok(true)
    }

    /// Empties the folder; the manifest goes first, so that a run which is broken off leaves none.
    pub fn clear(&self) -> Result<()> {
        if self.manifest().exists() {
            fs::remove_file(self.manifest())?;
        }
        if self.0.exists() {
            fs::remove_dir_all(&self.0)?;
        }
        fs::create_dir_all(self.0.join("pkg"))?;
        Ok(())
    }

    /// Writes a file whose name holds a digest of its content.
    pub fn add(&self, name: &str, extension: &str, content: &[u8]) -> Result<File> {
        let digest = u64::from_be_bytes(Sha256::digest(content)[..8].try_into()?);
        let name = format!("{name}.{digest:016x}.{extension}");
        let compressed = write_with_copies(&self.0.join("pkg").join(&name), content)?;
        Ok(File {
            address: format!("/pkg/{name}"),
            compressed,
        })
    }

    /// Copies a folder as it is, with compressed copies.
    pub fn copy_assets(&self, from: &Path) -> Result<()> {
        copy(from, &self.0.join("assets"))
    }

    /// Writes the manifest.
    pub fn finish(&self, css: &[File], [js, wasm, desk, passkey]: [&File; 4]) -> Result<()> {
        let [css, staff_css] = css else {
            anyhow::bail!("the manifest names two style sheets");
        };
        let manifest = format!(
            "{{\"css\": \"{}\", \"staff_css\": \"{}\", \"js\": \"{}\", \"wasm\": \"{}\", \"desk\": \"{}\", \"passkey\": \"{}\"}}\n",
            css.address, staff_css.address, js.address, wasm.address, desk.address, passkey.address
        );
        fs::write(self.manifest(), manifest)?;
        Ok(())
    }

    fn manifest(&self) -> PathBuf {
        self.0.join("manifest.json")
    }
}

/// When a file, or anything in a folder, was last changed. A folder itself changes when something in it is removed.
fn last_change(path: &Path) -> Result<SystemTime> {
    let metadata = fs::metadata(path).with_context(|| format!("looking at {}", path.display()))?;
    let mut latest = metadata.modified()?;
    if metadata.is_dir() {
        for entry in fs::read_dir(path)? {
            latest = latest.max(last_change(&entry?.path())?);
        }
    }
    Ok(latest)
}

fn copy(from: &Path, to: &Path) -> Result<()> {
    fs::create_dir_all(to)?;
    for entry in fs::read_dir(from).with_context(|| format!("reading {}", from.display()))? {
        let entry = entry?;
        let to = to.join(entry.file_name());
        if entry.file_type()?.is_dir() {
            copy(&entry.path(), &to)?;
        } else {
            write_with_copies(&to, &fs::read(entry.path())?)?;
        }
    }
    Ok(())
}

/// Writes a file, and its compressed copies where they are smaller. Returns its size after brotli.
fn write_with_copies(path: &Path, content: &[u8]) -> Result<usize> {
    let mut brotli = Vec::new();
    let strongest = BrotliEncoderParams {
        quality: 11,
        lgwin: 22,
        size_hint: content.len(),
        ..Default::default()
    };
    brotli::BrotliCompress(&mut &*content, &mut brotli, &strongest)?;
    let mut gzip = GzEncoder::new(Vec::new(), Compression::best());
    gzip.write_all(content)?;

    fs::write(path, content)?;
    for (suffix, copy) in [(".br", &brotli), (".gz", &gzip.finish()?)] {
        if copy.len() < content.len() {
            let mut beside = path.as_os_str().to_owned();
            beside.push(suffix);
            fs::write(beside, copy)?;
        }
    }
    Ok(brotli.len())
}
