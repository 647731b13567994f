//! The folder `dist/`, served on a free port of this machine.

use std::path::Path;

use anyhow::{Result, ensure};
use axum::Router;
use axum::body::to_bytes;
use axum::extract::Request;
use axum::http::{HeaderValue, StatusCode, header};
use axum::middleware::{Next, from_fn};
use axum::response::{Html, IntoResponse as _, Response};
use axum::routing::get;
use tokio::net::TcpListener;
use tower_http::services::ServeDir;

/// A page of the site's origin that is none of the application: there a test can fill the storage before the start.
pub(crate) const ANTEROOM: &str = "/e2e-anteroom";

/// Where the same files lie once more, as on a host that gives the product no address of its own.
pub const BELOW: &str = "/e2e-below/a-path";

/// The built product.
pub(crate) const DIST: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/../../dist");

/// What a static host would serve, whole or with something wrong about it.
#[derive(Debug, Clone, Copy)]
pub struct Site {
    fault: Fault,
}

/// What is wrong with the site. Files are named by how their names end; a `*` stands for anything.
#[derive(Debug, Clone, Copy)]
enum Fault {
    None,
    Missing(&'static str),
    Cut(&'static str),
    Garbled(&'static str),
    Policy(&'static str),
}

impl Site {
    /// Every file of `dist/`.
    #[must_use]
    pub fn whole() -> Self {
        Self { fault: Fault::None }
    }

    /// Every file but those whose names end so, as after an upload that left them out.
    #[must_use]
    pub fn without(ending: &'static str) -> Self {
        Self { fault: Fault::Missing(ending) }
    }

    /// Only the first half of those, as after an upload that broke off.
    #[must_use]
    pub fn with_half(ending: &'static str) -> Self {
        Self { fault: Fault::Cut(ending) }
    }

    /// Other bytes in place of those.
    #[must_use]
    pub fn with_garbled(ending: &'static str) -> Self {
        Self { fault: Fault::Garbled(ending) }
    }

    /// With a content security policy of the host's besides that of the page.
    #[must_use]
    pub fn under(policy: &'static str) -> Self {
        Self { fault: Fault::Policy(policy) }
    }

    /// Serves until the test's runtime ends; returns the address, `http://127.0.0.1:<port>`.
    pub(crate) async fn serve(self) -> Result<String> {
        self.serve_beside(Router::new()).await
    }

    /// The same with other things at the same address.
    pub(crate) async fn serve_beside(self, others: Router) -> Result<String> {
        let dist = Path::new(DIST);
        ensure!(dist.join("index.html").exists(), "dist/ holds no page: run tools/build first");

        let files = others
            .route(ANTEROOM, get(async || Html(r#"<!doctype html><link rel="icon" href="data:,">"#)))
            .nest_service(BELOW, ServeDir::new(dist))
            .fallback_service(ServeDir::new(dist))
            .layer(from_fn(move |request: Request, next: Next| self.fault.answer(request, next)));

        let listener = TcpListener::bind("127.0.0.1:0").await?;
        let address = format!("http://{}", listener.local_addr()?);
        tokio::spawn(async move { axum::serve(listener, files).await });
        Ok(address)
    }
}

impl Fault {
    async fn answer(self, request: Request, next: Next) -> Response {
        let path = request.uri().path().to_owned();
        match self {
            Self::Missing(ending) if is_named(&path, ending) => StatusCode::NOT_FOUND.into_response(),
            Self::Cut(ending) if is_named(&path, ending) => {
                in_place(next.run(request).await, |bytes| bytes.truncate(bytes.len() / 2)).await
            }
            Self::Garbled(ending) if is_named(&path, ending) => {
                in_place(next.run(request).await, |bytes| bytes.fill(b'?')).await
            }
            Self::Policy(policy) => {
                let mut response = next.run(request).await;
                response.headers_mut().insert(header::CONTENT_SECURITY_POLICY, HeaderValue::from_static(policy));
                response
            }
            _ => next.run(request).await,
        }
    }
}

fn is_named(path: &str, ending: &str) -> bool {
    match ending.split_once('*') {
        Some((start, end)) => path.ends_with(end) && path.contains(start),
        None => path.ends_with(ending),
    }
}

/// The same answer with its bytes changed.
async fn in_place(response: Response, change: impl FnOnce(&mut Vec<u8>)) -> Response {
    let kind = response.headers().get(header::CONTENT_TYPE).cloned();
    let Ok(bytes) = to_bytes(response.into_body(), usize::MAX).await else {
        return StatusCode::INTERNAL_SERVER_ERROR.into_response();
    };
    let mut bytes = bytes.to_vec();
    change(&mut bytes);
    let mut response = bytes.into_response();
    if let Some(kind) = kind {
        response.headers_mut().insert(header::CONTENT_TYPE, kind);
    }
    response
}
