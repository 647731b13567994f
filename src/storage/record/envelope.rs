//! The envelope `<checksum>|<schema>|<revision>|<json>`.
//!
//! The checksum is CRC-32/ISO-HDLC over the UTF-8 of everything behind the first `|`, written as eight lower-case
//! hexadecimal digits. So a value that was cut or altered is noticed before its JSON is looked at.

use crc::{CRC_32_ISO_HDLC, Crc, Table};

use super::{Damage, SCHEMA};

/// What a stored record is known by: two values with the same stamp are the same value.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Stamp {
    /// The checksum, which covers the revision too.
    pub checksum: u32,
    /// How often the record was written.
    pub revision: u64,
}

/// What an envelope holds.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) struct Content<'a> {
    /// The schema of the JSON.
    pub(super) schema: u32,
    pub(super) stamp: Stamp,
    pub(super) json: &'a str,
}

/// What is inside, of a schema up to the `newest` one.
pub(super) fn open(raw: &str, newest: u32) -> Result<Content<'_>, Damage> {
    let (checksum, content) = raw.split_once('|').ok_or(Damage::Envelope)?;
    let checksum = parse_checksum(checksum).ok_or(Damage::Envelope)?;
    if sum(content) != checksum {
        return Err(Damage::Checksum);
    }
    let (schema, content) = content.split_once('|').ok_or(Damage::Envelope)?;
    let number = parse_number(schema).filter(|schema| *schema > 0).ok_or(Damage::Envelope)?;
    let schema = u32::try_from(number).ok().filter(|schema| *schema <= newest);
    let schema = schema.ok_or(Damage::NewerSchema { schema: number })?;
    let (revision, json) = content.split_once('|').ok_or(Damage::Envelope)?;
    let revision = parse_number(revision).ok_or(Damage::Envelope)?;
    Ok(Content { schema, stamp: Stamp { checksum, revision }, json })
}

/// The JSON with its envelope.
pub(in crate::storage) fn seal(schema: u32, revision: u64, json: &str) -> String {
    checked(&format!("{schema}|{revision}|{json}"))
}

/// The content with its checksum before it.
pub(in crate::storage) fn checked(content: &str) -> String {
    format!("{:08x}|{content}", sum(content))
}

/// The checksum of a text.
pub(crate) fn sum(text: &str) -> u32 {
    CRC.checksum(text.as_bytes())
}

/// The same JSON in the envelope of another revision.
///
/// # Errors
/// It has no envelope that this version can write.
pub fn reseal(raw: &str, revision: u64) -> Result<String, Damage> {
    open(raw, SCHEMA).map(|content| seal(content.schema, revision, content.json))
}

/// Whether the value is what was once written, whoever wrote it: its checksum is right. More is not looked at.
pub fn is_intact(raw: &str) -> bool {
    raw.split_once('|').is_some_and(|(checksum, content)| parse_checksum(checksum) == Some(sum(content)))
}

static CRC: Crc<u32, Table<1>> = Crc::<u32, Table<1>>::new(&CRC_32_ISO_HDLC);

fn parse_checksum(text: &str) -> Option<u32> {
    let well_formed = text.len() == 8 && text.bytes().all(|byte| matches!(byte, b'0'..=b'9' | b'a'..=b'f'));
    well_formed.then(|| u32::from_str_radix(text, 16).ok()).flatten()
}

fn parse_number(text: &str) -> Option<u64> {
    text.bytes().all(|byte| byte.is_ascii_digit()).then(|| text.parse().ok()).flatten()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn seals_with_crc_32_iso_hdlc_over_everything_behind_the_first_bar() {
        assert_eq!(CRC.checksum(b"123456789"), 0xcbf4_3926);
        let sealed = seal(1, 7, "{}");
        assert_eq!(sealed, format!("{:08x}|1|7|{{}}", CRC.checksum(b"1|7|{}")));
        let stamp = Stamp { checksum: CRC.checksum(b"1|7|{}"), revision: 7 };
        assert_eq!(open(&sealed, 1), Ok(Content { schema: 1, stamp, json: "{}" }));
    }

    #[test]
    fn every_single_changed_character_is_noticed() {
        let sealed = seal(1, 12, r#"{"t":"ERP|rollout"}"#);
        for place in 0..sealed.len() {
            let mut bytes = sealed.clone().into_bytes();
            bytes[place] ^= 1;
            let changed = String::from_utf8(bytes).unwrap();
            assert!(open(&changed, 1).is_err(), "{changed}");
            assert!(open(&sealed[..place], 1).is_err());
        }
    }

    #[test]
    fn accepts_nothing_but_eight_lower_case_digits() {
        let sealed =
            (0..99).map(|n| seal(1, n, "{}")).find(|it| it[..8].contains(|c: char| c.is_alphabetic())).unwrap();
        assert!(open(&sealed, 1).is_ok());
        let content = &sealed[8..];
        for checksum in [sealed[..8].to_uppercase(), format!("0{}", &sealed[..8]), "+0000001".into(), String::new()] {
            assert_eq!(open(&format!("{checksum}{content}"), 1), Err(Damage::Envelope));
        }
    }

    #[test]
    fn another_revision_has_the_same_json() {
        let sealed = seal(1, 7, r#"{"t":"a|b"}"#);
        assert_eq!(reseal(&sealed, 8), Ok(seal(1, 8, r#"{"t":"a|b"}"#)));
        assert_eq!(reseal(&sealed, 7), Ok(sealed.clone()));
        assert_eq!(reseal(&sealed[1..], 8), Err(Damage::Envelope));
    }

    #[test]
    fn intact_is_what_has_its_checksum_whatever_it_is() {
        let with = |content: &str| format!("{:08x}|{content}", CRC.checksum(content.as_bytes()));
        for content in ["1|7|{}", "2|7|{}", "1|7|{", "nonsense", ""] {
            assert!(is_intact(&with(content)), "{content}");
        }
        for raw in [&with("1|7|{}")[1..], &format!("{}x", with("1|7|{}")), "", "|", "00000000", "nonsense"] {
            assert!(!is_intact(raw), "{raw}");
        }
    }

    #[test]
    fn tells_a_later_schema_from_nonsense() {
        let with = |content: &str| format!("{:08x}|{content}", CRC.checksum(content.as_bytes()));
        for (schema, newest) in [(2, 1), (5, 4), (1 << 32, u32::MAX), (u64::MAX, u32::MAX)] {
            assert_eq!(open(&with(&format!("{schema}|1|{{}}")), newest), Err(Damage::NewerSchema { schema }));
        }
        for schema in 1..=4 {
            assert_eq!(open(&with(&format!("{schema}|1|{{}}")), 4).map(|content| content.schema), Ok(schema));
        }
        for content in ["0|1|{}", "|1|{}", "+1|1|{}", "1||{}", "1|-1|{}", "1|1", "1|99999999999999999999|{}"] {
            assert_eq!(open(&with(content), 4), Err(Damage::Envelope), "{content}");
        }
    }
}
