//! The folder `dist/`, served on a free port of this machine.

use std::path::Path;

use anyhow::{Result, ensure};
use axum::Router;
use axum::extract::Request;
use axum::http::StatusCode;
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _};
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// A page of the site's origin that is none of the application: there a test can fill the storage before the start.
pub(crate) const ANTEROOM: &str = "/e2e-anteroom";

/// What a static host would serve, whole or with a file missing.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    missing: Option<&'static str>,
}

impl Site {
    /// Every file of `dist/`.
    #[must_use]
    pub fn whole() -> Self {
        Self { missing: None }
    }

    /// Every file but those whose names end so, as after an upload that broke off.
    #[must_use]
    pub fn without(ending: &'static str) -> Self {
        Self { missing: Some(ending) }
    }

    /// Serves until the test's runtime ends; returns the address, `http://127.0.0.1:<port>`.
    pub(crate) async fn serve(self) -> Result<String> {
        let dist = Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist"));
        ensure!(dist.join("index.html").exists(), "dist/ holds no page: run tools/build first");

        let hide = move |request: Request, next: Next| async move {
            match self.missing {
                Some(ending) if request.uri().path().ends_with(ending) => StatusCode::NOT_FOUND.into_response(),
                _ => next.run(request).await,
            }
        };
        let files = Router::new()
            .route(ANTEROOM, get(async || Html(r#"<!doctype html><link rel="icon" href="data:,">"#)))
            .fallback_service(ServeDir::new(dist))
            .layer(from_fn(hide));

        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, files).await });
        Ok(address)
    }
}
