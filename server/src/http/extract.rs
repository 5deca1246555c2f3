//! Extractors of the pages: who asks, and which id the path names.
//!
//! A [`Guard`] decides who may enter and which frame their pages have. [`Admitted`] is the extractor that runs it and
//! carries all that a handler needs to answer. A session who may not enter gets the guard's response in its place.

use super::error::PageError;
use super::pages::over;
use super::session::{SessionHandle, StaffSession};
use super::web::{Web, show};
use app::components::Frame;
use app::page::Page;
use app::pages::patient::trouble::Begin;
use app::pages::staff::account::not_yours::{self, Whose};
use axum::extract::{FromRequestParts, Path};
use axum::http::StatusCode;
use axum::http::request::Parts;
use axum::response::Response;
use domain::staff::{self, Role, StaffContext};
use domain::zone::Zone;
use service::{
    Administrator, Operator as InstallationOperator, Services, SignedInPerson, SignedInStaff,
};
use std::future::Future;
use std::ops::Deref;
use std::str::FromStr;

/// Who may enter a page.
pub trait Guard: Sized + Send {
    /// The session as the page knows them, or the response for everyone else.
    fn admit(
        web: &Web,
        session: &SessionHandle,
    ) -> impl Future<Output = Result<Self, PageError>> + Send;

    /// The frame of their pages.
    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame;
}

/// A session whom a [`Guard`] let in.
pub struct Admitted<G> {
    pub web: Web,
    pub session: SessionHandle,
    pub who: G,
}

/// Any session.
pub type Guest = Admitted<Anyone>;
/// A person who is signed in to their account.
pub type Patient = Admitted<SignedInPerson>;
/// Any member of staff, operators among them.
pub type AnyStaff = Admitted<staff::Staff>;
/// A member of staff of a clinic.
pub type Staff = Admitted<StaffContext>;
/// A manager of a clinic.
pub type Manager = Admitted<Managing>;
/// An operator of the installation.
pub type Operator = Admitted<Operating>;

impl<G> Deref for Admitted<G> {
    type Target = G;

    fn deref(&self) -> &G {
        &self.who
    }
}

impl<G: Guard> Admitted<G> {
    /// Runs the guard.
    pub async fn admit(web: &Web, session: SessionHandle) -> Result<Self, PageError> {
        let who = G::admit(web, &session).await?;
        Ok(Self {
            web: web.clone(),
            session,
            who,
        })
    }

    pub fn services(&self) -> &Services {
        &self.web.services
    }

    /// The page in their frame, as a response.
    pub fn show<V: ?Sized>(
        &self,
        status: StatusCode,
        page: impl FnOnce(&Frame, &V) -> Page,
        view: &V,
    ) -> Response {
        show(status, page(&self.frame(), view))
    }

    pub fn frame(&self) -> Frame {
        self.who.frame(&self.web, &self.session)
    }
}

impl<G: Guard> FromRequestParts<Web> for Admitted<G> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, PageError> {
        let session = SessionHandle::from_request_parts(parts, web).await?;
        Self::admit(web, session).await
    }
}

pub struct Anyone;

impl Guard for Anyone {
    async fn admit(_: &Web, _: &SessionHandle) -> Result<Self, PageError> {
        Ok(Self)
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        web.frame(session)
    }
}

impl Guard for SignedInPerson {
    async fn admit(_: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        session
            .signed_in()
            .ok_or_else(|| over::redirect(Begin::SignIn))
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        web.frame(session)
    }
}

impl Guard for staff::Staff {
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let staff = current_staff(web, session).await?;
        staff.ok_or_else(|| over::redirect(Begin::StaffSignIn))
    }

    fn frame(&self, web: &Web, _: &SessionHandle) -> Frame {
        staff_frame(
            web,
            &self.name,
            self.role,
            self.clinic.clone(),
            self.time_zone,
        )
    }
}

impl Guard for StaffContext {
    /// 403 for operators, who see no patients.
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let staff = staff::Staff::admit(web, session).await?;
        at_clinic(web, session, &staff)
    }

    fn frame(&self, web: &Web, _: &SessionHandle) -> Frame {
        staff_frame(
            web,
            &self.name,
            self.role,
            Some(self.clinic.clone()),
            self.time_zone,
        )
    }
}

