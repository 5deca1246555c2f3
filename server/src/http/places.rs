//! How much one network may have under way at the same time: its connections, its requests.

use ipnet::IpNet;
use std::collections::HashMap;
use std::net::IpAddr;
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

/// The networks that are counted: a provider's customers get no more of them by asking. Wider than what guessing is
/// counted by, since a place is given back within seconds.
const IPV4_PREFIX: u8 = 24;
const IPV6_PREFIX: u8 = 48;

/// The places of each network.
#[derive(Clone, Debug)]
pub struct Places {
    taken: Arc<Mutex<HashMap<IpNet, usize>>>,
    most: usize,
}

impl Places {
    pub fn new(most: usize) -> Self {
        Self {
            taken: Arc::default(),
            most,
        }
    }

    /// A place until it is dropped; None when the address's network has no more.
    pub fn take(&self, address: IpAddr) -> Option<Place> {
        let network = network(address);
        let mut taken = lock(&self.taken);
        let count = taken.entry(network).or_default();
        if *count >= self.most {
            return None;
        }
        *count += 1;
        Some(Place {
            taken: self.taken.clone(),
            network,
        })
    }
}

fn network(address: IpAddr) -> IpNet {
    let prefix = match address {
        IpAddr::V4(_) => IPV4_PREFIX,
        IpAddr::V6(_) => IPV6_PREFIX,
    };
    IpNet::new(address, prefix).map_or(IpNet::from(address), |network| network.trunc())
}

fn lock<T>(shared: &Mutex<T>) -> MutexGuard<'_, T> {
    shared.lock().unwrap_or_else(PoisonError::into_inner)
}

/// One place of a network.
#[derive(Debug)]
pub struct Place {
    taken: Arc<Mutex<HashMap<IpNet, usize>>>,
    network: IpNet,
}

impl Drop for Place {
    fn drop(&mut self) {
        let mut taken = lock(&self.taken);
        if let Some(count) = taken.get_mut(&self.network) {
            *count -= 1;
            if *count == 0 {
                taken.remove(&self.network);
            }
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn take(places: &Places, address: &str) -> Option<Place> {
        places.take(address.parse().expect("an address"))
    }

    #[test]
    fn a_network_has_its_places_and_no_more() {
        for (one, neighbour, elsewhere) in [
            ("192.0.2.1", "192.0.2.200", "192.0.3.1"),
            ("2001:db8:1:2::3", "2001:db8:1:ffff::4", "2001:db8:2::1"),
        ] {
            let places = Places::new(2);
            let first = take(&places, one);
            let second = take(&places, neighbour);
            assert!(first.is_some() && second.is_some());
            assert!(take(&places, one).is_none());
            assert!(take(&places, elsewhere).is_some());
            drop(second);
            assert!(take(&places, one).is_some());
        }
    }

    #[test]
    fn networks_that_left_are_forgotten() {
        let places = Places::new(1);
        drop(take(&places, "192.0.2.1"));
        assert!(lock(&places.taken).is_empty());
    }
}
