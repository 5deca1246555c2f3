//! Where calls are parsed and answered: away from the threads that serve everyone, and so many at once.

use super::status::Status;
use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::Semaphore;
use tracing::Instrument;

/// A bounded number of calls at work, and of those that wait for their turn.
#[derive(Clone)]
pub struct Lane {
    at_work: Arc<Semaphore>,
    places: Arc<Semaphore>,
}

impl Lane {
    pub fn new(at_work: usize, waiting: usize) -> Self {
        Self {
            at_work: Arc::new(Semaphore::new(at_work)),
            places: Arc::new(Semaphore::new(at_work + waiting)),
        }
    }

    /// Runs what a call asks for on a thread that may be kept busy; refused at once where no place is free.
    pub async fn run<T, W>(&self, work: impl FnOnce() -> W + Send + 'static) -> Result<T, Status>
    where
        T: Send + 'static,
        W: Future<Output = Result<T, Status>>,
    {
        let place = self.places.clone().try_acquire_owned().map_err(|error| {
            tracing::warn!(%error, "calls of the platform are refused: too many wait");
            Status::Failed
        })?;
        let permit = self
            .at_work
            .clone()
            .acquire_owned()
            .await
            .map_err(Status::failed)?;
        let (runtime, span) = (Handle::current(), tracing::Span::current());
        // The permits move with the work: a client that hangs up frees nothing early.
        let done = tokio::task::spawn_blocking(move || {
            let done = runtime.block_on(async move { work().await }.instrument(span));
            drop((permit, place));
            done
        });
        done.await
            .unwrap_or_else(|error| Err(Status::failed(error)))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use tokio::sync::oneshot;

    #[tokio::test]
    async fn so_many_work_so_many_wait_and_the_next_is_refused_at_once() {
        let lane = Lane::new(1, 1);
        let (started, has_started) = oneshot::channel();
        let (end, ended) = oneshot::channel::<()>();
        let first = lane.clone();
        let first = tokio::spawn(async move {
            let work = || async {
                started.send(()).expect("somebody listens");
                ended.await.map_err(Status::failed)
            };
            first.run(work).await
        });
        has_started.await.expect("the first works");
        let second = lane.clone();
        let second = tokio::spawn(async move { second.run(|| async { Ok(()) }).await });
        while lane.places.available_permits() > 0 {
            tokio::task::yield_now().await;
        }
        let third = lane.run(|| async { Ok(()) }).await;
        assert_eq!(third, Err(Status::Failed));
        end.send(()).expect("the first listens");
        assert_eq!(first.await.expect("no panic"), Ok(()));
        assert_eq!(second.await.expect("no panic"), Ok(()));
        assert_eq!(lane.run(|| async { Ok(()) }).await, Ok(()));
    }

    #[tokio::test]
    async fn a_panic_is_answered_and_gives_its_place_back() {
        let lane = Lane::new(1, 0);
        let broken = || async { Err::<(), _>([Status::Failed][usize::from(true)]) };
        assert_eq!(lane.run(broken).await, Err(Status::Failed));
        assert_eq!(lane.run(|| async { Ok(()) }).await, Ok(()));
    }
}
