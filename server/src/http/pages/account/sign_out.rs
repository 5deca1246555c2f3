//! `/sign-out`, and signing out for someone else to continue with the same code and answer.

use crate::http::error::PageError;
use crate::http::session::SessionHandle;
use crate::http::web::Web;
use axum::extract::State;
use axum::response::Redirect;

pub async fn post(State(web): State<Web>, session: SessionHandle) -> Result<Redirect, PageError> {
    if let Some(person) = session.person() {
        web.services.people().sign_out(person).await?;
    }
    session.end().await?;
    Ok(Redirect::to("/"))
}

/// "Not you?": only the person leaves; the way stays.
pub async fn post_and_return(
    State(web): State<Web>,
    mut session: SessionHandle,
) -> Result<Redirect, PageError> {
    if let Some(person) = session.person() {
        web.services.people().sign_out(person).await?;
    }
    session.data.person = None;
    session.renew().await?;
    Ok(Redirect::to("/sign-in"))
}
