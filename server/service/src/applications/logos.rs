//! A clinic's logo: every upload is read as a picture and written anew, so that nothing else comes along.

use crate::{Administrator, Applications, InternalError, Outcome, reject};
use domain::application::Logo;
use domain::audit::{Action, ActionOutcome};
use domain::ids::ApplicationId;
use domain::policy;
use domain::text::findable;
use image::codecs::png::PngEncoder;
use image::imageops::FilterType;
use image::{DynamicImage, ImageDecoder, ImageFormat, ImageReader, Limits};
use std::fmt::Display;
use std::io::Cursor;
use store::logos as table;

/// Memory that a picture may take while it is read: four bytes for each of the most pixels, twice.
const MEMORY: u64 = 2 * 4 * (policy::LOGO_SIDE as u64) * (policy::LOGO_SIDE as u64);

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LogoRejection {
    /// No PNG or JPEG that can be read.
    NoPicture,
    /// Too many bytes.
    Heavy,
    /// Too many pixels.
    Large,
}

/// A picture as it is kept.
struct Drawn {
    png: Vec<u8>,
    width: u32,
    height: u32,
}

impl Applications<'_> {
    /// Makes the picture in a file the application's logo.
    pub async fn set_logo(self, by: Administrator, file: Vec<u8>) -> Outcome<(), LogoRejection> {
        if file.len() > policy::LOGO_BYTES {
            return reject(LogoRejection::Heavy);
        }
        // Reading a picture keeps a processor busy; a panic in a decoder is a file that cannot be read.
        let drawn = tokio::task::spawn_blocking(move || draw(&file)).await;
        let drawn = drawn
            .unwrap_or(Err(LogoRejection::NoPicture))
            .map_err(crate::Failure::Rejected)?;
        let digest = self.sealer().digest("logo", &[&drawn.png]);
        let logo = Logo {
            application: by.application,
            digest: hex::encode(&digest[..16]),
            width: drawn.width,
            height: drawn.height,
        };
        let mut tx = self.store().begin().await?;
        table::put(&mut tx, &logo, &drawn.png, self.ports().now()).await?;
        self.audit_application(
            &mut tx,
            by,
            Action::ApplicationSetLogo,
            ActionOutcome::Changed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// Removes the logo; one that is gone already stays gone.
    pub async fn remove_logo(self, by: Administrator) -> Result<(), InternalError> {
        let mut tx = self.store().begin().await?;
        if !table::delete(&mut tx, by.application).await? {
            return Ok(());
        }
        self.audit_application(
            &mut tx,
            by,
            Action::ApplicationSetLogo,
            ActionOutcome::Removed,
        )
        .await?;
        tx.commit().await?;
        Ok(())
    }

    /// A logo's PNG, by the name it is served under.
    pub async fn logo(
        self,
        application: ApplicationId,
        digest: &str,
    ) -> Result<Option<Vec<u8>>, InternalError> {
        let mut tx = self.store().read().await?;
        Ok(table::png(&mut tx, application, &findable(digest)).await?)
    }
}

/// For `map_err`: the manager reads that it is no picture; the decoder's reason is for the log.
fn no_picture(error: impl Display) -> LogoRejection {
    tracing::debug!(%error, "a logo cannot be read or drawn");
    LogoRejection::NoPicture
}

fn draw(file: &[u8]) -> Result<Drawn, LogoRejection> {
    let mut reader = ImageReader::new(Cursor::new(file))
        .with_guessed_format()
        .map_err(no_picture)?;
    if !matches!(reader.format(), Some(ImageFormat::Png | ImageFormat::Jpeg)) {
        return Err(LogoRejection::NoPicture);
    }
    let mut limits = Limits::default();
    limits.max_alloc = Some(MEMORY);
    reader.limits(limits);
    let mut decoder = reader.into_decoder().map_err(no_picture)?;
    let (width, height) = decoder.dimensions();
    if width.max(height) > policy::LOGO_SIDE {
        return Err(LogoRejection::Large);
    }
    let orientation = decoder.orientation();
    let mut picture = DynamicImage::from_decoder(decoder).map_err(no_picture)?;
    if let Ok(orientation) = orientation {
        picture.apply_orientation(orientation);
    }
    write(&fitting(picture))
}

/// Within the box, never larger than it was.
fn fitting(picture: DynamicImage) -> DynamicImage {
    let (width, height) = policy::LOGO_BOX;
    if picture.width() <= width && picture.height() <= height {
        picture
    } else {
        picture.resize(width, height, FilterType::Lanczos3)
    }
}

fn write(picture: &DynamicImage) -> Result<Drawn, LogoRejection> {
    let picture = DynamicImage::from(picture.to_rgba8());
    let mut png = Vec::new();
    picture
        .write_with_encoder(PngEncoder::new(&mut png))
        .map_err(no_picture)?;
    Ok(Drawn {
        png,
        width: picture.width(),
        height: picture.height(),
    })
}
