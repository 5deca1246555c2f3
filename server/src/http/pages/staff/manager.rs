//! Who may come to a managers' page.

use super::{at_desk, frame, not_yours};
use crate::http::session::{Desk, Visitor};
use crate::http::web::Web;
use app::pages::staff::not_yours::Whose;
use axum::response::Response;
use domain::staff::StaffContext;
use service::Administrator;

/// Somebody at the desk who manages its application.
pub struct Manager {
    pub staff: StaffContext,
    pub by: Administrator,
}

impl Manager {
    /// Whoever is signed in; the way to the sign-in page for strangers, 403 for staff who are no managers.
    pub async fn at(web: &Web, visitor: &Visitor) -> Result<Self, Response> {
        let staff = at_desk(web, visitor).await?;
        match Administrator::among_staff(&staff) {
            Some(by) => {
                let sign_in = visitor.visit.desk.as_ref().and_then(Desk::sign_in);
                let by = by.with_proof(sign_in);
                Ok(Self { staff, by })
            }
            None => Err(for_managers(web, &staff)),
        }
    }

    /// What they get who are none any more, since this request began.
    pub fn no_more(&self, web: &Web) -> Response {
        for_managers(web, &self.staff)
    }
}

fn for_managers(web: &Web, staff: &StaffContext) -> Response {
    not_yours(&frame(web, staff), Whose::Managers)
}
