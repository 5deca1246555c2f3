//! Who is hashed next: a few permits, and for each class of work a bounded queue and a share of the turns.
//!
//! Knows nothing of what is hashed. A flood of one class fills its own queue and no other's.

use std::collections::VecDeque;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio::sync::oneshot;

/// What a hash is for.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Class {
    /// Answers of codes and sign-ins of people.
    Person,
    Staff,
    /// Requests that a clinic's system makes.
    Api,
    Import,
    /// New accounts: anyone can ask for one.
    SignUp,
}

impl Class {
    /// In the order in which equals are served.
    const ALL: [Self; 5] = [
        Self::Person,
        Self::Staff,
        Self::Api,
        Self::Import,
        Self::SignUp,
    ];

    /// What one turn costs. While all wait, of 23 turns 8 are people's and one is a new account's.
    const fn cost(self) -> u64 {
        match self {
            Self::Person | Self::Staff => 1,
            Self::Api => 2,
            Self::Import => 4,
            Self::SignUp => 8,
        }
    }

    /// How many may wait for each permit: the longest wait is the same for all.
    const fn longest(self) -> usize {
        match self {
            Self::Person | Self::Staff => 32,
            Self::Api => 16,
            Self::Import => 8,
            Self::SignUp => 4,
        }
    }
}

/// As many of this class wait as may.
#[derive(Clone, Copy, Debug, PartialEq, Eq, thiserror::Error)]
#[error("too many hashes are waiting")]
pub struct Busy;

/// The permits and who waits for one. Each permit keeps a `T` for who works with it.
pub struct Pool<T: Default> {
    permits: usize,
    state: Mutex<State<T>>,
}

struct State<T: Default> {
    /// Not empty only while no one waits.
    free: Vec<T>,
    queues: [Queue<T>; Class::ALL.len()],
    /// What the queue that was served last had spent: a queue that was empty starts from there, not from what it saved.
    reached: u64,
}

struct Queue<T: Default> {
    class: Class,
    waiting: VecDeque<oneshot::Sender<Permit<T>>>,
    spent: u64,
}

/// Leave to work; the next is served when it is dropped.
pub struct Permit<T: Default> {
    pool: Option<Arc<Pool<T>>>,
    pub kept: T,
}

/// A place in a queue, and the permit when its turn comes.
pub type Turn<T> = oneshot::Receiver<Permit<T>>;

impl<T: Default> Pool<T> {
    /// One permit for each of `kept`.
    pub fn new(kept: Vec<T>) -> Arc<Self> {
        let queue = |class| Queue {
            class,
            waiting: VecDeque::new(),
            spent: 0,
        };
        Arc::new(Self {
            permits: kept.len(),
            state: Mutex::new(State {
                free: kept,
                queues: Class::ALL.map(queue),
                reached: 0,
            }),
        })
    }

    /// Takes a place in the queue of `class`. One that hangs up keeps its place until its turn comes.
    pub fn queue(self: &Arc<Self>, class: Class) -> Result<Turn<T>, Busy> {
        let mut state = self.state();
        let reached = state.reached;
        let queue = state.queue(class);
        if queue.waiting.len() >= class.longest() * self.permits {
            return Err(Busy);
        }
        if queue.waiting.is_empty() {
            queue.spent = queue.spent.max(reached);
        }
        let (sender, turn) = oneshot::channel();
        queue.waiting.push_back(sender);
        self.serve(&mut state);
        Ok(turn)
    }

    /// How many of a class wait.
    pub fn waiting(&self, class: Class) -> usize {
        self.state().queue(class).waiting.len()
    }

    fn serve(self: &Arc<Self>, state: &mut State<T>) {
        while let Some(kept) = state.free.pop() {
            let Some(next) = state.next() else {
                state.free.push(kept);
                return;
            };
            let permit = Permit {
                pool: Some(self.clone()),
                kept,
            };
            // The permit of one who hung up just now is given to the next.
            if let Err(mut unwanted) = next.send(permit) {
                unwanted.pool = None;
                state.free.push(std::mem::take(&mut unwanted.kept));
            }
        }
    }

    fn state(&self) -> MutexGuard<'_, State<T>> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl<T: Default> State<T> {
    /// The first of the queue that has spent least.
    fn next(&mut self) -> Option<oneshot::Sender<Permit<T>>> {
        loop {
            let waiting = self.queues.iter_mut().filter(|q| !q.waiting.is_empty());
            let queue = waiting.min_by_key(|queue| queue.spent)?;
            let first = queue.waiting.pop_front()?;
            if !first.is_closed() {
                self.reached = queue.spent;
                queue.spent += queue.class.cost();
                return Some(first);
            }
        }
    }

    fn queue(&mut self, class: Class) -> &mut Queue<T> {
        &mut self.queues[class as usize]
    }
}

