#include "app/files/recent_files.h"

#include <algorithm>
#include <exception>

#include "app/files/json_field.h"

namespace app {
namespace fs = std::filesystem;
namespace {

constexpr const char* kName = "recent.json";

RecentFiles parse_recent(const JsonFile& file) {
  constexpr std::size_t kLongestPath = 4096;
  const Field root(file);
  root.allow_keys({"foreshow_recent", "kept", "files"});
  if (const Field version = root.at("foreshow_recent"); version.integer() != 1)
    version.fail("unknown format, expected 1");
  RecentFiles recent;
  recent.kept = root.at("kept").boolean();
  for (const Field& item : root.at("files").items()) recent.files.emplace_back(item.text(kLongestPath));
  recent.files.resize(recent.kept ? std::min(recent.files.size(), RecentFiles::kMost) : 0);
  return recent;
}

}  // namespace

void RecentFiles::add(const fs::path& file) {
  if (!kept) return;
  forget(file);
  files.insert(files.begin(), file);
  if (files.size() > kMost) files.resize(kMost);
}

void RecentFiles::forget(const fs::path& file) {
  std::erase(files, file);
}

RecentFiles read_recent(const fs::path& folder) {
  try {
    return parse_recent(read_json(folder / kName, FileOwner::user));
  } catch (const std::exception&) {
    return {};
  }
}

void write_recent(const fs::path& folder, const RecentFiles& recent) {
  JsonValue::Array files;
  for (const fs::path& file : recent.files) files.emplace_back(file.string());
  make_folder(folder);
  write_file(folder / kName,
             format_json(JsonValue::Object{
                 {"foreshow_recent", 1}, {"kept", recent.kept}, {"files", std::move(files)}}),
             FileReaders::owner);
}

}  // namespace app
