//! A browser without scripts: cookies, forms, and pages read by element. It follows no redirect by itself.
//! A form sends on what the page shown last carried in its hidden `seen`, as browsers do.

use axum::Router;
use axum::body::{Body, Bytes};
use axum::extract::ConnectInfo;
use axum::http::{HeaderMap, Method, Request, StatusCode, header, response};
use http_body_util::BodyExt;
use scraper::{ElementRef, Html, Selector};
use std::collections::BTreeMap;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tower::ServiceExt;

/// One visitor; clones share the cookie, as tabs do.
#[derive(Clone)]
pub struct Browser {
    router: Router,
    address: SocketAddr,
    cookies: Jar,
    /// The forms shown last, by where they go.
    forms: Arc<Mutex<BTreeMap<String, Vec<Form>>>>,
}

/// What a form carries without being typed.
struct Form {
    hidden: Vec<(String, String)>,
    /// The digest of what its page showed.
    seen: Option<String>,
}

/// Cookies by name. Paths are not looked at.
type Jar = Arc<Mutex<BTreeMap<String, String>>>;

/// The hidden field by which a form says what its page showed.
const SEEN: &str = "seen";

/// The session's cookie, over plain http.
const SESSION: &str = "pc";

impl Browser {
    pub fn new(router: &Router, address: &str) -> Self {
        let address: IpAddr = address.parse().expect("an address");
        Self {
            router: router.clone(),
            address: (address, 40_000).into(),
            cookies: Arc::default(),
            forms: Arc::default(),
        }
    }

    /// The same visitor at another server of the installation.
    pub fn at(&self, router: &Router) -> Self {
        Self {
            router: router.clone(),
            ..self.clone()
        }
    }

    /// A thief's browser: knows this session, and nothing of what happens to it.
    pub fn stolen(&self) -> Self {
        Self {
            cookies: Arc::new(Mutex::new(self.jar().clone())),
            ..self.clone()
        }
    }

    /// The session cookie, as `name=value`.
    pub fn cookie(&self) -> Option<String> {
        let jar = self.jar();
        let id = jar.get(SESSION)?;
        Some(format!("{SESSION}={id}"))
    }

    fn jar(&self) -> MutexGuard<'_, BTreeMap<String, String>> {
        self.cookies.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// All cookies, as a browser sends them.
    fn cookies(&self) -> Option<String> {
        let jar = self.jar();
        let pairs: Vec<_> = jar
            .iter()
            .map(|(name, value)| format!("{name}={value}"))
            .collect();
        (!pairs.is_empty()).then(|| pairs.join("; "))
    }

    pub async fn get(&self, path: &str) -> Page {
        self.send(Method::GET, path, &[], Body::empty()).await
    }

    pub async fn head(&self, path: &str) -> Page {
        self.send(Method::HEAD, path, &[], Body::empty()).await
    }

    /// A file that is no text, and how it is served.
    pub async fn bytes(&self, path: &str) -> (HeaderMap, Vec<u8>) {
        let (parts, body) = self.ask(Method::GET, path, &[], Body::empty()).await;
        (parts.headers, body.to_vec())
    }

    /// Sends a form of one of our own pages.
    pub async fn post(&self, path: &str, fields: &[(&str, &str)]) -> Page {
        let ours = [
            ("sec-fetch-site", "same-origin"),
            ("origin", super::clinic::ORIGIN),
        ];
        self.post_with(path, fields, &ours).await
    }

    /// Sends a form with these headers alone.
    pub async fn post_with(
        &self,
        path: &str,
        fields: &[(&str, &str)],
        headers: &[(&str, &str)],
    ) -> Page {
        let carried = self
            .carried(path, fields)
            .filter(|_| !fields.iter().any(|(name, _)| *name == SEEN));
        let mut fields = fields.to_vec();
        fields.extend(carried.as_deref().map(|seen| (SEEN, seen)));
        let body = serde_urlencoded::to_string(fields).expect("a form");
        self.send(Method::POST, path, headers, body.into()).await
    }

