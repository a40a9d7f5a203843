# Set-up shared by app/run and tests/run; sourced, never run. Installs what is missing, fetches the mesh package
# and Dear ImGui into the cache, configures, builds and bakes. Everything is skipped when it is there already.
# Its messages go to stderr; a failure ends in one sentence and exit 3.

root=$(cd "$(dirname "${BASH_SOURCE[0]}")/../.." && pwd)
cache=$(realpath -m "${FORESHOW_CACHE:-$HOME/.cache/foreshow}")
setup=$root/app/setup

say() { printf 'foreshow set-up: %s\n' "$*" >&2; }
# What a step had half done, removed when it fails.
partial=
fail() {
  [[ -z $partial ]] || rm -rf "$partial"
  printf 'foreshow set-up: %s\n' "$*" >&2
  exit 3
}

# run_logged WHAT COMMAND...: a long step with its output in the log; returns the command's status.
run_logged() {
  local what=$1 status=0
  shift
  say "$what"
  printf '\n== %s\n' "$what" >>"$log"
  "$@" >>"$log" 2>&1 8>&- 9>&- || status=$?
  return "$status"
}

# What the failed step wrote last, then the sentence. A full disk is named whatever failed.
fail_logged() {
  local step
  step=$(awk '/^== / { text = ""; next } { text = text $0 "\n" } END { printf "%s", text }' "$log" | tail -n 25)
  [[ -z $step ]] || printf '%s\n' "$step" >&2
  if [[ ${step,,} == *"no space left"* || ${step,,} == *enospc* ]] ||
    (($(free_megabytes "$root/build") < 5 || $(free_megabytes "$cache") < 5)); then
    fail "the disk is full; free some space (df -h), then start again."
  fi
  fail "$*"
}

free_megabytes() { df --output=avail -m "$1" | tail -n 1 | tr -d ' '; }

# need_space FOLDER MEGABYTES: stops early instead of half way through a download.
need_space() {
  local free
  free=$(free_megabytes "$1")
  if ((free < $2)); then
    fail "$1 has $free MB free and $2 MB are needed; free some space or set FORESHOW_CACHE to another disk, then start again."
  fi
}

. "$setup/packages.sh"
. "$setup/mesh_package.sh"
. "$setup/imgui_source.sh"
. "$setup/build.sh"

# prepare app|package|tests|full PRESET: everything up to a built and baked checkout.
prepare() {
  mkdir -p "$cache" "$root/build" 2>/dev/null || fail "cannot write to $cache or $root/build; make both writable or set FORESHOW_CACHE to a folder that is."
  log=$root/build/setup.log
  set -E
  trap 'fail "stopped unexpectedly in ${BASH_SOURCE[0]##*/} line $LINENO; $log tells how far it came."' ERR
  # One set-up at a time per checkout and per cache; children do not inherit the locks.
  exec 9>"$root/build/setup.lock" 8>"$cache/setup.lock"
  flock -n 9 || { say "another set-up is running here; waiting for it"; flock 9; }
  flock -n 8 || { say "another set-up is filling $cache; waiting for it"; flock 8; }
  : >"$log"
  install_packages "$1"
  fetch_mesh_package
  fetch_imgui_source
  exec 8>&-
  build "$1" "$2"
  bake "$2"
  exec 9>&-
  trap - ERR
}
