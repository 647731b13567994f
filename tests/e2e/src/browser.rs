//! One Chromium with a profile of its own, and the chromedriver that holds it.

use std::env;
use std::path::{Path, PathBuf};
use std::process::Stdio;
use std::time::Duration;

use anyhow::{Context as _, Result, anyhow, ensure};
use serde_json::{Value, json};
use tempfile::TempDir;
use thirtyfour::{Capabilities, WebDriver};
use tokio::io::{AsyncBufReadExt as _, BufReader};
use tokio::process::{Child, Command};
use tokio::time::timeout;

use crate::processes;

/// As root, and in a container, Chromium runs without its sandbox only; it loads nothing here but our own pages.
/// The rest keeps it from asking the network for anything by itself.
const FLAGS: [&str; 9] = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-dev-shm-usage",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--lang=en-GB",
];

/// What a browser is started for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Purpose {
    /// To see whether the page works: it logs what it notices and what it asks for.
    Testing,
    /// To see how fast it is, under these flags besides the usual ones: a log would take time of its own.
    Measuring(&'static [&'static str]),
}

/// How the page is looked at.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Look<'a> {
    /// In CSS pixels, down to 320 and below: the window of a desktop Chromium stops at 500.
    pub width: u32,
    /// In CSS pixels.
    pub height: u32,
    /// The system's wish, `light` or `dark`.
    pub theme: &'a str,
}

/// A running browser. It is ended by [`Browser::quit`]; a dropped one is killed by its driver's end at the latest.
#[derive(Debug)]
pub struct Browser {
    /// The session, for what has no word here yet.
    pub driver: WebDriver,
    process: Child,
    home: TempDir,
    purpose: Purpose,
}

impl Browser {
    /// Starts a browser with an empty profile, to test with.
    pub async fn start() -> Result<Self> {
        Self::start_for(Purpose::Testing).await
    }

    /// Starts a browser with an empty profile.
    pub async fn start_for(purpose: Purpose) -> Result<Self> {
        let home = TempDir::with_prefix("tutup-e2e-")?;
        let (driver, process) = start_chromium(home.path(), purpose).await?;
        let browser = Self { driver, process, home, purpose };
        tokio::fs::create_dir(&browser.downloads()).await?;
        browser.take_downloads().await?;
        Ok(browser)
    }

    async fn take_downloads(&self) -> Result<()> {
        let behavior = json!({ "behavior": "allow", "downloadPath": self.downloads() });
        self.cdp("Browser.setDownloadBehavior", behavior).await.map(drop)
    }

    /// Where downloaded files arrive.
    #[must_use]
    pub fn downloads(&self) -> PathBuf {
        self.home.path().join("downloads")
    }

    /// Sends one command of Chromium's own protocol.
    pub async fn cdp(&self, command: &str, arguments: Value) -> Result<Value> {
        self.driver.cdp().send_raw(command, arguments).await.with_context(|| command.to_owned())
    }

    /// Sets the size of the page and the system's theme.
    pub async fn look(&self, look: Look<'_>) -> Result<()> {
        let size = json!({ "width": look.width, "height": look.height, "deviceScaleFactor": 1, "mobile": false });
        self.cdp("Emulation.setDeviceMetricsOverride", size).await?;
        let theme = json!({ "features": [{ "name": "prefers-color-scheme", "value": look.theme }] });
        self.cdp("Emulation.setEmulatedMedia", theme).await?;
        Ok(())
    }

    /// Runs the body of an asynchronous function in the page, with `arguments`, and returns what it returns.
    pub async fn run(&self, body: &str, arguments: Vec<Value>) -> Result<Value> {
        let script = format!(
            "const done = arguments[arguments.length - 1];
             (async (...args) => {{ {body}\n }})(...arguments).then(
                 (value) => done({{ value: value ?? null }}),
                 (error) => done({{ error: String(error) }}));"
        );
        let answer = self.driver.execute_async(script, arguments).await?;
        match answer.json() {
            Value::Object(fields) if fields.contains_key("error") => Err(anyhow!("in the page: {}", fields["error"])),
            answer => Ok(answer["value"].clone()),
        }
    }

