#include "app/files/opened_file.h"

#include <array>
#include <fstream>
#include <string_view>

#include "app/files/case_field.h"
#include "app/files/plan_field.h"
#include "app/files/plan_file.h"

namespace app {
namespace fs = std::filesystem;
namespace {

constexpr std::string_view kPngStart = "\x89PNG\r\n\x1a\n";
constexpr std::string_view kLightStart = "#?";

std::string start_of(const fs::path& path) {
  std::error_code error;
  // A pipe would wait for whoever fills it, and could not be read twice.
  if (!fs::is_regular_file(path, error)) return {};
  std::array<char, 8> bytes{};
  std::ifstream stream(path, std::ios::binary);
  stream.read(bytes.data(), bytes.size());
  return {bytes.data(), static_cast<std::size_t>(stream.gcount())};
}

FileKind kind_of(const JsonFile& file) {
  const Field root(file);
  if (!root.is_object()) return FileKind::other;
  if (root.find("foreshow_case")) return FileKind::case_file;
  if (root.find("foreshow_plan")) return FileKind::plan;
  return root.find("foreshow_picture") ? FileKind::sidecar : FileKind::other;
}

/// The case of what a sidecar tells. Its other members tell where the picture came from.
Case case_of_sidecar(const JsonFile& file) {
  const Field root(file);
  if (const Field version = root.at("foreshow_picture"); version.integer() != 1)
    version.fail("is a version this program does not know, expected 1");
  Case value;
  value.plan = read_plan_field(root.at("plan"));
  if (const auto beside = root.find("beside"))
    value.beside = read_plan_field(beside->at("plan"), &value.plan);
  value.view = read_sidecar_view(root);
  return value;
}

}  // namespace

FileKind kind_of(const fs::path& path) {
  const std::string start = start_of(path);
  if (start.starts_with(kPngStart)) return FileKind::picture;
  if (start.starts_with(kLightStart)) return FileKind::light_map;
  if (start.empty()) return FileKind::other;
  try {
    return kind_of(read_json(path, FileOwner::user));
  } catch (const std::exception&) {
    return FileKind::other;
  }
}

OpenedFile read_opened(const fs::path& path) {
  if (start_of(path).starts_with(kPngStart)) {
    fs::path sidecar = path;
    sidecar.replace_extension(".json");
    std::error_code error;
    if (!fs::exists(sidecar, error))
      fail_file(FileOwner::user, path,
                "does not tell what it shows, expected the file " + sidecar.filename().string() +
                    " that was saved beside it");
    return {FileKind::picture, case_of_sidecar(read_json(sidecar, FileOwner::user))};
  }
  const JsonFile file = read_json(path, FileOwner::user);
  const FileKind kind = kind_of(file);
  if (kind == FileKind::case_file) return {kind, checked_case(file)};
  if (kind == FileKind::sidecar) return {kind, case_of_sidecar(file)};
  Case value;
  value.plan = read_plan_field(Field(file));
  return {FileKind::plan, std::move(value)};
}

}  // namespace app
