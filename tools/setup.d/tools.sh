# shellcheck shell=bash disable=SC2154
# Tools that cargo and npm install. Each has a folder of its own, by name and version, in the user's cache:
# a second clone finds them, and nothing lands in the system's or cargo's own folders.

trunk_version=0.21.14
split_version=0.2.4
deny_version=0.20.2
mutants_version=27.1.0

# These tools run for seconds: half the build time is worth more than their speed.
cargo_install() {
  CARGO_PROFILE_RELEASE_OPT_LEVEL=1 CARGO_PROFILE_RELEASE_LTO=off CARGO_PROFILE_RELEASE_CODEGEN_UNITS=16 \
    cargo install --quiet "$@"
}

# need_cargo_tool PROGRAM CRATE VERSION OPTION…
need_cargo_tool() {
  local program=$1 crate=$2 version=$3 place=$tutup_tools/$2-$3
  shift 3
  if [ ! -x "$place/bin/$program" ]; then
    timed "building $crate $version" cargo_install "$crate" --version "$version" --root "$place" "$@" ||
      die "$crate $version could not be built: see the output above; if it is the network, check it and run this again."
  fi
  PATH=$place/bin:$PATH
  export PATH
}

# Without its default features Trunk downloads nothing and asks nobody for updates: all it would fetch is on PATH.
need_trunk() { need_cargo_tool trunk trunk "$trunk_version" --locked --no-default-features; }

# The program and the library must be of one version. Its own lock file may name versions that are withdrawn.
need_wasm_bindgen() {
  local version
  version=$(awk '/^name = "wasm-bindgen"$/ { getline; gsub(/"/, ""); print $3 }' "$tutup_root/Cargo.lock")
  need_cargo_tool wasm-bindgen wasm-bindgen-cli "$version"
}

# Cuts the program in two: tools/split.mjs. Its crate must understand what the macro of Leptos' wasm_split_helpers leaves in it.
need_wasm_split() {
  need_cargo_tool wasm-split-cli wasm_split_cli_support "$split_version" --locked --features build-binary
}

need_deny() { need_cargo_tool cargo-deny cargo-deny "$deny_version" --locked; }

need_mutants() { need_cargo_tool cargo-mutants cargo-mutants "$mutants_version" --locked; }

# wasm-opt comes from npm: Debian's is so old that the page it makes does not start. So does axe-core, which finds in a
# page what assistive technology stumbles over; the tests take it from AXE.
need_node_tools() {
  local place
  place=$tutup_tools/npm-$(cksum <"$tutup_root/tools/package-lock.json" | cut -d ' ' -f 1)
  if [ ! -x "$place/node_modules/.bin/wasm-opt" ]; then
    timed "installing wasm-opt and axe-core from npm" npm_install "$place" ||
      die "wasm-opt and axe-core could not be installed from npm: see the output above; if it is the network, check it and run this again."
  fi
  PATH=$place/node_modules/.bin:$PATH
  AXE=$place/node_modules/axe-core/axe.min.js
  export PATH AXE
}

# Into a folder beside, then renamed: an interrupted install is not taken for a whole one.
npm_install() {
  local place=$1 fresh=$1.new
  rm -rf "$fresh" "$place"
  mkdir -p "$fresh"
  cp "$tutup_root/tools/package.json" "$tutup_root/tools/package-lock.json" "$fresh/"
  npm ci --prefix "$fresh" --no-audit --no-fund && mv "$fresh" "$place"
}

need_crates() {
  cargo fetch --locked --quiet --manifest-path "$tutup_root/Cargo.toml" </dev/null ||
    die "The crates could not be fetched: check the network, and that Cargo.lock goes with Cargo.toml, then run this again."
}
