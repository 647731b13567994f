//! The preferences as they are stored. The page reads language and theme itself before the program starts.

use super::FieldDamage;
use super::json::Json;
use super::reader::Reader;
use super::writer::Writer;
use crate::domain::{ChosenColumns, DraftRule, Preferences, StaleAfter};

pub(super) fn write(preferences: &Preferences) -> Json {
    let mut it = Writer::default();
    it.put("cy", &preferences.currency);
    it.flag("st", preferences.drafts == DraftRule::Block);
    it.unless("sd", &StaleAfter::default(), &preferences.stale_after);
    it.unless("ch", &ChosenColumns::default(), &preferences.columns);
    it.maybe("la", preferences.language.as_ref());
    it.maybe("th", preferences.theme.as_ref());
    it.flag("nk", !preferences.single_keys);
    it.done()
}

pub(super) fn read(json: &Json) -> Result<Preferences, FieldDamage> {
    let mut it = Reader::object(json)?;
    let preferences = Preferences {
        currency: it.need("cy")?,
        drafts: if it.flag("st") { DraftRule::Block } else { DraftRule::CloseAlong },
        stale_after: it.get("sd").unwrap_or_default(),
        columns: it.get("ch").unwrap_or_default(),
        language: it.get("la"),
        theme: it.get("th"),
        single_keys: !it.flag("nk"),
    };
    it.done(preferences)
}
