# shellcheck shell=bash disable=SC2154
# What the scripts say, and how they fail: with one sentence that tells what to do.

say() { printf '%s\n' "tutup: $*" >&2; }

die() {
  say "$*"
  exit 1
}

# timed WHAT COMMAND…: announces slow work, runs it quietly, says how long it took; its output is shown if it fails.
timed() {
  local what=$1 log start=$SECONDS
  shift
  log=$(mktemp)
  say "$what …"
  if "$@" </dev/null >"$log" 2>&1; then
    say "$what: $((SECONDS - start)) s"
    rm -f "$log"
  else
    cat "$log" >&2
    rm -f "$log"
    return 1
  fi
}

have() { command -v "$1" >/dev/null 2>&1; }

# at_least WANTED ACTUAL: compares versions.
at_least() { [ "$(printf '%s\n' "$1" "$2" | sort -V | head -n 1)" = "$1" ]; }
