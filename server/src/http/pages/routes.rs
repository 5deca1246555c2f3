//! The table of the pages: each path with its handlers and who may enter. The router is built from it, and the tests of
//! rights read it.
//!
//! A line says who may enter by its function, as `managers(..)`. The compiler then takes only handlers whose first
//! parameter is the guard of that audience, so a page cannot be listed for one audience and guarded for another.

use crate::http::extract::{Admitted, Managing, Operating};
use crate::http::web::Web;
use axum::Router;
use axum::extract::DefaultBodyLimit;
use axum::handler::Handler;
use axum::routing::MethodRouter;
use domain::staff::{Staff, StaffContext};
use service::SignedInPerson;
use std::marker::PhantomData;

/// Who may enter a page. Everyone else is redirected to the sign-in page or gets a page with 403.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Audience {
    Anyone,
    /// A person who is signed in to their account.
    Patients,
    /// Staff between two steps: of a sign-in, a lock, a proof or a screen that was handed over. Others are redirected.
    StaffInBetween,
    /// All staff, operators among them.
    AllStaff,
    /// The staff of a clinic.
    Staff,
    Managers,
    Operators,
}

/// The layers of the desk's router around a page. They do not matter for pages outside the desk.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Protection {
    /// Closed while the desk is locked.
    Lock,
    /// The same, and the service may ask for a fresh proof before it takes the form.
    LockAndProof,
    /// Reached while the desk is locked, too.
    None,
}

/// One path of the pages.
pub struct Route {
    pub path: &'static str,
    pub audience: Audience,
    /// Whether it can be read.
    pub get: bool,
    /// Whether it takes a form.
    pub post: bool,
    pub protection: Protection,
    pub(super) handlers: MethodRouter<Web>,
}

/// A route whose handlers are guarded by `G`.
pub struct Guarded<G> {
    route: Route,
    guard: PhantomData<G>,
}

/// The parameters of a handler that are guarded by `G`: their first is `Admitted<G>`, or none is needed.
pub trait GuardedBy<G> {}

/// No guard, or one that is the page's own.
pub struct Unguarded;

impl<T> GuardedBy<Unguarded> for T {}

/// Axum gives the parameters of a handler as a tuple whose first element marks the kind of the last one.
macro_rules! first_is_the_guard {
    ($guard:ty) => {
        impl<M> GuardedBy<$guard> for (M, Admitted<$guard>) {}
        impl<M, A> GuardedBy<$guard> for (M, Admitted<$guard>, A) {}
        impl<M, A, B> GuardedBy<$guard> for (M, Admitted<$guard>, A, B) {}
        impl<M, A, B, C> GuardedBy<$guard> for (M, Admitted<$guard>, A, B, C) {}
        impl<M, A, B, C, D> GuardedBy<$guard> for (M, Admitted<$guard>, A, B, C, D) {}
    };
}

first_is_the_guard!(SignedInPerson);
first_is_the_guard!(Staff);
first_is_the_guard!(StaffContext);
first_is_the_guard!(Managing);
first_is_the_guard!(Operating);

pub fn anyone(path: &'static str) -> Guarded<Unguarded> {
    Guarded::new(path, Audience::Anyone)
}

pub fn patients(path: &'static str) -> Guarded<SignedInPerson> {
    Guarded::new(path, Audience::Patients)
}

pub fn staff_in_between(path: &'static str) -> Guarded<Unguarded> {
    Guarded::new(path, Audience::StaffInBetween)
}

/// A page of all staff that is needed during a sign-in, too: it has a guard of its own.
pub fn all_staff_or_enrolling(path: &'static str) -> Guarded<Unguarded> {
    Guarded::new(path, Audience::AllStaff)
}

pub fn all_staff(path: &'static str) -> Guarded<Staff> {
    Guarded::new(path, Audience::AllStaff)
}

pub fn staff(path: &'static str) -> Guarded<StaffContext> {
    Guarded::new(path, Audience::Staff)
}

pub fn managers(path: &'static str) -> Guarded<Managing> {
    Guarded::new(path, Audience::Managers)
}

pub fn operators(path: &'static str) -> Guarded<Operating> {
    Guarded::new(path, Audience::Operators)
}

impl<G> Guarded<G> {
    fn new(path: &'static str, audience: Audience) -> Self {
        Self {
            route: Route {
                path,
                audience,
                get: false,
                post: false,
                protection: Protection::Lock,
                handlers: MethodRouter::new(),
            },
            guard: PhantomData,
        }
    }

    pub fn get<H, T>(mut self, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: GuardedBy<G> + 'static,
    {
        self.route.get = true;
        self.route.handlers = self.route.handlers.get(handler);
        self
    }

    pub fn post<H, T>(mut self, handler: H) -> Self
    where
        H: Handler<T, Web>,
        T: GuardedBy<G> + 'static,
    {
        self.route.post = true;
        self.route.handlers = self.route.handlers.post(handler);
        self
    }

    /// A session alone does not allow its form: the service may ask for a fresh proof.
    pub fn with_fresh_proof(mut self) -> Self {
        self.route.protection = Protection::LockAndProof;
        self
    }

    pub fn outside_the_lock(mut self) -> Self {
        self.route.protection = Protection::None;
        self
    }

    /// Takes a file that is larger than any other form, up to this many bytes.
    pub fn body_max(mut self, bytes: usize) -> Self {
        let limit = DefaultBodyLimit::max(bytes);
        self.route.handlers = self.route.handlers.layer(limit);
        self
    }
}

impl Route {
    /// Whether it belongs to the part of the site that a locked or handed-over desk closes.
    pub fn is_of_staff(&self) -> bool {
        self.path == "/staff" || self.path.starts_with("/staff/")
    }
}

/// The router of these routes.
pub(super) fn router(routes: impl IntoIterator<Item = Route>) -> Router<Web> {
    routes.into_iter().fold(Router::new(), |router, route| {
        router.route(route.path, route.handlers)
    })
}

impl<G> From<Guarded<G>> for Route {
    fn from(guarded: Guarded<G>) -> Self {
        guarded.route
    }
}

/// The routes of one folder of pages.
macro_rules! routes {
    ($($route:expr),* $(,)?) => {
        vec![$($crate::http::pages::routes::Route::from($route)),*]
    };
}
pub(super) use routes;
