//! A line of the log for each failed sign-in, where the operator wishes it: the client's address, for programs that shut
//! addresses out. Nothing of the account or of what was typed is in it.

use super::client_address::ClientAddress;
use axum::Extension;
use axum::extract::{Request, State};
use axum::middleware::Next;
use axum::response::Response;

/// Marks the answer to a wrong password or a wrong second step.
#[derive(Clone)]
pub struct FailedSignIn;

/// Around everything that knows its client's address.
pub async fn layer(
    State(wished): State<bool>,
    Extension(ClientAddress(address)): Extension<ClientAddress>,
    request: Request,
    next: Next,
) -> Response {
    let response = next.run(request).await;
    if wished && response.extensions().get::<FailedSignIn>().is_some() {
        tracing::warn!(client.address = %address, "failed sign-in");
    }
    response
}
