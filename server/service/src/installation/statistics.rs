//! How many codes were made, and their results, for managers.

use crate::{Administrator, Installation, InternalError};
use domain::connect_request::{Code, ConnectRequest};
use domain::ids::ApplicationId;
use domain::statistics::{Channel, Counted};
use domain::zone::Local;
use store::{Tx, applications, statistics};

pub use store::statistics::MonthlyCount;

/// Months that are shown, this one among them.
const MONTHS: i32 = 12;

impl Installation<'_> {
    /// The last twelve months as "2026-05", the earliest first, and what was counted in them.
    pub async fn statistics(
        self,
        by: Administrator,
    ) -> Result<(Vec<String>, Vec<MonthlyCount>), InternalError> {
        let mut tx = self.store().read().await?;
        let zone = applications::time_zone(&mut tx, by.application).await?;
        let months = months_to(zone.at(self.ports().now()));
        let from = months.first().map_or("", String::as_str);
        let counts = statistics::list(&mut tx, by.application, from).await?;
        Ok((months, counts))
    }

    /// Counts something that happens to a request now. Taken before the locks of events and audit.
    pub(crate) async fn count(
        self,
        tx: &mut Tx,
        request: &ConnectRequest,
        counted: Counted,
    ) -> Result<(), InternalError> {
        // A mail may go out while its request is replaced, which forgets the address.
        let channel = match (counted, &request.email) {
            (Counted::Mailed, _) | (_, Some(_)) => Channel::Mail,
            (_, None) => Channel::Letter,
        };
        self.count_many(tx, request.application, channel, counted, 1)
            .await
    }

    /// Counts something that happens to many requests now.
    pub(crate) async fn count_many(
        self,
        tx: &mut Tx,
        application: ApplicationId,
        channel: Channel,
        counted: Counted,
        more: usize,
    ) -> Result<(), InternalError> {
        if more > 0 {
            let zone = applications::time_zone(tx, application).await?;
            let month = month(zone.at(self.ports().now()));
            statistics::add(tx, application, &month, channel, counted, more).await?;
        }
        Ok(())
    }
}

/// Whether a code that is over now was of no use to anyone. A replaced or deleted one is the clinic's own doing.
pub(crate) fn ended_unused(request: &ConnectRequest) -> bool {
    let over = matches!(
        request.code,
        Code::Ended { .. } | Code::Stopped { .. } | Code::Refused { .. }
    );
    over && request.binding.is_none()
}

fn month(at: Local) -> String {
    format!("{:04}-{:02}", at.year(), at.month())
}

fn months_to(now: Local) -> Vec<String> {
    let this = i32::from(now.year()) * 12 + i32::from(now.month()) - 1;
    (this - MONTHS + 1..=this)
        .map(|month| {
            format!(
                "{:04}-{:02}",
                month.div_euclid(12),
                month.rem_euclid(12) + 1
            )
        })
        .collect()
}
