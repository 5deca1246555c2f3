//! The API's page for people says what its document says, and its lines do what they say.

use crate::support::{Clinic, Page, on_each_database};
use app::pages::problem::NEXT;
use axum::body::Body;
use axum::http::Method;
use service::Administrator;
use std::collections::BTreeSet;

const METHODS: [&str; 5] = ["get", "post", "put", "patch", "delete"];

/// Method, path and operation of every call in the document.
fn documented() -> Vec<(String, String, serde_json::Value)> {
    let document = serde_json::to_value(server::http::api::openapi()).expect("a document");
    let paths = document["paths"].as_object().expect("paths").clone();
    let calls = paths.into_iter().flat_map(|(path, item)| {
        METHODS.iter().filter_map(move |method| {
            let operation = item.get(*method)?.clone();
            Some((method.to_uppercase(), path.clone(), operation))
        })
    });
    calls.collect()
}

/// A line as a shell reads it: method, address, headers, body.
struct Line {
    method: Method,
    path: String,
    headers: Vec<(String, String)>,
    body: String,
}

fn read(line: &str, key: &str, id: &str) -> Line {
    let line = line
        .replace("$KEY", key)
        .replace("$ID", id)
        .replace("\\\n", "");
    let quoted = |text: &str| {
        let quote = text.trim_start().chars().next().expect("a quote");
        let text = text.trim_start().trim_start_matches(quote);
        text.split(quote).next().expect("its end").to_owned()
    };
    let after = |flag: &str| line.split_once(flag).map(|(_, rest)| rest);
    let method = after("-X ").expect("a method");
    let url = quoted(&line[line.find('"').expect("an address")..]);
    let headers = line.split("-H ").skip(1).map(|rest| {
        let header = quoted(rest);
        let (name, value) = header.split_once(": ").expect("a header");
        (name.to_lowercase(), value.to_owned())
    });
    Line {
        method: method
            .split(' ')
            .next()
            .expect("a word")
            .parse()
            .expect("a method"),
        path: url.trim_start_matches(crate::support::ORIGIN).to_owned(),
        headers: headers.collect(),
        body: after("-d ").map(quoted).unwrap_or_default(),
    }
}

async fn run(clinic: &Clinic, line: &Line) -> Page {
    let headers: Vec<(&str, &str)> = line
        .headers
        .iter()
        .map(|(name, value)| (name.as_str(), value.as_str()))
        .collect();
    let body = Body::from(line.body.clone());
    let visitor = clinic.browser();
    visitor
        .send(line.method.clone(), &line.path, &headers, body)
        .await
}

fn lines(page: &Page) -> Vec<String> {
    page.texts("section pre code")
}

#[tokio::test]
async fn the_page_has_every_call_of_the_document_with_all_its_fields() {
    on_each_database(async |clinic| {
        let page = clinic.browser().get("/api").await;
        page.has_status(200);
        let calls = documented();
        assert!(calls.len() >= 8);
        assert_eq!(page.count("section"), calls.len());
        for (method, path, operation) in calls {
            let id = operation["operationId"].as_str().expect("an id");
            let section = format!("section[aria-labelledby='{id}']");
            let said = page.first(&section).expect("a section");
            assert!(said.contains(&format!("{method} {path}")), "{id}: {said}");
            let parameters = operation["parameters"].as_array().into_iter().flatten();
            for parameter in parameters {
                let name = parameter["name"].as_str().expect("a name");
                assert!(said.contains(name), "{id}: {name}");
            }
            for status in operation["responses"].as_object().expect("answers").keys() {
                assert!(said.contains(status.as_str()), "{id}: {status}");
            }
        }
    })
    .await;
}

#[tokio::test]
async fn each_line_of_the_page_does_what_it_says() {
    on_each_database(async |clinic| {
        let by = Administrator::at_command_line(clinic.application);
        let key = clinic
            .services()
            .applications()
            .add_api_key(by, false)
            .await
            .expect("a key");
        let page = clinic.browser().get("/api").await;
        for (number, line) in lines(&page).iter().enumerate() {
            let invitation = clinic.invite(&format!("MRN-{number}")).await;
            let line = read(line, &key, &invitation.id.to_string());
            let answer = run(clinic, &line).await;
            assert!(
                answer.status.is_success(),
                "{} {}: {} {}",
                line.method,
                line.path,
                answer.status,
                answer.body
            );
        }
    })
    .await;
}

#[tokio::test]
async fn every_problem_of_the_document_has_a_page_that_the_api_names() {
    on_each_database(async |clinic| {
        let known: BTreeSet<&str> = NEXT.iter().map(|(code, _)| *code).collect();
        for (_, path, operation) in documented() {
            for (status, answer) in operation["responses"].as_object().expect("answers") {
                if !status.starts_with(['4', '5']) {
                    continue;
                }
                let about = answer["description"].as_str().expect("words");
                for code in about.split('`').skip(1).step_by(2) {
                    assert!(known.contains(code), "{path} {status}: {code}");
                }
            }
        }
        let visitor = clinic.browser();
        for code in known {
            let page = visitor.get(&format!("/problems/{code}")).await;
            page.has_status(200);
            assert_eq!(page.heading(), code);
        }
        let refused = visitor.get("/api/v1/connect-requests").await;
        let named: serde_json::Value = serde_json::from_str(&refused.body).expect("a problem");
        let named = named["type"].as_str().expect("an address");
        visitor.get(named).await.has_status(200);
        visitor.get("/problems/nothing").await.has_status(404);
    })
    .await;
}
