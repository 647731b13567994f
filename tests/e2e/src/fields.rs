//! Fields: what the user does with them, and what they say.

use anyhow::{Context as _, Result, ensure};
use serde_json::{Value, json};
use thirtyfour::{Key, TypingData, WebElement};

use crate::page::Page;

impl Page {
    /// The one field with this label, of whatever kind.
    pub async fn field(&self, label: &str) -> Result<WebElement> {
        const IF_FIELD: &str = "return this.matches?.('input, select, textarea') ? this : null";
        self.one(&format!("field {label:?}"), json!({ "accessibleName": label }), IF_FIELD).await
    }

    /// Empties a field and types into it.
    pub async fn fill(&self, label: &str, text: &str) -> Result<()> {
        let field = self.field(label).await?;
        field.send_keys(Key::Control + "a").await?;
        let text = if text.is_empty() { TypingData::from(Key::Backspace) } else { text.into() };
        field.send_keys(text).await.with_context(|| format!("fill {label:?}"))
    }

    /// Puts text into a field as a paste does, in place of what it held: what no key types, or what is long.
    pub async fn insert(&self, label: &str, text: &str) -> Result<()> {
        if text.is_empty() {
            return self.fill(label, "").await;
        }
        self.field(label).await?.send_keys(Key::Control + "a").await?;
        self.browser.cdp("Input.insertText", json!({ "text": text })).await?;
        Ok(())
    }

    /// Chooses an option of a drop-down by its words.
    pub async fn choose(&self, label: &str, option: &str) -> Result<()> {
        const CHOOSE: &str = "
            const [field, words] = args;
            const option = [...field.options].find((option) => option.label === words);
            if (!option) throw new Error(`no option ${words}`);
            field.value = option.value;
            field.dispatchEvent(new Event('input', { bubbles: true }));
            field.dispatchEvent(new Event('change', { bubbles: true }));";
        let field = self.field(label).await?;
        self.browser.run(CHOOSE, vec![field.to_json()?, json!(option)]).await?;
        Ok(())
    }

    /// Chooses an option by keys alone: its words, or as much of them as tells it from the others.
    pub async fn choose_by_keys(&self, label: &str, words: &str) -> Result<()> {
        self.field(label).await?.send_keys(words).await.with_context(|| format!("choose {words:?} in {label:?}"))
    }

    /// What a field holds.
    pub async fn value(&self, label: &str) -> Result<String> {
        Ok(self.field(label).await?.prop("value").await?.unwrap_or_default())
    }

    /// Waits until a field holds this.
    pub async fn holds_value(&self, label: &str, wanted: &str) -> Result<()> {
        let field = self.field(label).await?;
        self.wait_for(&format!("{wanted:?} in {label:?}"), async || {
            let value = field.prop("value").await?.unwrap_or_default();
            ensure!(value == wanted, "it holds {value:?}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits until a field says that it is wrong, in these words; they describe the field for assistive technology too.
    pub async fn is_wrong(&self, label: &str, words: &str) -> Result<()> {
        const SAYS: &str = "
            const [field] = args;
            const ids = (field.getAttribute('aria-describedby') ?? '').split(' ').filter(Boolean);
            const said = ids.map((id) => document.getElementById(id)?.innerText ?? `no ${id}`);
            return [field.getAttribute('aria-invalid'), ...said.map((text) => text.trim())];";
        let field = self.field(label).await?.to_json()?;
        self.wait_for(&format!("{label:?} to be wrong: {words}"), async || {
            let said: Vec<Value> = serde_json::from_value(self.browser.run(SAYS, vec![field.clone()]).await?)?;
            ensure!(said[0] == "true", "it is not marked: {said:?}");
            ensure!(said.iter().skip(1).any(|text| text == words), "it says {said:?}");
            Ok(Some(()))
        })
        .await
    }

    /// Waits until a field says no longer that it is wrong.
    pub async fn is_right(&self, label: &str) -> Result<()> {
        let field = self.field(label).await?;
        self.wait_for(&format!("{label:?} to be right"), async || {
            Ok(field.attr("aria-invalid").await?.is_none().then_some(()))
        })
        .await
    }

    /// What has the focus, by its role and its name, as `link "New opportunity"`.
    pub async fn focus(&self) -> Result<String> {
        let focused = json!({ "expression": "document.activeElement" });
        let object = self.browser.cdp("Runtime.evaluate", focused).await?;
        let query = json!({ "objectId": object["result"]["objectId"], "fetchRelatives": false });
        let tree = self.browser.cdp("Accessibility.getPartialAXTree", query).await?;
        let node = &tree["nodes"][0];
        let text = |name: &str| node[name]["value"].as_str().unwrap_or_default().to_owned();
        Ok(format!("{} {:?}", text("role"), text("name")))
    }

    /// Waits until this has the focus: see [`Page::focus`].
    pub async fn has_focus(&self, role: &str, name: &str) -> Result<()> {
        let wanted = format!("{role} {name:?}");
        self.wait_for(&format!("the focus on {wanted}"), async || {
            let focus = self.focus().await?;
            ensure!(focus == wanted, "it is on {focus}");
            Ok(Some(()))
        })
        .await
    }

    /// Presses Tab until this has the focus; a test fails that would have to press it more often than fifty times.
    pub async fn tab_to(&self, role: &str, name: &str) -> Result<()> {
        let wanted = format!("{role} {name:?}");
        let mut passed = Vec::new();
        for _ in 0..50 {
            self.press(Key::Tab).await?;
            let focus = self.focus().await?;
            if focus == wanted {
                return Ok(());
            }
            passed.push(focus);
        }
        anyhow::bail!("Tab does not lead to {wanted}, but to {}", passed.join(", "))
    }
}
