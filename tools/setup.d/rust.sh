# shellcheck shell=bash disable=SC2154
# The Rust toolchain and its wasm target. Three ways, the first that works:
#   1  the cargo on PATH already has the target;
#   2  rustup adds it;
#   3  Debian's own newer toolchain, whose standard library is built for wasm from Debian's source.
# The third needs nothing but Debian's packages, and serves as the host's toolchain too. TUTUP_TOOLCHAIN=debian forces it.

wasm_target=wasm32-unknown-unknown

has_wasm_std() { # RUSTC
  local lib
  lib=$("$1" --print target-libdir --target "$wasm_target" 2>/dev/null) || return 1
  compgen -G "$lib/libcore-*.rlib" >/dev/null || return 1
  # A library built here serves the very compiler it was built by; Debian's may have been upgraded since.
  [ ! -e "$lib/built-by" ] || [ "$(cat "$lib/built-by")" = "$("$1" --version)" ]
}

is_new_enough() { # RUSTC
  have "$1" && have "${1/%rustc/cargo}" && at_least "$(sed -n 's/^rust-version = "\(.*\)"/\1/p' "$tutup_root/Cargo.toml")" \
    "$("$1" --version 2>/dev/null | cut -d ' ' -f 2)"
}

need_rust() {
  case ${TUTUP_TOOLCHAIN:-} in
    debian) use_debian ;;
    '') use_first_that_works ;;
    *) die "TUTUP_TOOLCHAIN is '$TUTUP_TOOLCHAIN': leave it unset, or set it to 'debian'." ;;
  esac
  need_linker
}

use_first_that_works() {
  if is_new_enough rustc && has_wasm_std rustc; then return; fi
  if is_new_enough /usr/bin/rustc && has_wasm_std /usr/bin/rustc; then use_debian; return; fi
  if is_new_enough rustc && have rustup; then
    if timed "adding the target $wasm_target by rustup" timeout 60 rustup target add "$wasm_target"; then return; fi
    say "rustup cannot be reached from here: taking Debian's toolchain instead"
  fi
  have apt-get || die "Please install Rust with rustup (https://rustup.rs), run 'rustup target add $wasm_target', then run this again."
  use_debian
}

# A toolchain of rustup's smallest profile has neither.
need_lints() {
  if cargo fmt --version >/dev/null 2>&1 && cargo clippy --version >/dev/null 2>&1; then return; fi
  if have rustup && timed "adding rustfmt and clippy by rustup" timeout 60 rustup component add rustfmt clippy; then return; fi
  die "rustfmt and clippy are missing: add them the way you installed Rust ('rustup component add rustfmt clippy'), or set TUTUP_TOOLCHAIN=debian, and run this again."
}

# Links come first on PATH: rustup's own cargo stays what it is everywhere else.
use_debian() {
  local bin=$tutup_tools/rust-debian/bin tool
  need_debian_packages
  has_wasm_std /usr/bin/rustc || build_wasm_std
  mkdir -p "$bin"
  for tool in cargo rustc rustdoc rustfmt cargo-fmt cargo-clippy clippy-driver; do
    [ -e "$bin/$tool" ] || ln -sf "/usr/bin/$tool" "$bin/$tool"
  done
  PATH=$bin:$PATH
  export PATH
}

need_debian_packages() {
  local linker
  if ! is_new_enough /usr/bin/rustc || [ ! -x /usr/bin/cargo-clippy ] || [ ! -x /usr/bin/cargo-fmt ] || [ ! -d "$(std_source)" ]; then
    apt_install rustc-web cargo-web rust-web-src rust-web-llvm rust-web-clippy rustfmt-web
  fi
  is_new_enough /usr/bin/rustc || die "Debian's Rust is too old here: please install Rust with rustup (https://rustup.rs) and run this again."
  # rust-lld is a link into the very LLVM that Debian's rustc was built with, which is a package of its own.
  if [ ! -e /usr/bin/rust-lld ]; then
    linker=$(readlink /usr/bin/rust-lld) || die "Debian's rustc has no rust-lld, which links wasm: please install Rust with rustup (https://rustup.rs) and run this again."
    apt_install "$(sed -E 's|.*llvm-([0-9]+)/.*|lld-\1|' <<<"$linker")"
  fi
}

std_source() { echo "/usr/src/rustc-$(/usr/bin/rustc --version | cut -d ' ' -f 2)/library"; }

build_wasm_std() {
  local work
  work=$(mktemp -d)
  if timed "building the standard library for wasm from Debian's source" compile_wasm_std "$work" && install_wasm_std "$work"; then
    rm -rf "$work"
  else
    rm -rf "$work"
    die "The standard library could not be built for wasm: see the output above; installing Rust with rustup (https://rustup.rs) is the other way."
  fi
}

# As rustc's own build does it. Not the vendored sources: they lack what cargo wants to see of the tests.
compile_wasm_std() { # WORK
  cp -r "$(std_source)" "$1/library" &&
    env -C "$1/library" RUSTC=/usr/bin/rustc RUSTC_BOOTSTRAP=1 __CARGO_DEFAULT_LIB_METADATA=tutup \
      RUSTFLAGS="-Zforce-unstable-if-unmarked -Cembed-bitcode=yes" CARGO_PROFILE_RELEASE_DEBUG=false \
      /usr/bin/cargo build --manifest-path sysroot/Cargo.toml --release --target "$wasm_target" \
      --features panic-unwind --target-dir "$1/target"
}

install_wasm_std() { # WORK
  local lib=/usr/lib/rustlib/$wasm_target/lib
  /usr/bin/rustc --version >"$1/built-by" &&
    as_root mkdir -p "$lib" &&
    as_root find "$lib" -name '*.rlib' -delete &&
    as_root cp "$1/target/$wasm_target/release/deps/"*.rlib "$1/built-by" "$lib/"
}
