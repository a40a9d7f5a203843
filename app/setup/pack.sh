# The Debian package. Sourced by app/setup/package.

# The date in a package and in its version: that of the last commit; without git, as in an unpacked archive, that of the changelog.
last_change() {
  git -c safe.directory='*' -C "$root" log -1 --format=%ct 2>/dev/null || stat -c %Y "$root/CHANGELOG.md"
}

# pack PRESET: packs what is built and baked; prints the file and its SHA-256.
pack() {
  local folder=$root/build/package files
  need_space "$root/build" 200
  # As prepare does, so that nobody builds or packs here meanwhile.
  exec 9>"$root/build/setup.lock"
  flock -n 9 || { say "another set-up is running here; waiting for it"; flock 9; }
  rm -rf "$folder"
  run_logged "packing" env SOURCE_DATE_EPOCH="${SOURCE_DATE_EPOCH:-$(last_change)}" \
    cpack --config "$root/build/$1/CPackConfig.cmake" -B "$folder" ||
    fail_logged "the package cannot be made; the lines above and $log tell why."
  rm -rf "$folder/_CPack_Packages"
  files=("$folder"/*.deb)
  [[ ${#files[@]} == 1 && -f ${files[0]} ]] || fail "packing wrote no single package into $folder; $log tells what it did."
  printf '%s\nSHA-256 %s\n' "${files[0]}" "$(sha256sum <"${files[0]}" | cut -d ' ' -f 1)"
  exec 9>&-
}
