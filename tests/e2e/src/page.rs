//! The page as its user meets it.

use std::cell::RefCell;
use std::path::{Path, PathBuf};
use std::time::Duration;

use anyhow::{Result, anyhow, bail, ensure};
use serde_json::{Value, json};
use thirtyfour::WebElement;
use tokio::time::{Instant, MissedTickBehavior, interval};

use crate::browser::{Browser, Look};
use crate::site::ANTEROOM;
use crate::watch;

/// How long a step waits for what it needs before the test fails.
pub const PATIENCE: Duration = Duration::from_secs(15);

/// What the page shows as text.
const SHOWN: &str = "document.body.innerText.replaceAll('\u{a0}', ' ')";

/// How often it looks meanwhile.
pub(crate) const GLANCE: Duration = Duration::from_millis(25);

/// A tab of a fresh browser on the served site.
#[derive(Debug)]
pub struct Page {
    /// The browser, for what has no word here yet.
    pub browser: Browser,
    address: String,
    expected: RefCell<Vec<String>>,
    allowed: RefCell<Vec<String>>,
}

impl Page {
    pub(crate) async fn start(address: String) -> Result<Self> {
        let browser = Browser::start().await?;
        let page = Self { browser, address, expected: RefCell::default(), allowed: RefCell::default() };
        page.enter().await?;
        Ok(page)
    }

    async fn enter(&self) -> Result<()> {
        self.browser.look(Look { width: 1280, height: 800, theme: "light" }).await?;
        Ok(self.browser.driver.goto(format!("{}{ANTEROOM}", self.address)).await?)
    }

    /// Ends the browser as its user does, and starts it again: what is stored is on the disk then.
    pub async fn start_again(&mut self) -> Result<()> {
        self.browser.start_again().await?;
        self.enter().await
    }

    /// Kills the browser with all its processes at once, and starts it again.
    pub async fn kill_and_start_again(&mut self) -> Result<()> {
        self.browser.kill_and_start_again().await?;
        self.enter().await
    }

    /// Ends the browser; an error is what it noticed.
    pub(crate) async fn end(self) -> Result<()> {
        let logs = self.logs().await;
        self.browser.quit().await?;
        let (console, requests) = logs?;
        watch::console(&console, &self.expected.borrow(), &self.allowed.borrow())?;
        watch::requests(&requests, &self.address)
    }

    /// Saves what the page shows as `target/failures/<name of the test>.png`.
    pub(crate) async fn keep_picture(&self) -> Result<()> {
        let thread = std::thread::current();
        let file = format!("../../target/failures/{}.png", thread.name().unwrap_or("test"));
        self.browser.shoot(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).await
    }

    async fn logs(&self) -> Result<(Vec<thirtyfour::BrowserLogEntry>, Vec<thirtyfour::BrowserLogEntry>)> {
        let driver = &self.browser.driver;
        Ok((driver.get_log("browser").await?, driver.get_log("performance").await?))
    }

    /// The address that the site is served at, without a slash at its end.
    #[must_use]
    pub fn address(&self) -> &str {
        &self.address
    }

    /// Says that this test provokes a console message with `part` in it; the test fails if it does not come.
    pub fn expect_console(&self, part: &str) {
        self.expected.borrow_mut().push(part.to_owned());
    }

    /// Says that a console message with `part` in it may come, or may not: what depends on how long something takes.
    pub fn allow_console(&self, part: &str) {
        self.allowed.borrow_mut().push(part.to_owned());
    }

    // --- where the page is

    /// Opens a route such as `#/open` from a fresh load, and waits until the application shows something.
    pub async fn open(&self, route: &str) -> Result<()> {
        // A change of the fragment alone would not load the page.
        self.browser.driver.goto(format!("{}{ANTEROOM}", self.address)).await?;
        self.browser.driver.goto(format!("{}/{route}", self.address)).await?;
        self.starts().await
    }

    /// Runs a script in every page that is loaded from now on, before anything of the page itself.
    pub async fn before_load(&self, script: &str) -> Result<()> {
        self.browser.cdp("Page.addScriptToEvaluateOnNewDocument", json!({ "source": script })).await?;
        Ok(())
    }

