#include "app/window/cases/file_facts.h"

#include <span>

#include "app/base/error.h"
#include "app/files/file.h"
#include "app/files/json.h"
#include "render/file/sha256.h"

namespace app {
namespace fs = std::filesystem;

std::string hash_of(const fs::path& file) {
  try {
    const std::string bytes = read_file(file, FileOwner::user, kMaxJsonBytes);
    render::Sha256 hash;
    hash.add_values(std::span(bytes.data(), bytes.size()));
    return hash.finish();
  } catch (const std::exception&) {
    return {};
  }
}

std::string short_message(const fs::path& file) {
  std::string message = describe(std::current_exception()).message;
  if (message.starts_with(file.string())) message.replace(0, file.string().size(), file.filename().string());
  return message;
}

}  // namespace app
