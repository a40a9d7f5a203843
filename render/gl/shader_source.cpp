#include "render/gl/shader_source.h"

#include <fstream>
#include <set>
#include <sstream>

#include "render/error.h"

namespace render::gl {
namespace {

void append(const std::filesystem::path& folder, const std::string& file, std::set<std::string>& seen,
            std::string& out) {
  if (!seen.insert(file).second) return;
  std::ifstream stream(folder / file);
  if (!stream) throw AssetError((folder / file).string() + ": cannot be read, expected a shader");
  std::string line;
  while (std::getline(stream, line)) {
    constexpr std::string_view kInclude = "#include \"";
    if (line.starts_with(kInclude)) {
      const auto end = line.find('"', kInclude.size());
      if (end == std::string::npos) throw AssetError((folder / file).string() + ": unclosed #include");
      append(folder, line.substr(kInclude.size(), end - kInclude.size()), seen, out);
    } else {
      out += line;
      out += '\n';
    }
  }
}

}  // namespace

std::string shader_source(const std::filesystem::path& folder, const std::string& file) {
  std::set<std::string> seen;
  std::string out;
  append(folder, file, seen, out);
  return out;
}

}  // namespace render::gl