    pub async fn send(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> Page {
        let (parts, body) = self.ask(method, path, headers, body).await;
        let page = Page {
            path: path.to_owned(),
            status: parts.status,
            headers: parts.headers,
            body: String::from_utf8_lossy(&body).into_owned(),
        };
        self.keep_forms(&page);
        page
    }

    /// What the form that goes there carried when it was shown last.
    pub fn seen_for(&self, path: &str) -> Option<String> {
        self.carried(path, &[])
    }

    /// The same for the form among several whose hidden fields are among these.
    fn carried(&self, path: &str, fields: &[(&str, &str)]) -> Option<String> {
        let forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        let forms = forms.get(path)?;
        let is_sent =
            |(name, value): &(String, String)| fields.contains(&(name.as_str(), value.as_str()));
        let sent = forms.iter().find(|form| form.hidden.iter().all(is_sent));
        sent.or(forms.last())?.seen.clone()
    }

    fn keep_forms(&self, page: &Page) {
        let mut forms = self.forms.lock().unwrap_or_else(PoisonError::into_inner);
        let known = |action: &String| page.body.contains(action.as_str());
        if !page.body.contains("name=\"seen\"") && !forms.keys().any(known) {
            return;
        }
        let html = Html::parse_document(&page.body);
        let hidden = Selector::parse("input[type=hidden]").expect("a selector");
        let mut shown = BTreeMap::<String, Vec<Form>>::new();
        for form in all(&html, "form[action]") {
            let fields = form.select(&hidden).map(|input| {
                let text = |name| input.attr(name).unwrap_or_default().to_owned();
                (text("name"), text("value"))
            });
            let (seen, hidden): (Vec<_>, Vec<_>) = fields.partition(|(name, _)| name == SEEN);
            let seen = seen.into_iter().next().map(|(_, value)| value);
            let action = form.attr("action").unwrap_or_default().to_owned();
            shown.entry(action).or_default().push(Form { hidden, seen });
        }
        forms.extend(shown);
    }

    async fn ask(
        &self,
        method: Method,
        path: &str,
        headers: &[(&str, &str)],
        body: Body,
    ) -> (response::Parts, Bytes) {
        let mut request = Request::builder()
            .method(&method)
            .uri(path)
            .extension(ConnectInfo(self.address));
        if method == Method::POST && !headers.iter().any(|(name, _)| *name == "content-type") {
            let form = "application/x-www-form-urlencoded";
            request = request.header(header::CONTENT_TYPE, form);
        }
        if let Some(cookies) = self.cookies() {
            request = request.header(header::COOKIE, cookies);
        }
        for (name, value) in headers {
            request = request.header(*name, *value);
        }
        let request = request.body(body).expect("a request");
        let response = self.router.clone().oneshot(request).await;
        let (parts, body) = response.expect("a response").into_parts();
        let body = body.collect().await.expect("a body").to_bytes();
        self.keep_cookies(&parts.headers);
        (parts, body)
    }

    fn keep_cookies(&self, headers: &HeaderMap) {
        for set in headers.get_all(header::SET_COOKIE) {
            let set = set.to_str().expect("a cookie");
            let pair = set.split(';').next().unwrap_or_default();
            let (name, value) = pair.split_once('=').expect("a name and a value");
            if set.contains("Max-Age=0") || value.is_empty() {
                self.jar().remove(name);
            } else {
                self.jar().insert(name.to_owned(), value.to_owned());
            }
        }
    }
}

/// What a browser was answered.
#[derive(Debug)]
pub struct Page {
    pub path: String,
    pub status: StatusCode,
    pub headers: HeaderMap,
    pub body: String,
}

impl Page {
    pub fn header(&self, name: &str) -> &str {
        self.headers
            .get(name)
            .map_or("", |value| value.to_str().expect("text"))
    }

    /// Asserts a redirect after a form, and answers nothing: the test continues there.
    #[track_caller]
    pub fn leads_to(&self, path: &str) {
        assert_eq!(self.status, StatusCode::SEE_OTHER, "{}", self.shown());
        assert_eq!(self.header("location"), path, "after {}", self.path);
    }

    #[track_caller]
    pub fn says(&self, words: &str) {
        assert!(
            self.text().contains(words),
            "no {words:?} in {}",
            self.shown()
        );
    }

    #[track_caller]
    pub fn says_nothing_of(&self, words: &str) {
        assert!(
            !self.text().contains(words),
            "{words:?} in {}",
            self.shown()
        );
    }

    #[track_caller]
    pub fn has_status(&self, status: u16) {
        assert_eq!(self.status.as_u16(), status, "{}", self.shown());
    }

    fn shown(&self) -> String {
        let location = self.header("location");
        format!("{} {} {location}: {}", self.path, self.status, self.text())
    }

    /// All words of the page's body, with single blanks between.
    pub fn text(&self) -> String {
        let html = Html::parse_document(&self.body);
        let bodies = all(&html, "body");
        let texts: Vec<_> = bodies.iter().flat_map(ElementRef::text).collect();
        let words = texts.join(" ");
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    }

    pub fn heading(&self) -> String {
        self.first("h1").unwrap_or_default()
    }

    /// The words of the first element that fits.
    pub fn first(&self, selector: &str) -> Option<String> {
        let html = Html::parse_document(&self.body);
        all(&html, selector)
            .first()
            .map(|element| element.text().collect::<String>().trim().to_owned())
    }

    /// The words of every element that fits.
    pub fn texts(&self, selector: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        let found = all(&html, selector);
        let words = found
            .iter()
            .map(|element| element.text().collect::<String>());
        words.map(|words| words.trim().to_owned()).collect()
    }

    /// An attribute of every element that fits.
    pub fn attributes(&self, selector: &str, name: &str) -> Vec<String> {
        let html = Html::parse_document(&self.body);
        all(&html, selector)
            .iter()
            .filter_map(|element| element.attr(name).map(str::to_owned))
            .collect()
    }

    pub fn count(&self, selector: &str) -> usize {
        all(&Html::parse_document(&self.body), selector).len()
    }

    /// The message at a field.
    pub fn error_at(&self, field: &str) -> Option<String> {
        self.first(&format!("[id='{field}-error']"))
            .or_else(|| self.first(&format!("fieldset[id='{field}'] .error")))
    }

    /// The text kept in a field.
    pub fn kept(&self, field: &str) -> Option<String> {
        self.attributes(&format!("input[name='{field}']"), "value")
            .pop()
    }
}

fn all<'a>(html: &'a Html, selector: &str) -> Vec<ElementRef<'a>> {
    let selector = Selector::parse(selector).expect("a selector");
    html.select(&selector).collect()
}