impl<T: Default> Drop for Permit<T> {
    fn drop(&mut self) {
        if let Some(pool) = self.pool.take() {
            let mut state = pool.state();
            state.free.push(std::mem::take(&mut self.kept));
            pool.serve(&mut state);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn pool(permits: u32) -> Arc<Pool<u32>> {
        Pool::new((0..permits).collect())
    }

    /// Fills a queue and answers those that wait in it.
    fn flood(pool: &Arc<Pool<u32>>, class: Class) -> Vec<Turn<u32>> {
        let turns: Vec<_> = std::iter::from_fn(|| pool.queue(class).ok()).collect();
        assert_eq!(pool.queue(class).err(), Some(Busy));
        turns
    }

    /// Gives the one permit on, turn by turn, and says whose turns they were.
    fn served(
        mut permit: Permit<u32>,
        mut waiting: Vec<(Class, Turn<u32>)>,
        count: usize,
    ) -> Vec<Class> {
        let mut classes = Vec::new();
        for _ in 0..count {
            drop(permit);
            let next = waiting
                .iter_mut()
                .enumerate()
                .find_map(|(place, (_, turn))| Some((place, turn.try_recv().ok()?)));
            let (place, given) = next.expect("somebody is served");
            permit = given;
            classes.push(waiting.remove(place).0);
        }
        classes
    }

    #[test]
    fn no_more_work_at_once_than_there_are_permits() {
        let pool = pool(2);
        let mut turns: Vec<_> = (0..3)
            .map(|_| pool.queue(Class::Staff).expect("a place"))
            .collect();
        let first = turns[0].try_recv().expect("a permit");
        let _second = turns[1].try_recv().expect("a permit");
        assert!(turns[2].try_recv().is_err());
        drop(first);
        assert!(turns[2].try_recv().is_ok());
    }

    #[test]
    fn a_flood_of_one_class_is_refused_and_the_others_find_a_place() {
        for flooding in Class::ALL {
            let pool = pool(2);
            let turns = flood(&pool, flooding);
            assert_eq!(turns.len(), 2 + 2 * flooding.longest(), "{flooding:?}");
            for other in Class::ALL.into_iter().filter(|other| *other != flooding) {
                assert!(pool.queue(other).is_ok(), "{other:?} beside {flooding:?}");
            }
        }
    }

    #[test]
    fn who_comes_into_a_flood_of_another_class_is_served_within_two_turns() {
        for flooding in Class::ALL {
            for other in Class::ALL.into_iter().filter(|other| *other != flooding) {
                let pool = pool(1);
                let mut turns = flood(&pool, flooding);
                let mut permit = turns.remove(0).try_recv().expect("a permit");
                // What the flood saved or spent while it had the pool to itself counts for nothing.
                for _ in 0..3 {
                    drop(permit);
                    permit = turns.remove(0).try_recv().expect("a permit");
                }
                let mut waiting: Vec<_> = turns.into_iter().map(|turn| (flooding, turn)).collect();
                waiting.push((other, pool.queue(other).expect("a place")));
                let classes = served(permit, waiting, 2);
                assert!(classes.contains(&other), "{other:?} beside {flooding:?}");
            }
        }
    }

    #[test]
    fn while_all_wait_each_class_has_its_share() {
        let pool = pool(1);
        let held = pool.queue(Class::Staff).expect("a place").try_recv();
        let held = held.expect("a permit");
        let mut waiting = Vec::new();
        for class in Class::ALL.into_iter().rev() {
            waiting.extend(flood(&pool, class).into_iter().map(|turn| (class, turn)));
        }
        let classes = served(held, waiting, 46);
        let share = |class| classes.iter().filter(|one| **one == class).count();
        let shares = Class::ALL.map(share);
        assert_eq!(shares.iter().sum::<usize>(), 46);
        for (class, expected) in Class::ALL.into_iter().zip([16, 16, 8, 4, 2]) {
            assert!(share(class).abs_diff(expected) <= 1, "{shares:?}");
        }
    }

    #[test]
    fn one_that_hung_up_costs_no_turn_and_loses_no_permit() {
        let pool = pool(1);
        let mut turns = flood(&pool, Class::Api);
        let held = turns.remove(0).try_recv().expect("a permit");
        let mut last = turns.pop().expect("the last");
        drop(turns);
        assert_eq!(pool.queue(Class::Api).err(), Some(Busy));
        drop(held);
        let permit = last.try_recv().expect("a permit");
        drop(pool.queue(Class::Api).expect("a place"));
        drop(permit);
        // A permit that came and was never looked at comes back, too.
        drop(pool.queue(Class::Api).expect("a place"));
        let mut next = pool.queue(Class::Api).expect("a place");
        assert!(next.try_recv().is_ok());
    }

    #[test]
    fn what_a_permit_keeps_goes_from_hand_to_hand() {
        let pool = pool(1);
        let mut first = pool.queue(Class::Person).expect("a place");
        let mut second = pool.queue(Class::SignUp).expect("a place");
        let mut permit = first.try_recv().expect("a permit");
        permit.kept = 7;
        drop(permit);
        assert_eq!(second.try_recv().expect("a permit").kept, 7);
    }
}
