//! The product and the plain page at one address.

use std::path::Path;

use anyhow::{Context as _, Result};
use axum::Router;
use axum::http::header;
use axum::routing::get;
use tower_http::services::ServeDir;

use crate::site::{DIST, Site};

/// Where the plain page and the measuring code lie.
const FOLDER: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/bench");

/// What runs in every page before its own.
pub(super) const MEASURE: &str = include_str!("../../bench/measure.js");

/// Serves both; returns the address.
pub(super) async fn serve() -> Result<String> {
    let style = style()?;
    let plain = Router::new()
        .route("/bench/style.css", get(async move || ([(header::CONTENT_TYPE, "text/css")], style.clone())))
        .nest_service("/bench", ServeDir::new(FOLDER));
    Site::whole().serve_beside(plain).await
}

/// The product's own style sheet, whose name changes with what is in it.
fn style() -> Result<String> {
    let page = std::fs::read_to_string(Path::new(DIST).join("index.html")).context("run tools/build first")?;
    let link = page.split("rel=\"stylesheet\" href=\"./").nth(1).and_then(|rest| rest.split('"').next());
    let name = link.context("the page names no style sheet")?;
    Ok(std::fs::read_to_string(Path::new(DIST).join(name))?)
}
