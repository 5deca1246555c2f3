//! The person's own rooms: sign in, create an account, records and connections; and the mailbox of development.

#[expect(clippy::module_inception, reason = "it is the page /account")]
pub mod account;
pub mod activity;
pub mod ask;
pub mod change_record;
pub mod contents;
pub mod create_account;
pub mod details;
pub mod devices;
pub mod disconnected;
pub mod finish_account;
pub mod forgot_password;
pub mod grown_child;
pub mod item_form;
pub mod items;
pub mod join;
pub mod leaving;
pub mod mailbox;
pub mod passkeys;
pub mod people;
pub mod permissions;
pub mod records;
pub mod second_step;
pub mod sign_in;
pub mod sign_in_code;
mod trend;

use domain::record::{About, Relation};
use words::Wording;
use words::t;

pub use trend::Point;

/// What is said of whom a record is about; empty where nothing is.
fn about_words(about: About) -> Wording {
    let relation = about.relation.map(|relation| match relation {
        Relation::Myself => t!("relation-myself"),
        Relation::MyChild => t!("relation-my-child"),
        Relation::CaredFor => t!("relation-cared-for"),
    });
    match (relation, about.birth_year) {
        (Some(relation), Some(year)) => {
            t!(
                "relation-born",
                relation = relation,
                year = year.to_string()
            )
        }
        (Some(relation), None) => relation,
        (None, Some(year)) => t!("born", year = year.to_string()),
        (None, None) => String::new().into(),
    }
}
