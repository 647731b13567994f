//! R15: whatever leads to a closing, button, address, list, board, bulk, keyboard or palette, it is the one decision. A closing
//! can be made in two places only: by the acts that decide, and by the floor that reads what was stored.

use std::fs;
use std::path::{Path, PathBuf};

/// What makes something closed, and the files in which it may stand.
const MAKES_CLOSED: [(&str, &[&str]); 5] = [
    // The field is private, so that nobody else could: the compiler says so too, see the documentation of `Closing`.
    ("Closing { facts }", &["domain/closing/acts.rs"]),
    ("Closing::restore(", &["storage/record/closing.rs"]),
    ("Status::Closed(Box::new(", &["domain/closing/acts.rs", "storage/record/opportunity.rs"]),
    (".close(entry", &["domain/book.rs"]),
    (".correct(entry", &["domain/book.rs"]),
];

#[test]
fn r15_a_closing_is_made_by_the_decision_and_read_from_storage_and_nowhere_else() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("src");
    let files = files_under(&root);
    assert!(files.len() > 150, "only {} files were looked at", files.len());
    for (what, allowed) in MAKES_CLOSED {
        let mut found: Vec<String> = Vec::new();
        for file in &files {
            let text = fs::read_to_string(file).unwrap();
            if text.lines().any(|line| !line.trim_start().starts_with("//") && line.contains(what)) {
                found.push(file.strip_prefix(&root).unwrap().to_string_lossy().into_owned());
            }
        }
        assert_eq!(found, allowed, "{what}");
    }
}

fn files_under(folder: &Path) -> Vec<PathBuf> {
    let mut files = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            files.extend(files_under(&path));
        } else if path.extension().is_some_and(|extension| extension == "rs") {
            files.push(path);
        }
    }
    files.sort();
    files
}