    /// Waits until the page has come to rest: fonts there, transitions over, drawn.
    pub async fn rest(&self) -> Result<()> {
        const AT_REST: &str = "
            await document.fonts.ready;
            await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
            await new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn)));";
        self.run(AT_REST, vec![]).await.map(drop)
    }

    /// Saves what the page shows once it has come to rest.
    pub async fn shoot(&self, file: &Path) -> Result<()> {
        self.rest().await?;
        if let Some(folder) = file.parent() {
            tokio::fs::create_dir_all(folder).await?;
        }
        self.driver.screenshot(file).await.with_context(|| format!("{} cannot be written", file.display()))
    }

    /// Ends Chromium, then its driver.
    pub async fn quit(mut self) -> Result<()> {
        self.leave().await
    }

    /// Ends Chromium as its user does, and starts it again with the same profile.
    pub(crate) async fn start_again(&mut self) -> Result<()> {
        self.leave().await?;
        self.come_back().await
    }

    /// Kills Chromium with all its processes at once, and starts it again with the same profile.
    pub(crate) async fn kill_and_start_again(&mut self) -> Result<()> {
        let processes = processes::with_profile(&self.profile())?;
        ensure!(!processes.is_empty(), "no process of this browser is found");
        let ids = processes.iter().map(u32::to_string);
        // One that has ended by itself meanwhile makes `kill` complain, and is as dead as the others.
        Command::new("kill").arg("-KILL").args(ids).stderr(Stdio::null()).status().await.context("kill")?;
        self.process.kill().await?;
        processes::gone(&processes).await?;
        self.driver.clone().leak().ok().context("the session was ended already")?;
        // What says that a browser is running here would keep the next one from starting.
        for lock in ["SingletonLock", "SingletonCookie", "SingletonSocket"] {
            let _ = tokio::fs::remove_file(self.profile().join(lock)).await;
        }
        self.come_back().await
    }

    /// Whether a text is on the disk where this profile keeps its local storage, in the log that Chromium writes first.
    pub async fn is_on_disk(&self, text: &str) -> Result<bool> {
        let mut files = tokio::fs::read_dir(self.profile().join("Default/Local Storage/leveldb")).await?;
        while let Some(file) = files.next_entry().await? {
            // Chromium may have removed it meanwhile.
            let bytes = tokio::fs::read(file.path()).await.unwrap_or_default();
            if bytes.windows(text.len()).any(|part| part == text.as_bytes()) {
                return Ok(true);
            }
        }
        Ok(false)
    }

    fn profile(&self) -> PathBuf {
        self.home.path().join("profile")
    }

    async fn leave(&mut self) -> Result<()> {
        let ended = self.driver.clone().quit().await.context("Chromium does not end");
        self.process.kill().await?;
        ended
    }

    async fn come_back(&mut self) -> Result<()> {
        (self.driver, self.process) = start_chromium(self.home.path(), self.purpose).await?;
        self.take_downloads().await
    }
}

/// Starts a driver, and by it a Chromium with the profile that lies there.
async fn start_chromium(home: &Path, purpose: Purpose) -> Result<(WebDriver, Child)> {
    let (process, port) = start_driver().await?;
    let driver = WebDriver::new(format!("http://127.0.0.1:{port}"), wishes(home, purpose)?);
    Ok((driver.await.context("Chromium does not start")?, process))
}

/// Starts chromedriver. It takes a free port for one family of addresses and ends when another program has just taken the same
/// port of the other family, which happens now and then while many start at once: then it is started again.
async fn start_driver() -> Result<(Child, u16)> {
    for _ in 1..DRIVER_STARTS {
        if let Ok(started) = try_start_driver().await {
            return Ok(started);
        }
    }
    try_start_driver().await
}

/// How often chromedriver is started before it is given up.
const DRIVER_STARTS: usize = 5;

/// The driver chooses a free port itself and says which.
async fn try_start_driver() -> Result<(Child, u16)> {
    const READY: &str = "was started successfully on port ";

    let program = env::var_os("CHROMEDRIVER").unwrap_or_else(|| "chromedriver".into());
    let mut process = Command::new(program)
        .arg("--port=0")
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .kill_on_drop(true)
        .spawn()
        .context("chromedriver does not start: run tools/setup, or name it in CHROMEDRIVER")?;

    let mut lines = BufReader::new(process.stdout.take().context("its output is piped")?).lines();
    let port = timeout(Duration::from_secs(30), async {
        while let Some(line) = lines.next_line().await? {
            if let Some((_, port)) = line.split_once(READY) {
                return Ok(port.trim_end_matches('.').parse()?);
            }
        }
        Err(anyhow!("chromedriver ended before it was ready"))
    })
    .await
    .context("chromedriver is not ready after 30 s")??;
    Ok((process, port))
}

fn wishes(home: &Path, purpose: Purpose) -> Result<Capabilities> {
    let mut flags: Vec<String> = FLAGS.map(String::from).into();
    if let Purpose::Measuring(more) = purpose {
        flags.extend(more.iter().copied().map(String::from));
    }
    flags.push(format!("--user-data-dir={}", home.join("profile").display()));

    let mut wishes = Capabilities::new();
    wishes.set("browserName", "chrome")?;
    wishes.set("goog:chromeOptions", json!({ "args": flags }))?;
    if purpose == Purpose::Testing {
        wishes.set("goog:loggingPrefs", json!({ "browser": "ALL", "performance": "ALL" }))?;
    }
    Ok(wishes)
}
