//! What the browser noticed while a test ran, and no test may cause.

use anyhow::{Result, ensure};
use serde_json::Value;
use thirtyfour::BrowserLogEntry;

/// The console's errors and warnings, breaches of the policy among them, less those that the test said it provokes or may.
pub(crate) fn console(log: &[BrowserLogEntry], expected: &[String], allowed: &[String]) -> Result<()> {
    /// A driver leaves pages without having touched them: then Chromium does not ask about unsaved input, and says so.
    const NOT_ASKED: &str = "Blocked attempt to show a 'beforeunload' confirmation panel";

    let complaints = || log.iter().filter(|entry| matches!(entry.level.as_str(), "SEVERE" | "WARNING"));

    let unexpected: Vec<&str> = complaints()
        .map(|entry| entry.message.as_str())
        .filter(|message| !message.contains(NOT_ASKED))
        .filter(|message| !expected.iter().chain(allowed).any(|part| message.contains(part)))
        .collect();
    ensure!(unexpected.is_empty(), "the console complains:\n{}", unexpected.join("\n"));

    let absent = expected.iter().find(|part| !complaints().any(|entry| entry.message.contains(*part)));
    ensure!(absent.is_none(), "the console never said {absent:?}");
    Ok(())
}

/// The requests that left the page's own origin.
pub(crate) fn requests(log: &[BrowserLogEntry], origin: &str) -> Result<()> {
    let elsewhere: Vec<String> =
        log.iter().filter_map(|entry| requested(&entry.message)).filter(|url| leaves(url, origin)).collect();
    ensure!(elsewhere.is_empty(), "the page asked other hosts:\n{}", elsewhere.join("\n"));
    Ok(())
}

fn requested(entry: &str) -> Option<String> {
    let entry: Value = serde_json::from_str(entry).ok()?;
    let message = &entry["message"];
    let url = match message["method"].as_str()? {
        "Network.requestWillBeSent" => &message["params"]["request"]["url"],
        "Network.webSocketCreated" => &message["params"]["url"],
        _ => return None,
    };
    url.as_str().map(String::from)
}

/// Only these schemes reach a network; the empty tab that Chromium starts with loads `chrome:` and `data:`.
fn leaves(url: &str, origin: &str) -> bool {
    let on_the_network = ["http:", "https:", "ws:", "wss:"].iter().any(|scheme| url.starts_with(scheme));
    let own = url.strip_prefix(origin).is_some_and(|rest| rest.starts_with('/'));
    on_the_network && !own
}

#[cfg(test)]
mod tests {
    use super::*;

    fn entry(level: &str, message: &str) -> BrowserLogEntry {
        BrowserLogEntry { level: level.into(), message: message.into(), timestamp: 0, source: None }
    }

    #[test]
    fn a_complaint_fails_unless_it_is_expected_and_an_expected_one_must_come() {
        let log = [entry("INFO", "hello"), entry("SEVERE", "Refused to load"), entry("WARNING", "unused preload")];
        assert!(console(&log[..1], &[], &[]).is_ok());
        assert!(console(&log, &["Refused".into()], &[]).is_err());
        assert!(console(&log, &["Refused".into(), "preload".into()], &[]).is_ok());
        assert!(console(&log[..1], &["Refused".into()], &[]).is_err());
        assert!(console(&log, &["Refused".into()], &["preload".into()]).is_ok());
        assert!(console(&log[..1], &[], &["Refused".into()]).is_ok());
    }

    #[test]
    fn only_the_own_origin_may_be_asked() {
        let request = |url: &str| {
            let message = format!(
                r#"{{"message":{{"method":"Network.requestWillBeSent","params":{{"request":{{"url":"{url}"}}}}}}}}"#
            );
            requests(&[entry("INFO", &message)], "http://127.0.0.1:80")
        };
        assert!(request("http://127.0.0.1:80/a.css").is_ok());
        assert!(request("blob:http://127.0.0.1:80/1").is_ok());
        assert!(request("http://127.0.0.1:8081/a.css").is_err());
        assert!(request("https://example.com/").is_err());
        assert!(request("wss://example.com/").is_err());
    }
}
