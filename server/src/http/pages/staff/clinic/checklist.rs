//! `/staff/checklist`: takes a task from the list of what a new clinic still has to do. Managers alone come in.

use crate::http::error::PageError;
use crate::http::extract::Manager;
use crate::http::pages::staff::HOME;
use axum::Form;
use axum::response::Redirect;
use domain::checklist::Task;
use serde::Deserialize;

#[derive(Deserialize)]
pub struct Fields {
    #[serde(default)]
    hide: String,
}

/// A task that is not known hides nothing.
pub async fn post(manager: Manager, Form(fields): Form<Fields>) -> Result<Redirect, PageError> {
    if let Some(task) = Task::from_name(&fields.hide) {
        let applications = manager.services().applications();
        applications.hide_task(manager.by, task).await?;
    }
    Ok(Redirect::to(HOME))
}
