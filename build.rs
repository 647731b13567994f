//! Links the release so that it can be cut in two.

use std::env;

fn main() {
    println!("cargo::rerun-if-changed=build.rs");
    if env::var_os("CARGO_FEATURE_SPLIT").is_some() {
        // tools/split.mjs has to know what refers to what.
        println!("cargo::rustc-link-arg-bins=--emit-relocs");
    }
}
