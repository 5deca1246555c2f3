//! The application's log: numbered facts, read by a cursor that loses and repeats nothing.

use crate::{Applications, Failure, InternalError, Outcome};
use domain::connect_request::ConnectRequest;
use domain::event::{Event, EventKind};
use domain::ids::{ApplicationId, PersonId, RecordId};
use domain::policy;
use std::collections::HashMap;
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use store::Tx;
use tokio::sync::{OwnedSemaphorePermit, Semaphore, watch};

/// One answer of the log.
pub struct EventPage {
    pub events: Vec<Event>,
    /// The cursor for the next call.
    pub next: i64,
}

/// Why the log is not read.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum EventsRejection {
    /// Events after this cursor are purged; the oldest valid one is named.
    CursorTooOld { oldest: i64 },
    /// A number the log has not reached.
    CursorAhead,
    /// Others of the application wait already, as many as may.
    TooManyWaiting,
}

/// Other processes' events are noticed at this pace while someone waits.
const TICK: Duration = Duration::from_secs(1);

/// Wakes those who wait in this process.
#[derive(Default)]
pub(crate) struct Signals {
    applications: Mutex<HashMap<ApplicationId, Arc<Signal>>>,
    closed: watch::Sender<bool>,
}

struct Signal {
    places: Arc<Semaphore>,
    count: watch::Sender<u64>,
}

impl Signals {
    fn of(&self, application: ApplicationId) -> Arc<Signal> {
        let mut all = self
            .applications
            .lock()
            .unwrap_or_else(PoisonError::into_inner);
        all.entry(application)
            .or_insert_with(|| {
                Arc::new(Signal {
                    places: Arc::new(Semaphore::new(policy::EVENT_WAITERS)),
                    count: watch::Sender::new(0),
                })
            })
            .clone()
    }

    pub(crate) fn notify(&self, application: ApplicationId) {
        self.of(application)
            .count
            .send_modify(|count| *count = count.wrapping_add(1));
    }

    pub(crate) fn shut_down(&self) {
        self.closed.send_replace(true);
    }
}

impl Applications<'_> {
    /// Appends to the application's log, within the use case's transaction and before its audit record.
    pub(crate) async fn append_event(
        self,
        tx: &mut Tx,
        kind: EventKind,
        request: &ConnectRequest,
        by: Option<(PersonId, RecordId)>,
    ) -> Result<(), InternalError> {
        let event = Event {
            number: store::events::next_number(tx, request.application).await?,
            kind,
            connect_request: Some(request.id),
            external_id: request.external_id.clone(),
            former_external_id: None,
            person: by.map(|(person, _)| person),
            record: by.map(|(_, record)| record),
            former_record: None,
            at: self.ports().now(),
        };
        store::events::insert(tx, request.application, &event).await?;
        Ok(())
    }

    /// Wakes those who wait for the application's events; after the commit.
    pub(crate) fn notify(self, application: ApplicationId) {
        self.signals().notify(application);
    }

    /// Events after a cursor; with `wait`, answers as soon as there is one, or empty when the time is over.
    /// Holds no connection while it waits.
    pub async fn events(
        self,
        application: ApplicationId,
        after: i64,
        wait: Duration,
    ) -> Outcome<EventPage, EventsRejection> {
        let signal = self.signals().of(application);
        let mut closed = self.signals().closed.subscribe();
        let mut count = signal.count.subscribe();
        let page = self.events_now(application, after).await?;
        if !page.events.is_empty() || wait.is_zero() || *closed.borrow() {
            return Ok(page);
        }
        let _place: OwnedSemaphorePermit = signal
            .places
            .clone()
            .try_acquire_owned()
            .map_err(|_| Failure::Rejected(EventsRejection::TooManyWaiting))?;
        let waited = tokio::time::timeout(wait, async {
            loop {
                tokio::select! {
                    _ = count.changed() => {}
                    _ = closed.changed() => return self.events_now(application, after).await,
                    () = tokio::time::sleep(TICK) => {}
                }
                let page = self.events_now(application, after).await?;
                if !page.events.is_empty() {
                    return Ok(page);
                }
            }
        });
        waited.await.unwrap_or(Ok(page))
    }

    async fn events_now(
        self,
        application: ApplicationId,
        after: i64,
    ) -> Outcome<EventPage, EventsRejection> {
        let mut tx = self.store().read().await?;
        let events = store::events::list(&mut tx, application, after, policy::EVENT_ROWS).await?;
        if events.first().is_none_or(|event| event.number != after + 1) {
            let last = store::events::last_number(&mut tx, application).await?;
            if after > last {
                return Err(Failure::Rejected(EventsRejection::CursorAhead));
            }
            // Numbers have no gaps: where the next one was made and is not kept, it was purged.
            let first = store::events::first_number(&mut tx, application).await?;
            if after < last && first.is_none_or(|first| first > after + 1) {
                return Err(Failure::Rejected(EventsRejection::CursorTooOld {
                    oldest: first.map_or(last, |first| first - 1),
                }));
            }
        }
        Ok(EventPage {
            next: events.last().map_or(after, |event| event.number),
            events,
        })
    }
}