    /// Loads the page again where it is.
    pub async fn reload(&self) -> Result<()> {
        self.browser.driver.refresh().await?;
        self.starts().await
    }

    async fn starts(&self) -> Result<()> {
        self.holds(
            "the application, with the screen that the address asks for, or its failure panel",
            "return !!document.querySelector('main, #failure[open]') && !document.querySelector('.waiting')",
        )
        .await
    }

    /// The fragment of the address, such as `#/open`.
    pub async fn route(&self) -> Result<String> {
        let url = self.browser.driver.current_url().await?;
        Ok(url.fragment().map(|fragment| format!("#{fragment}")).unwrap_or_default())
    }

    /// Waits until the page has that address: a dialog that goes leaves it behind for some frames.
    pub async fn is_at(&self, route: &str) -> Result<()> {
        self.holds(&format!("the address {route}"), &format!("return location.hash === '{route}'")).await
    }

    // --- what is on it

    /// The one element with this role and this name, as `("button", "Close as won")`.
    pub async fn find(&self, role: &str, name: &str) -> Result<WebElement> {
        self.one(&format!("{role} {name:?}"), json!({ "role": role, "accessibleName": name }), "return this").await
    }

    /// The first of the elements with this role and this name, where several lead to the same.
    pub async fn first(&self, role: &str, name: &str) -> Result<WebElement> {
        let wanted = json!({ "role": role, "accessibleName": name });
        let what = format!("{role} {name:?}");
        self.wait_for(&what, async || Ok(self.all(&wanted, "return this").await?.into_iter().next())).await
    }

    /// The one element that directly holds exactly this text.
    pub async fn text(&self, text: &str) -> Result<WebElement> {
        let wanted = json!({ "role": "StaticText", "accessibleName": text });
        self.one(&format!("text {text:?}"), wanted, "return this.parentElement").await
    }

    /// Waits until an element with this role and name is there.
    pub async fn has(&self, role: &str, name: &str) -> Result<()> {
        self.find(role, name).await.map(drop)
    }

    /// Waits until no element with this role and name is there.
    pub async fn has_no(&self, role: &str, name: &str) -> Result<()> {
        let wanted = json!({ "role": role, "accessibleName": name });
        self.wait_for(&format!("no {role} {name:?}"), async || {
            Ok(self.all(&wanted, "return this").await?.is_empty().then_some(()))
        })
        .await
    }

    /// Waits until the page shows this text somewhere; a space stands for a no-break space too.
    pub async fn sees(&self, text: &str) -> Result<()> {
        let script = format!("return {SHOWN}.includes(args[0])");
        self.holds_for(&format!("the text {text:?}"), &script, text).await
    }

    /// Waits until the page does not show this text.
    pub async fn sees_no(&self, text: &str) -> Result<()> {
        let script = format!("return !{SHOWN}.includes(args[0])");
        self.holds_for(&format!("no text {text:?}"), &script, text).await
    }

    // --- waiting

    /// Waits until `look` finds something.
    pub async fn wait_for<T>(&self, what: &str, mut look: impl AsyncFnMut() -> Result<Option<T>>) -> Result<T> {
        let deadline = Instant::now() + PATIENCE;
        let mut glances = interval(GLANCE);
        glances.set_missed_tick_behavior(MissedTickBehavior::Delay);
        loop {
            glances.tick().await;
            match look().await {
                Ok(Some(found)) => return Ok(found),
                // An error may come of a page that changes under the look: the next one tells.
                Ok(None) | Err(_) if Instant::now() < deadline => {}
                Ok(None) => bail!("waited in vain for {what}"),
                Err(error) => return Err(error.context(format!("waited in vain for {what}"))),
            }
        }
    }

    /// Waits until a script that runs in the page returns `true`.
    pub async fn holds(&self, what: &str, script: &str) -> Result<()> {
        self.holds_for(what, script, "").await
    }

