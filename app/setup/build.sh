# Configure, build, bake. Sourced by setup.sh.

# One compiler per core, fewer where memory is short (about 1 GB each).
jobs() {
  local cores memory
  cores=$(nproc)
  memory=$(awk '/^MemAvailable/ { print int($2 / 1000000) }' /proc/meminfo)
  ((memory >= 1)) || memory=1
  printf '%s\n' $((cores < memory ? cores : memory))
}

configured_with() { grep -q -x -F "$1" "$root/build/$2/CMakeCache.txt" 2>/dev/null; }

# Who packs builds the program alone, too.
program_alone() { [[ $1 == app || $1 == package ]]; }

configure() {  # app|package|tests|full PRESET
  # Who only wants the program compiles all of it once: several sources as one. Whoever tests will change sources.
  local testing=ON unity=OFF
  ! program_alone "$1" || { testing=OFF unity=ON; }
  [[ $2 != unity ]] || unity=ON
  # Tests once configured stay configured: switching back and forth would cost a second each time.
  if [[ -f $root/build/$2/build.ninja ]] && configured_with "FORESHOW_CACHE:PATH=$cache" "$2" &&
    { [[ $testing == OFF ]] || configured_with BUILD_TESTING:BOOL=ON "$2"; }; then
    return 0
  fi
  run_logged "configuring" cmake -S "$root" --preset "$2" -DFORESHOW_CACHE:PATH="$cache" -DBUILD_TESTING:BOOL="$testing" -DCMAKE_UNITY_BUILD:BOOL="$unity" ||
    fail_logged "the build cannot be configured; the lines above and $log tell why, and removing $root/build starts afresh."
}

# Compiler messages go to the terminal only when something fails; progress lines while it takes long.
compile() {  # PRESET TARGET...
  local preset=$1 status=0
  shift
  printf '\n== ninja %s\n' "$*" >>"$log"
  NINJA_STATUS='[%f/%t] ' ninja -C "$root/build/$preset" -j "$(jobs)" "$@" 2>&1 8>&- 9>&- |
    awk -v log_file="$log" '
      { print >> log_file }
      match($0, /^\[[0-9]+\/[0-9]+\]/) {
        split(substr($0, 2, RLENGTH - 2), part, "/")
        tenth = int(10 * part[1] / part[2])
        if (part[2] > 20 && tenth != shown) {
          shown = tenth
          printf "foreshow set-up: building %d of %d\n", part[1], part[2] > "/dev/stderr"
        }
      }' || status=$?
  ((status == 0)) || fail_logged "the build failed; the lines above and $log tell why."
}

build() {  # app|package|tests|full PRESET
  local tool
  for tool in c++ cmake ninja; do
    command -v "$tool" >/dev/null || fail "$tool is not on PATH although its package is installed; add /usr/bin to PATH, then start again."
  done
  configure "$1" "$2"
  if program_alone "$1"; then
    compile "$2" foreshow foreshow_bake stage_share
  else
    compile "$2" all
  fi
}

# What the baked files depend on, the same for every preset: the package, the sources of the bake program, and those
# of what it makes the files with and the program reads them by. A change there bakes anew.
bake_inputs() {
  mesh_stamp
  find "$root"/assets/bake "$root"/render/{file,mesh} "$root"/render/image/mip_* -type f -print0 | LC_ALL=C sort -z |
    xargs -0 cat
}

bake() {  # PRESET
  local baked=$root/build/assets program=$root/build/$1/foreshow_bake stamp
  stamp=$(bake_inputs | sha256sum | cut -d ' ' -f 1)
  if [[ -f $baked/manifest.json && -f $baked/.stamp && $(<"$baked/.stamp") == "$stamp" ]]; then
    return 0
  fi
  need_space "$root/build" 500
  partial=$baked.part
  rm -rf "$partial"
  mkdir -p "$baked.part"
  run_logged "baking meshes and textures" "$program" "$mesh_folder" "$baked.part" ||
    fail_logged "the meshes cannot be baked; if the package is damaged remove $mesh_folder, then start again."
  [[ -f $baked.part/manifest.json ]] || fail "the bake wrote no manifest.json; remove $mesh_folder, then start again."
  printf '%s\n' "$stamp" >"$baked.part/.stamp"
  rm -rf "$baked"
  mv "$baked.part" "$baked"
  partial=
}
