//! `/sign-out`, and signing out for somebody else to go on with the same code and answer.

use crate::http::error::PageError;
use crate::http::session::Visitor;
use crate::http::web::Web;
use axum::extract::State;
use axum::response::Redirect;

pub async fn post(State(web): State<Web>, visitor: Visitor) -> Result<Redirect, PageError> {
    if let Some(person) = visitor.person() {
        web.services.people().sign_out(person).await?;
    }
    visitor.end().await?;
    Ok(Redirect::to("/"))
}

/// "Not you?": only the person leaves; the way stays.
pub async fn post_and_return(
    State(web): State<Web>,
    mut visitor: Visitor,
) -> Result<Redirect, PageError> {
    if let Some(person) = visitor.person() {
        web.services.people().sign_out(person).await?;
    }
    visitor.visit.person = None;
    visitor.renew().await?;
    Ok(Redirect::to("/sign-in"))
}
