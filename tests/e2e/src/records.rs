//! What is stored: put there before the page starts, and read when a test has ended.

use std::collections::BTreeMap;

use anyhow::{Context as _, Result, ensure};
use crc::{CRC_32_ISO_HDLC, Crc};
use serde_json::{Value, json};

use crate::long::long;
use crate::page::Page;

/// What the keys of opportunities begin with.
pub const OPPORTUNITY: &str = "tutup:o:";

impl Page {
    /// Stores one value as it is.
    pub async fn store(&self, key: &str, value: &str) -> Result<()> {
        self.browser.run("localStorage.setItem(...args)", vec![json!(key), json!(value)]).await?;
        Ok(())
    }

    /// Stores many values, each as it is.
    pub async fn store_all(&self, values: &BTreeMap<String, String>) -> Result<()> {
        let put = "for (const [key, value] of Object.entries(args[0])) localStorage.setItem(key, value)";
        self.browser.run(put, vec![json!(values)]).await?;
        Ok(())
    }

    /// Stores a record in its envelope, as the application does.
    pub async fn store_record(&self, key: &str, json: &Value) -> Result<()> {
        self.store(key, &envelope(json)).await
    }

    /// Everything in the local storage.
    pub async fn stored(&self) -> Result<BTreeMap<String, String>> {
        Ok(serde_json::from_value(self.browser.run("return { ...localStorage }", vec![]).await?)?)
    }

    /// Every stored opportunity, by its id.
    pub async fn opportunities(&self) -> Result<BTreeMap<String, Value>> {
        let stored = self.stored().await?;
        let records = stored.iter().filter_map(|(key, value)| Some((key.strip_prefix(OPPORTUNITY)?, value)));
        records.map(|(id, value)| Ok((id.to_owned(), open(value)?))).collect()
    }

    /// The one stored opportunity.
    pub async fn opportunity(&self) -> Result<Value> {
        let mut all = self.opportunities().await?;
        ensure!(all.len() == 1, "{} opportunities are stored", all.len());
        Ok(all.pop_first().context("there is one")?.1)
    }
}

/// A record as it is stored: `<crc32>|<schema>|<revision>|<json>`.
#[must_use]
pub fn envelope(json: &Value) -> String {
    envelope_of(1, json)
}

/// The same of a record that was written that often.
#[must_use]
pub fn envelope_of(revision: u64, json: &Value) -> String {
    sealed(1, revision, json)
}

/// The same in this schema, which the JSON must be of.
pub(crate) fn sealed(schema: u32, revision: u64, json: &Value) -> String {
    let body = format!("{schema}|{revision}|{json}");
    let sum = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(body.as_bytes());
    format!("{sum:08x}|{body}")
}

/// The record in an envelope, whose checksum is checked; long, if it is written short.
pub fn open(stored: &str) -> Result<Value> {
    let (sum, body) = stored.split_once('|').context("it has no checksum")?;
    let right = Crc::<u32>::new(&CRC_32_ISO_HDLC).checksum(body.as_bytes());
    ensure!(u32::from_str_radix(sum, 16)? == right, "the checksum does not match");
    let parts: Vec<&str> = body.splitn(3, '|').collect();
    let json = serde_json::from_str(parts.get(2).context("it has no content")?)?;
    Ok(if parts[0] == "1" { json } else { long(json) })
}
