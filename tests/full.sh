#!/usr/bin/env bash
# What `bash tests/run --full` runs: one part after the other, one line each, and at the end 0 where all passed. A new
# part is a function and its line at the bottom. What a part printed is in build/full/PART.log.
set -euo pipefail
. "$(dirname "${BASH_SOURCE[0]}")/../app/setup/setup.sh"
cd "$root"

release_tests() { FORESHOW_FULL=1 bash tests/run; }

sanitized_tests() { bash tests/run --preset asan; }

# GCC builds the release; warnings are errors for both compilers.
clang_build() { prepare full clang; }

# As the first start compiles the program: several sources as one.
unity_build() { prepare app unity; }

# Packs what release_tests built; twice, since the same input must give the same bytes.
package() {
  bash app/setup/package | tee build/full/package.first
  bash app/setup/package | cmp - build/full/package.first
}

clang_format() { git ls-files '*.h' '*.cpp' | xargs clang-format --dry-run -Werror; }

# Needs the compile commands and the generated headers of clang_build.
clang_tidy() {
  git ls-files '*.cpp' | sed -e "s|^|^$root/|" -e 's|$|$|' | xargs run-clang-tidy -quiet -j "$(jobs)" -p build/clang
}

failed=0
part() {  # NAME
  local output=$root/build/full/$1.log status=0 start=$SECONDS
  # In the background: the shell ignores `set -e` in all that stands before a `||`.
  "$1" >"$output" 2>&1 &
  wait $! || status=$?
  if ((status == 0)); then
    printf 'passed  %-16s %5d s\n' "$1" $((SECONDS - start))
  else
    failed=1
    printf 'FAILED  %-16s %5d s   %s\n' "$1" $((SECONDS - start)) "${output#"$root/"}"
  fi
}

mkdir -p build/full
part clang_build
part unity_build
part clang_format
part clang_tidy
part release_tests
part package
part sanitized_tests
exit "$failed"
