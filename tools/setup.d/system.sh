# shellcheck shell=bash disable=SC2154
# What comes from the system's packages: a C linker, Node, the test browser.

as_root() {
  if [ "$(id -u)" -eq 0 ]; then
    "$@"
  elif have sudo; then
    sudo "$@"
  else
    return 1
  fi
}

# The lists are fetched first: they may be missing or old. Another package manager at work is waited for.
apt_install_now() {
  as_root apt-get update -q
  as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get -o DPkg::Lock::Timeout=120 install -y -q --no-install-recommends "$@"
}

apt_install() {
  have apt-get || die "Please install $* by your system's own means (there is no apt-get here) and run this again."
  [ "$(id -u)" -eq 0 ] || have sudo ||
    die "Please have root install these packages, then run this again: apt-get install $*"
  timed "installing $* from the system's packages" apt_install_now "$@" ||
    die "The packages $* could not be installed: check the network and the package sources, then run this again."
}

need_linker() { have cc || apt_install gcc libc6-dev; }

node_is_new_enough() { have node && have npm && at_least 18 "$(node --version | tr -d v)"; }

need_node() {
  node_is_new_enough && return
  apt_install nodejs npm
  node_is_new_enough || die "Node 18 or newer is needed, the system's packages have an older one: please install it and run this again."
}

need_browser() {
  if ! have chromedriver || ! { have chromium || have google-chrome; }; then
    apt_install chromium chromium-driver
  fi
  CHROMEDRIVER=${CHROMEDRIVER:-$(command -v chromedriver)}
  CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER=wasm-bindgen-test-runner
  WASM_BINDGEN_TEST_WEBDRIVER_JSON=$tutup_root/tools/webdriver.json
  export CHROMEDRIVER CARGO_TARGET_WASM32_UNKNOWN_UNKNOWN_RUNNER WASM_BINDGEN_TEST_WEBDRIVER_JSON
}
