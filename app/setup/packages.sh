# Debian packages. Sourced by setup.sh.

# Prints the names in the given lists that are not installed.
missing_packages() {
  local name
  local -A installed=()
  local wanted
  mapfile -t wanted < <(sed -e 's/[[:space:]]*#.*//' -e '/^[[:space:]]*$/d' "$@")
  while read -r name; do
    installed[$name]=1
  done < <({ dpkg-query -W -f '${db:Status-Status} ${Package}\n' "${wanted[@]}" 2>/dev/null || true; } | sed -n 's/^installed //p')
  for name in "${wanted[@]}"; do
    [[ -n ${installed[$name]:-} ]] || printf '%s\n' "$name"
  done
}

# Runs apt-get as root: asks nothing, and waits when another package manager is at work.
apt_get() {
  local command=(env DEBIAN_FRONTEND=noninteractive apt-get -y -o DPkg::Lock::Timeout=600 -o Acquire::Retries=3 "$@")
  if [[ $(id -u) == 0 ]]; then
    "${command[@]}"
  elif [[ -t 0 ]]; then
    sudo "${command[@]}"
  else
    sudo -n "${command[@]}"
  fi </dev/null
}

# True where the machine's package lists know every name.
lists_know() { apt-cache show --no-all-versions "$@" >/dev/null 2>&1; }

# package_lists app|package|tests|full: the files that name what each needs.
package_lists() {
  printf '%s\n' "$setup/packages.txt"
  [[ $1 != package ]] || printf '%s\n' "$setup/package_packages.txt"
  [[ $1 == app || $1 == package ]] || printf '%s\n' "$setup/test_packages.txt"
  [[ $1 != full ]] || printf '%s\n' "$setup/full_packages.txt"
}

install_packages() {  # app|package|tests|full
  local lists missing
  mapfile -t lists < <(package_lists "$1")
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null ||
    fail "this is not a Debian system; install what app/setup/packages.txt names by hand and build as README.md tells."
  mapfile -t missing < <(missing_packages "${lists[@]}")
  # Some machines have npm from elsewhere, which Debian's package would conflict with.
  if ! have_mesh_package && ! command -v npm >/dev/null; then
    missing+=(npm)
  fi
  ((${#missing[@]})) || return 0

  local by_hand="as root run: apt-get install --no-install-recommends ${missing[*]}"
  if [[ $(id -u) != 0 ]] && ! command -v sudo >/dev/null; then
    fail "packages are missing and sudo is not there; $by_hand"
  fi
  need_space /usr $((100 * ${#missing[@]}))
  say "installing packages: ${missing[*]}"
  if lists_know "${missing[@]}" && apt_install "${missing[@]}"; then
    return 0
  fi
  # No lists yet, or lists older than the mirror.
  run_logged "refreshing the package lists" apt_get update ||
    fail_logged "the package lists cannot be refreshed; check the network and the machine's apt sources, then start again."
  apt_install "${missing[@]}" || fail_logged "packages cannot be installed; check the network, then start again or $by_hand"
}

apt_install() { run_logged "apt-get install (a few minutes the first time)" apt_get install --no-install-recommends "$@"; }
