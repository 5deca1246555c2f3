//! The built files: style sheet, browser bundle, assets; from inside the binary, or from `target/site`.
//!
//! All of them are read once at the start, so a name that is not among them is never looked for.

use app::components::{Assets, Bundle};
use axum::Router;
use axum::body::Bytes;
use axum::http::{HeaderMap, HeaderValue, StatusCode, header};
use axum::response::{IntoResponse, Response};
use axum::routing::get;
use serde::Deserialize;
use std::collections::HashMap;
use std::sync::Arc;

/// Where pages find the style sheet when no site has been built.
const PLAIN_CSS: &str = "/pkg/main.css";
const FOR_EVER: HeaderValue = HeaderValue::from_static("public, max-age=31536000, immutable");
const ASK_AGAIN: HeaderValue = HeaderValue::from_static("public, no-cache");

/// The site as the bundler wrote it.
#[derive(Clone)]
pub struct Site {
    /// By path, as `/pkg/main.0123.css`.
    files: Arc<HashMap<String, Bytes>>,
    assets: Assets,
}

#[derive(Deserialize)]
struct Manifest {
    css: String,
    js: String,
    wasm: String,
}

impl Site {
    /// The built site; without one, only the style sheet as it was written, and no islands.
    pub fn load() -> Self {
        let mut files = built();
        let manifest = files
            .get("/manifest.json")
            .and_then(|bytes| serde_json::from_slice::<Manifest>(bytes).ok());
        let assets = if let Some(manifest) = manifest {
            Assets {
                css: manifest.css,
                bundle: Some(Bundle {
                    js: manifest.js,
                    wasm: manifest.wasm,
                }),
            }
        } else {
            let css = include_bytes!("../../../style/main.css");
            files.insert(PLAIN_CSS.to_owned(), Bytes::from_static(css));
            Assets {
                css: PLAIN_CSS.to_owned(),
                bundle: None,
            }
        };
        Self {
            files: Arc::new(files),
            assets,
        }
    }

    pub fn assets(&self) -> Assets {
        self.assets.clone()
    }

    /// `/pkg/..` and `/assets/..`.
    pub fn router(&self) -> Router {
        let served = |site: Self| {
            get(move |uri: axum::http::Uri, headers: HeaderMap| async move {
                site.serve(uri.path(), &headers)
            })
        };
        Router::new()
            .route("/pkg/{file}", served(self.clone()))
            .route("/assets/{*file}", served(self.clone()))
            .route("/favicon.ico", get(|| async { StatusCode::NO_CONTENT }))
    }

    fn serve(&self, path: &str, asked: &HeaderMap) -> Response {
        let Some(plain) = self.files.get(path) else {
            return StatusCode::NOT_FOUND.into_response();
        };
        let accepted = asked
            .get(header::ACCEPT_ENCODING)
            .and_then(|value| value.to_str().ok())
            .unwrap_or_default();
        let takes = |coding: &str| {
            accepted.split(',').any(|one| {
                one.split(';')
                    .next()
                    .is_some_and(|name| name.trim() == coding)
            })
        };
        let copy = [("br", "br"), ("gzip", "gz")]
            .into_iter()
            .filter(|(coding, _)| takes(coding))
            .find_map(|(coding, ending)| {
                Some((coding, self.files.get(&format!("{path}.{ending}"))?))
            });
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type(path));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let digest_named = path.starts_with("/pkg/") && path != PLAIN_CSS;
        headers.insert(
            header::CACHE_CONTROL,
            if digest_named { FOR_EVER } else { ASK_AGAIN },
        );
        let body = match copy {
            Some((coding, bytes)) => {
                headers.insert(header::CONTENT_ENCODING, HeaderValue::from_static(coding));
                bytes
            }
            None => plain,
        };
        (headers, body.clone()).into_response()
    }
}

fn content_type(path: &str) -> HeaderValue {
    HeaderValue::from_static(match path.rsplit('.').next().unwrap_or_default() {
        "css" => "text/css; charset=utf-8",
        "js" => "text/javascript; charset=utf-8",
        "wasm" => "application/wasm",
        "svg" => "image/svg+xml",
        "png" => "image/png",
        _ => "application/octet-stream",
    })
}

#[cfg(feature = "embed")]
fn built() -> HashMap<String, Bytes> {
    #[derive(rust_embed::Embed)]
    #[folder = "../target/site"]
    struct Built;

    let bytes = |name: &str| match Built::get(name)?.data {
        std::borrow::Cow::Borrowed(bytes) => Some(Bytes::from_static(bytes)),
        std::borrow::Cow::Owned(bytes) => Some(Bytes::from(bytes)),
    };
    Built::iter()
        .filter_map(|name| Some((format!("/{name}"), bytes(&name)?)))
        .collect()
}

/// A plain `cargo build` has no site: pages work, scripts off.
#[cfg(not(feature = "embed"))]
fn built() -> HashMap<String, Bytes> {
    HashMap::new()
}
