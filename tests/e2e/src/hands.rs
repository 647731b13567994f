//! What the user does with mouse, keys and tabs.

use std::time::Duration;

use anyhow::{Context as _, Result};
use thirtyfour::{Key, TypingData, WindowHandle};

use crate::page::Page;

impl Page {
    /// Clicks the element with this role and name.
    pub async fn click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        // The driver would scroll it under the bar at the top.
        element.scroll_into_view().await?;
        element.click().await.with_context(|| format!("click on {role} {name:?}"))
    }

    /// Clicks it twice, as fast as a hand can.
    pub async fn double_click(&self, role: &str, name: &str) -> Result<()> {
        let element = self.find(role, name).await?;
        element.scroll_into_view().await?;
        let twice = self
            .browser
            .driver
            .action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO))
            .double_click_element(&element);
        Ok(twice.perform().await?)
    }

    /// Presses keys where the focus is: `Key::Escape`, or `Key::Control + "k"`.
    pub async fn press(&self, keys: impl Into<TypingData>) -> Result<()> {
        let focused = self.browser.driver.active_element().await?;
        Ok(focused.send_keys(keys).await?)
    }

    /// Presses a key with another one held down, then lets both go.
    pub async fn chord(&self, held: Key, key: impl Into<char>) -> Result<()> {
        let held = char::from(held);
        let chain = self.browser.driver.action_chain_with_delay(Some(Duration::ZERO), Some(Duration::ZERO));
        Ok(chain.key_down(held).key_down(key.into()).key_up(held).perform().await?)
    }

    /// Goes back as the browser's button does.
    pub async fn back(&self) -> Result<()> {
        Ok(self.browser.driver.back().await?)
    }

    /// Opens a second tab of the same browser on a route and goes to it; returns the way back to this one.
    pub async fn second_tab(&self, route: &str) -> Result<WindowHandle> {
        let driver = &self.browser.driver;
        let first = driver.window().await?;
        let second = driver.new_tab().await?;
        self.switch(&second).await?;
        self.open(route).await?;
        Ok(first)
    }

    /// Goes to another tab.
    pub async fn switch(&self, tab: &WindowHandle) -> Result<()> {
        Ok(self.browser.driver.switch_to_window(tab.clone()).await?)
    }
}