    pub(crate) async fn holds_for(&self, what: &str, script: &str, argument: &str) -> Result<()> {
        self.wait_for(what, async || {
            let answer = self.browser.run(script, vec![json!(argument)]).await?;
            Ok((answer == Value::Bool(true)).then_some(()))
        })
        .await
    }

    /// Waits for a downloaded file and returns where it lies.
    pub async fn downloaded(&self) -> Result<PathBuf> {
        self.wait_for("a downloaded file", async || {
            let mut files = tokio::fs::read_dir(self.browser.downloads()).await?;
            while let Some(file) = files.next_entry().await? {
                // Chromium writes under another name until the file is whole, and keeps its own name for it by an empty one.
                let name = file.file_name().to_string_lossy().into_owned();
                let whole = !name.starts_with('.') && !name.ends_with(".crdownload");
                if whole && file.metadata().await?.len() > 0 {
                    return Ok(Some(file.path()));
                }
            }
            Ok(None)
        })
        .await
    }

    /// The text of a downloaded file; it is removed, so that the next one is not taken for it.
    pub async fn read_download(&self) -> Result<String> {
        let file = self.downloaded().await?;
        let text = tokio::fs::read_to_string(&file).await?;
        tokio::fs::remove_file(file).await?;
        Ok(text)
    }

    // --- looking at it

    /// Takes the size, the theme and the language (`en` or `ms`) for everything that is opened from now on.
    pub async fn look(&self, look: Look<'_>, language: &str) -> Result<()> {
        self.browser.look(look).await?;
        self.store_record("tutup:prefs", &json!({ "cy": "MYR", "th": look.theme, "la": language })).await
    }

    /// Opens `route` in that look and saves it as `target/shots/<name>-<width>-<theme>-<language>.png`.
    pub async fn screenshot(&self, name: &str, route: &str, look: Look<'_>, language: &str) -> Result<()> {
        self.look(look, language).await?;
        self.open(route).await?;
        let file = format!("../../target/shots/{name}-{}-{}-{language}.png", look.width, look.theme);
        self.browser.shoot(&Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).await
    }

    // --- the accessibility tree

    pub(crate) async fn one(&self, what: &str, wanted: Value, pick: &str) -> Result<WebElement> {
        self.wait_for(what, async || {
            let mut found = self.all(&wanted, pick).await?;
            ensure!(found.len() < 2, "{} of them", found.len());
            Ok(found.pop())
        })
        .await
    }

    /// The nodes that Chromium's accessibility tree holds for `wanted`, handed through the function body `pick`.
    pub(crate) async fn all(&self, wanted: &Value, pick: &str) -> Result<Vec<WebElement>> {
        let document = self.browser.cdp("DOM.getDocument", json!({ "depth": 0 })).await?;
        let mut query = wanted.clone();
        query["nodeId"] = document["root"]["nodeId"].clone();
        let answer = self.browser.cdp("Accessibility.queryAXTree", query).await?;
        let nodes = answer["nodes"].as_array().ok_or_else(|| anyhow!("no list of nodes"))?;

        let mut elements = Vec::new();
        // The tree has parts, such as lines of text, that are no nodes of the page.
        let shown = |node: &&Value| node["ignored"] != Value::Bool(true) && node["backendDOMNodeId"].is_number();
        for node in nodes.iter().filter(shown) {
            elements.extend(self.element(&node["backendDOMNodeId"], pick).await?);
        }
        Ok(elements)
    }

    /// The protocol's node, as an element that WebDriver knows: it is passed through a variable of the page.
    async fn element(&self, node: &Value, pick: &str) -> Result<Option<WebElement>> {
        let object = self.browser.cdp("DOM.resolveNode", json!({ "backendNodeId": node })).await?;
        let keep = json!({
            "objectId": object["object"]["objectId"],
            "functionDeclaration": format!("function () {{ window.e2eFound = (() => {{ {pick} }})() }}"),
        });
        self.browser.cdp("Runtime.callFunctionOn", keep).await?;
        let found = self.browser.driver.execute("return window.e2eFound", vec![]).await?;
        Ok(if found.json().is_null() { None } else { Some(found.element()?) })
    }
}
