//! The table as a whole: no key twice, and a name for everything in each language.

use std::collections::BTreeSet;

use super::table::{Group, Shortcut, UserCommand};
use crate::domain::Language;
use crate::ui::text::{Words, words_of};
#[cfg(target_arch = "wasm32")]
use wasm_bindgen_test::wasm_bindgen_test as test;

const LANGUAGES: [Language; 2] = [Language::English, Language::Malay];

#[test]
fn each_command_stands_in_the_table_once() {
    for (place, command) in UserCommand::ALL.into_iter().enumerate() {
        assert_eq!(UserCommand::ALL.iter().position(|other| *other == command), Some(place), "{command:?}");
    }
}

#[test]
fn no_key_gives_two_commands() {
    let mut taken: Vec<Shortcut> = Vec::new();
    for command in UserCommand::ALL {
        for key in command.keys() {
            assert!(!taken.contains(key), "{key:?} of {command:?} is another one's too");
            taken.push(*key);
        }
    }
}

#[test]
fn each_command_has_a_name_of_its_own_in_each_language() {
    for language in LANGUAGES {
        let words: &dyn Words = words_of(language);
        let mut names = BTreeSet::new();
        for command in UserCommand::ALL {
            let name = words.command(command);
            assert!(!name.is_empty() && names.insert(name), "{command:?} is called {name:?} in {language:?}");
        }
    }
}

#[test]
fn the_sheet_has_keys_of_each_group() {
    for group in [Group::Opportunity, Group::List, Group::Program] {
        assert!(UserCommand::ALL.iter().any(|it| it.group() == group && !it.keys().is_empty()), "{group:?}");
    }
}

#[test]
fn keys_are_shown_as_they_stand_on_the_keyboard() {
    for (shortcut, caps) in [
        (Shortcut::Key("w"), &["W"][..]),
        (Shortcut::Key("?"), &["?"]),
        (Shortcut::Key("arrowdown"), &["↓"]),
        (Shortcut::Key("home"), &["Home"]),
        (Shortcut::Key(" "), &["Space"]),
        (Shortcut::Ctrl("enter"), &["⌘", "Enter"]),
        (Shortcut::CtrlShift("z"), &["⌘", "Shift", "Z"]),
    ] {
        assert_eq!(shortcut.caps("⌘"), caps, "{shortcut:?}");
    }
}