pub struct Managing {
    pub staff: StaffContext,
    /// The manager and the last proof of their session.
    pub by: Administrator,
}

impl Guard for Managing {
    /// 403 for staff who are no managers.
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let staff = StaffContext::admit(web, session).await?;
        match Administrator::among_staff(&staff) {
            Some(by) => {
                let by = by.with_proof(session.staff_sign_in());
                Ok(Self { staff, by })
            }
            None => Err(not_yours(&staff.frame(web, session), Whose::Managers)),
        }
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        self.staff.frame(web, session)
    }
}

impl Manager {
    /// The response for a manager who became none after this request began.
    pub fn no_more(&self) -> PageError {
        not_yours(&self.frame(), Whose::Managers)
    }
}

pub struct Operating {
    pub staff: staff::Staff,
    /// The operator and the last proof of their session.
    pub by: InstallationOperator,
}

impl Guard for Operating {
    /// 403 for the staff of clinics.
    async fn admit(web: &Web, session: &SessionHandle) -> Result<Self, PageError> {
        let staff = staff::Staff::admit(web, session).await?;
        match InstallationOperator::among_staff(&staff) {
            Some(by) => {
                let by = by.with_proof(session.staff_sign_in());
                Ok(Self { staff, by })
            }
            None => Err(not_yours(&staff.frame(web, session), Whose::Operators)),
        }
    }

    fn frame(&self, web: &Web, session: &SessionHandle) -> Frame {
        self.staff.frame(web, session)
    }
}

/// Who is signed in at the desk in this session; None while it is locked, and for staff who were disabled since.
pub async fn current_staff(
    web: &Web,
    session: &SessionHandle,
) -> Result<Option<staff::Staff>, PageError> {
    match &session.data.desk {
        Some(StaffSession::Open(sign_in)) => {
            Ok(web.services.staff().find_signed_in(sign_in).await?)
        }
        _ => Ok(None),
    }
}

/// The sign-in of a desk that is open or locked; otherwise the redirect to the sign-in page.
pub fn signed_in(session: &SessionHandle) -> Result<&SignedInStaff, PageError> {
    let sign_in = session.staff_sign_in();
    sign_in.ok_or_else(|| over::redirect(Begin::StaffSignIn))
}

/// The clinic that a member of staff works for; 403 for operators.
pub fn at_clinic(
    web: &Web,
    session: &SessionHandle,
    staff: &staff::Staff,
) -> Result<StaffContext, PageError> {
    StaffContext::of(staff).ok_or_else(|| not_yours(&staff.frame(web, session), Whose::Desks))
}

fn not_yours(frame: &Frame, whose: Whose) -> PageError {
    show(StatusCode::FORBIDDEN, not_yours::page(frame, whose)).into()
}

fn staff_frame(
    web: &Web,
    name: &str,
    role: Role,
    clinic: Option<String>,
    time_zone: Zone,
) -> Frame {
    Frame {
        signed_in: Some(name.to_owned()),
        clinic,
        role: Some(role),
        time_zone,
        ..web.bare_frame()
    }
}

/// The id in the path; 404 for a text that is none.
pub struct PathId<T>(pub T);

impl<T: FromStr> FromRequestParts<Web> for PathId<T> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, PageError> {
        let Path(text) = Path::<String>::from_request_parts(parts, web).await?;
        let id = text.parse().ok();
        id.map(Self).ok_or(PageError::NotFound)
    }
}

/// Both ids in the path; 404 for a text that is none.
pub struct PathIds<A, B>(pub A, pub B);

impl<A: FromStr, B: FromStr> FromRequestParts<Web> for PathIds<A, B> {
    type Rejection = PageError;

    async fn from_request_parts(parts: &mut Parts, web: &Web) -> Result<Self, PageError> {
        let texts = Path::<(String, String)>::from_request_parts(parts, web).await?;
        let Path((one, other)) = texts;
        match (one.parse(), other.parse()) {
            (Ok(one), Ok(other)) => Ok(Self(one, other)),
            _ => Err(PageError::NotFound),
        }
    }
}
