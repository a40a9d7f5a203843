# Dear ImGui 1.90.1, the source package of the next Debian release: it has the event queue and the hooks for tests
# that Debian 12's library lacks. Taken from the machine's own mirror with private package lists, so that apt itself
# stays as it is; apt checks the signature by Debian's archive keyring. Sourced by setup.sh.

imgui_version=1.90.1
imgui_package=imgui=$imgui_version+ds-1
imgui_suite=trixie
imgui_folder=$cache/imgui-$imgui_version
debian_keyring=/usr/share/keyrings/debian-archive-keyring.gpg

# The mirror this machine already uses for its own release; apt itself reads either format of its sources.
own_mirror() {
  local codename
  codename=$(. /etc/os-release && printf '%s' "${VERSION_CODENAME:-}")
  apt-get indextargets --no-release-info --format '$(REPO_URI) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
    awk -v own="$codename" '$3 == "main" && ($2 == own || $2 ~ /^(old)*stable$/) && !found { print $1; found = 1 }'
}

fetch_imgui_source() {
  [[ -f $imgui_folder/imgui.h ]] && return 0
  need_space "$cache" 150
  [[ -f $debian_keyring ]] || fail "$debian_keyring is missing; install debian-archive-keyring, then start again."
  local work=$cache/imgui.part mirror
  mirror=$(own_mirror)
  [[ -n $mirror ]] || fail "apt on this machine names no Debian mirror; add Debian's main component to its sources, then start again."
  partial=$work
  rm -rf "$work"
  mkdir -p "$work/lists/partial" "$work/archives/archives/partial" "$work/source"
  printf 'deb-src [signed-by=%s] %s %s main\n' "$debian_keyring" "$mirror" "$imgui_suite" >"$work/sources.list"
  local options=(-o "Dir::Etc::sourcelist=$work/sources.list" -o Dir::Etc::sourceparts=- -o "Dir::State::lists=$work/lists"
    -o "Dir::Cache=$work/archives" -o "APT::Sandbox::User=$(id -un)" -o Acquire::Retries=3
    -o Acquire::AllowInsecureRepositories=false -o APT::Get::AllowUnauthenticated=false)
  run_logged "fetching the Dear ImGui $imgui_version source (11 MB of lists, 1 MB of source)" fetch_and_unpack ||
    fail_logged "the source package $imgui_package of Debian $imgui_suite cannot be fetched; check the network and that your mirror carries $imgui_suite, then start again."
  rm -rf "$imgui_folder"
  mv "$work/source/imgui-$imgui_version+ds" "$imgui_folder" || fail "cannot write $imgui_folder; make it writable or set FORESHOW_CACHE to a folder that is."
  rm -rf "$work"
  partial=
}

# Uses options and work of fetch_imgui_source.
fetch_and_unpack() {
  apt-get "${options[@]}" update -o APT::Update::Error-Mode=any &&
    (cd "$work/source" && apt-get "${options[@]}" source "$imgui_package") &&
    [[ -f $work/source/imgui-$imgui_version+ds/imgui.h ]]
}
