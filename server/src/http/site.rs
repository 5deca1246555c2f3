//! The built files: style sheets, browser bundle, assets; from inside the binary, or from `target/site`.
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

/// Where pages find the style sheets when no site has been built, and what is there.
const PLAIN_CSS: [(&str, &[u8]); 2] = [
    (
        "/pkg/main.css",
        include_bytes!(concat!(env!("OUT_DIR"), "/main.css")),
    ),
    (
        "/pkg/staff.css",
        include_bytes!(concat!(env!("OUT_DIR"), "/staff.css")),
    ),
];
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
    staff_css: String,
    js: String,
    wasm: String,
    desk: String,
    passkey: String,
}

impl Site {
    /// The built site; without one, only the style sheets as they were written, and no islands.
    pub fn load() -> Self {
        Self::of(built())
    }

    fn of(mut files: HashMap<String, Bytes>) -> Self {
        let manifest = files
            .get("/manifest.json")
            .and_then(|bytes| serde_json::from_slice::<Manifest>(bytes).ok());
        let assets = if let Some(manifest) = manifest {
            Assets {
                css: manifest.css,
                staff_css: manifest.staff_css,
                bundle: Some(Bundle {
                    js: manifest.js,
                    wasm: manifest.wasm,
                    desk: manifest.desk,
                    passkey: manifest.passkey,
                }),
            }
        } else {
            let plain = PLAIN_CSS.map(|(path, sheet)| {
                files.insert(path.to_owned(), Bytes::from_static(sheet));
                path.to_owned()
            });
            let [css, staff_css] = plain;
            Assets {
                css,
                staff_css,
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
        let copy = [("br", "br"), ("gzip", "gz")]
            .into_iter()
            .filter(|(coding, _)| takes(asked, coding))
            .find_map(|(coding, ending)| {
                Some((coding, self.files.get(&format!("{path}.{ending}"))?))
            });
        let mut headers = HeaderMap::new();
        headers.insert(header::CONTENT_TYPE, content_type(path));
        headers.insert(header::VARY, HeaderValue::from_static("accept-encoding"));
        let by_plain_name = PLAIN_CSS.iter().any(|(address, _)| *address == path);
        let digest_named = path.starts_with("/pkg/") && !by_plain_name;
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

/// Whether a browser says that it reads this coding; `;q=0` says that it does not.
fn takes(asked: &HeaderMap, coding: &str) -> bool {
    let lists = asked.get_all(header::ACCEPT_ENCODING).iter();
    lists
        .filter_map(|list| list.to_str().ok())
        .flat_map(|list| list.split(','))
        .any(|one| {
            let (name, weight) = one.split_once(';').unwrap_or((one, "q=1"));
            let weight = weight.trim().strip_prefix("q=").map(str::parse::<f32>);
            name.trim() == coding && matches!(weight, Some(Ok(weight)) if weight > 0.0)
        })
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

#[cfg(test)]
mod tests {
    use super::*;
    use axum::body::Body;
    use axum::extract::Request;
    use http_body_util::BodyExt;
    use tower::ServiceExt;

    const MANIFEST: &str = r#"{"css": "/pkg/main.0a.css", "staff_css": "/pkg/staff.0d.css",
        "js": "/pkg/islands.0b.js", "wasm": "/pkg/islands.0c.wasm",
        "desk": "/pkg/desk.0e.js", "passkey": "/pkg/passkey.0f.js"}"#;

    fn site() -> Site {
        let files = [
            ("/manifest.json", MANIFEST),
            ("/pkg/main.0a.css", "plain"),
            ("/pkg/main.0a.css.br", "brotli"),
            ("/pkg/main.0a.css.gz", "gzip"),
            ("/pkg/islands.0c.wasm", "wasm"),
            ("/assets/favicon.svg", "<svg/>"),
        ];
        let files = files.map(|(path, text)| (path.to_owned(), Bytes::from(text)));
        Site::of(files.into())
    }

    async fn get(site: &Site, path: &str, accepted: &str) -> (u16, HeaderMap, String) {
        let request = Request::builder()
            .uri(path)
            .header(header::ACCEPT_ENCODING, accepted)
            .body(Body::empty());
        let answer = site.router().oneshot(request.expect("a request")).await;
        let (parts, body) = answer.expect("an answer").into_parts();
        let bytes = body.collect().await.expect("a body").to_bytes();
        let text = String::from_utf8(bytes.to_vec()).expect("text");
        (parts.status.as_u16(), parts.headers, text)
    }

    #[tokio::test]
    async fn a_file_named_by_its_content_is_kept_for_ever() {
        let (status, headers, body) = get(&site(), "/pkg/main.0a.css", "").await;
        assert_eq!((status, body.as_str()), (200, "plain"));
        assert_eq!(headers[header::CONTENT_TYPE], "text/css; charset=utf-8");
        assert_eq!(
            headers[header::CACHE_CONTROL],
            "public, max-age=31536000, immutable"
        );
        let (_, headers, _) = get(&site(), "/pkg/islands.0c.wasm", "br").await;
        assert_eq!(headers[header::CONTENT_TYPE], "application/wasm");
        let (_, headers, _) = get(&site(), "/assets/favicon.svg", "br").await;
        assert_eq!(headers[header::CACHE_CONTROL], "public, no-cache");
    }

    #[tokio::test]
    async fn the_smallest_copy_that_the_browser_reads_is_sent() {
        for (accepted, body, coding) in [
            ("gzip, deflate, br, zstd", "brotli", Some("br")),
            ("gzip;q=1.0, br;q=0", "gzip", Some("gzip")),
            ("br; q=0.0", "plain", None),
            ("brotli", "plain", None),
            ("identity", "plain", None),
        ] {
            let (_, headers, found) = get(&site(), "/pkg/main.0a.css", accepted).await;
            assert_eq!(found, body, "{accepted}");
            assert_eq!(headers[header::VARY], "accept-encoding");
            let found = headers.get(header::CONTENT_ENCODING);
            assert_eq!(found.and_then(|coding| coding.to_str().ok()), coding);
        }
    }

    #[tokio::test]
    async fn only_what_was_built_is_served() {
        for path in [
            "/pkg/main.css",
            "/pkg/..%2Fmanifest.json",
            "/assets/../manifest.json",
            "/assets/..%2f..%2fCargo.toml",
            "/manifest.json",
        ] {
            let (status, _, _) = get(&site(), path, "").await;
            assert_eq!(status, 404, "{path}");
        }
    }

    #[tokio::test]
    async fn without_a_built_site_pages_have_their_style_and_no_islands() {
        let site = Site::of(HashMap::new());
        let assets = site.assets();
        assert!(assets.bundle.is_none());
        for sheet in [&assets.css, &assets.staff_css] {
            let (status, headers, _) = get(&site, sheet, "br").await;
            assert_eq!(status, 200);
            assert_eq!(headers[header::CACHE_CONTROL], "public, no-cache");
        }
    }
}
