//! What is wrong with a resource, as an `OperationOutcome` tells it. Says nothing that the client sent.

use crate::json::Json;
use domain::named;

named! {
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum Severity {
        Error = "error",
        Information = "information",
    }
}

named! {
    /// The kinds of issues that FHIR names, as far as a lens finds them.
    #[derive(Clone, Copy, Debug, PartialEq, Eq)]
    pub enum IssueCode {
        /// No JSON.
        Invalid = "invalid",
        /// An element that is not there in R4, or not in this form.
        Structure = "structure",
        Required = "required",
        /// A value that the element cannot have, or that cannot be kept.
        Value = "value",
        NotSupported = "not-supported",
        BusinessRule = "business-rule",
        /// Made from another version.
        Conflict = "conflict",
        TooLong = "too-long",
        /// A fault of ours.
        Exception = "exception",
    }
}

/// One thing that is wrong.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Issue {
    pub severity: Severity,
    pub code: IssueCode,
    /// FHIRPath of the element; empty where it is the whole.
    pub expression: String,
    /// For developers, in English; never a patient's data.
    pub diagnostics: String,
}

impl Issue {
    pub fn error(
        code: IssueCode,
        expression: impl Into<String>,
        diagnostics: impl Into<String>,
    ) -> Self {
        Self {
            severity: Severity::Error,
            code,
            expression: expression.into(),
            diagnostics: diagnostics.into(),
        }
    }
}

/// So many issues are told of one resource.
pub(crate) const ISSUES_MAX: usize = 20;

/// Why a resource is not taken: at least one issue.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Refusal {
    pub issues: Vec<Issue>,
}

impl Refusal {
    pub fn one(issue: Issue) -> Self {
        Self {
            issues: vec![issue],
        }
    }

    /// The HTTP status: 400 for what is no resource of R4, 422 for one that cannot be kept.
    pub fn status(&self) -> u16 {
        let status = |issue: &Issue| match issue.code {
            IssueCode::Exception => 500,
            IssueCode::TooLong => 413,
            IssueCode::Invalid | IssueCode::Structure => 400,
            _ => 422,
        };
        let is_structural = |found: &u16| *found != 422;
        let mut all = self.issues.iter().map(status);
        all.find(is_structural).unwrap_or(422)
    }

    /// As a resource.
    pub fn outcome(&self) -> Json {
        let issues = self.issues.iter().map(|issue| {
            let mut told = Json::of([
                ("severity", Json::text(issue.severity.name())),
                ("code", Json::text(issue.code.name())),
                ("diagnostics", Json::text(&*issue.diagnostics)),
            ]);
            if !issue.expression.is_empty() {
                told.push("expression", Json::text(&*issue.expression));
            }
            told
        });
        Json::of([
            ("resourceType", Json::text("OperationOutcome")),
            ("issue", Json::List(issues.collect())),
        ])
    }
}
