//! Patient Connect's server: everything with a side effect.

mod callback;
pub mod config;
pub mod doctor;
pub mod http;
pub mod jobs;
mod network_folder;

use crate::callback::Callbacks;
use crate::config::Config;
use crate::http::edge::Edge;
use crate::http::pace::Floor;
use crate::http::places::Places;
use crate::jobs::Worker;
use axum::Router;
use domain::policy;
use service::Store;
use service::ports::Ports;
use service::{Services, StartError};
use std::sync::Arc;

/// The installation, put together: what `main` runs and every test drives.
pub struct Assembly {
    pub services: Services,
    pub router: Router,
    /// What the connections below the router have to know.
    pub edge: Edge,
    pub worker: Worker,
}

/// Opens database and key, and puts router and worker on them.
pub async fn assemble(config: Config, ports: Ports) -> Result<Assembly, StartError> {
    let services = open(&config, ports.clone()).await?;
    let url = &config.http.public_url;
    let edge = Edge {
        origins: url.origins().into(),
        secure: url.is_https(),
        hsts: config.http.hsts(),
        trusted_proxies: config.http.trusted_proxies.as_slice().into(),
        ports,
        requests: Places::new(policy::CONNECTIONS_A_NETWORK),
        floor: Floor::default(),
    };
    let callbacks = Callbacks::new(&config.http.callback_networks, &config.roots);
    let mailer = config.mail.clone();
    Ok(Assembly {
        router: http::router(&services, Arc::new(config), &edge),
        edge,
        worker: Worker::new(services.clone(), mailer, callbacks),
        services,
    })
}

/// The use cases alone, for the command line.
pub async fn open(config: &Config, ports: Ports) -> Result<Services, StartError> {
    let folder = std::fs::create_dir_all(&config.data_dir);
    folder.map_err(|error| StartError::DataDir(config.data_dir.clone(), error))?;
    network_folder::may_hold(&config.database_url)?;
    let store = Store::open(&config.database_url).await?;
    Services::open(
        store,
        &config.key_file,
        config.http.public_url.as_str(),
        &config.fonts,
        ports,
    )
    .await
}
