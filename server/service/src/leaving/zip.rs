//! Writes a ZIP file: a few files with ASCII names, each deflated (APPNOTE.TXT 6.3, without ZIP64).

use flate2::write::DeflateEncoder;
use flate2::{Compression, Crc};
use std::io::{Error, Result, Write};

const LOCAL: u32 = 0x0403_4b50;
const CENTRAL: u32 = 0x0201_4b50;
const END: u32 = 0x0605_4b50;
/// Deflate needs a reader of version 2.0.
const VERSION: u16 = 20;
const DEFLATED: u16 = 8;
/// 1 January 1980, midnight: the time of making is in the files.
const DATE: u16 = 0x21;

/// A file that grows.
#[derive(Default)]
pub struct Zip {
    bytes: Vec<u8>,
    directory: Vec<u8>,
    files: u16,
}

impl Zip {
    /// Adds a file.
    ///
    /// # Errors
    ///
    /// For a file that the format has no room for.
    pub fn add(&mut self, name: &str, content: &[u8]) -> Result<()> {
        let mut crc = Crc::new();
        crc.update(content);
        let mut deflated = DeflateEncoder::new(Vec::new(), Compression::default());
        deflated.write_all(content)?;
        let deflated = deflated.finish()?;
        let at = size(self.bytes.len())?;
        let mut head = Vec::new();
        put16(&mut head, &[VERSION, 0, DEFLATED, 0, DATE]);
        put32(
            &mut head,
            &[crc.sum(), size(deflated.len())?, size(content.len())?],
        );
        let length = u16::try_from(name.len()).map_err(Error::other)?;
        put16(&mut head, &[length, 0]);
        put32(&mut self.bytes, &[LOCAL]);
        self.bytes.extend_from_slice(&head);
        self.bytes.extend_from_slice(name.as_bytes());
        self.bytes.extend_from_slice(&deflated);
        put32(&mut self.directory, &[CENTRAL]);
        put16(&mut self.directory, &[VERSION]);
        self.directory.extend_from_slice(&head);
        put16(&mut self.directory, &[0, 0, 0]);
        put32(&mut self.directory, &[0, at]);
        self.directory.extend_from_slice(name.as_bytes());
        self.files += 1;
        Ok(())
    }

    /// The whole file.
    ///
    /// # Errors
    ///
    /// For more than the format has room for.
    pub fn finish(mut self) -> Result<Vec<u8>> {
        let (at, length) = (size(self.bytes.len())?, size(self.directory.len())?);
        self.bytes.extend_from_slice(&self.directory);
        put32(&mut self.bytes, &[END]);
        put16(&mut self.bytes, &[0, 0, self.files, self.files]);
        put32(&mut self.bytes, &[length, at]);
        put16(&mut self.bytes, &[0]);
        Ok(self.bytes)
    }
}

fn size(length: usize) -> Result<u32> {
    u32::try_from(length).map_err(Error::other)
}

fn put16(bytes: &mut Vec<u8>, values: &[u16]) {
    for value in values {
        bytes.extend_from_slice(&value.to_le_bytes());
    }
}

fn put32(bytes: &mut Vec<u8>, values: &[u32]) {
    for value in values {
        bytes.extend_from_slice(&value.to_le_bytes());
    }
}
