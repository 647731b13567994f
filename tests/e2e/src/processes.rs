//! The processes of a browser, as Linux lists them.

use std::collections::BTreeMap;
use std::fs;
use std::path::{Path, PathBuf};

use anyhow::{Result, ensure};
use tokio::time::{Instant, interval};

use crate::page::{GLANCE, PATIENCE};

/// The browser with this profile, and everything that it started.
pub(crate) fn with_profile(profile: &Path) -> Result<Vec<u32>> {
    let flag = format!("--user-data-dir={}", profile.display());
    let mut parents = BTreeMap::new();
    let mut found = Vec::new();
    for folder in fs::read_dir("/proc")? {
        let path = folder?.path();
        let Some(id) = path.file_name().and_then(|name| name.to_str()).and_then(|name| name.parse::<u32>().ok()) else {
            continue;
        };
        // A process may end while the list is read.
        let Some(parent) = parent(&path) else { continue };
        parents.insert(id, parent);
        let words = fs::read(path.join("cmdline")).unwrap_or_default();
        let is_chromedriver = fs::read_to_string(path.join("comm")).unwrap_or_default().starts_with("chromedriver");
        if !is_chromedriver && words.split(|byte| *byte == 0).any(|word| word == flag.as_bytes()) {
            found.push(id);
        }
    }
    let mut next = 0;
    while let Some(&parent) = found.get(next) {
        let children: Vec<u32> =
            parents.iter().filter(|(id, of)| **of == parent && !found.contains(id)).map(|(id, _)| *id).collect();
        found.extend(children);
        next += 1;
    }
    Ok(found)
}

/// Waits until none of these is there any more.
pub(crate) async fn gone(processes: &[u32]) -> Result<()> {
    let deadline = Instant::now() + PATIENCE;
    let mut glances = interval(GLANCE);
    while processes.iter().any(|id| is_running(*id)) {
        ensure!(Instant::now() < deadline, "a killed process is still there");
        glances.tick().await;
    }
    Ok(())
}

/// A process that nobody has waited for yet is a zombie, and writes nothing more.
fn is_running(id: u32) -> bool {
    let path = PathBuf::from(format!("/proc/{id}"));
    status(&path).is_some_and(|(state, _)| state != "Z")
}

fn parent(process: &Path) -> Option<u32> {
    status(process).map(|(_, parent)| parent)
}

/// The state of a process and the id of its parent: what stands behind the name, which is in brackets and may hold any.
fn status(process: &Path) -> Option<(String, u32)> {
    let stat = fs::read_to_string(process.join("stat")).ok()?;
    let mut fields = stat.rsplit_once(')')?.1.split_whitespace();
    Some((fields.next()?.to_owned(), fields.next()?.parse().ok()?))
}
