#include "assets/bake/files.h"

#include <fstream>

#include "assets/bake/error.h"

namespace bake {

std::vector<std::uint8_t> read_bytes(const std::filesystem::path& file) {
  std::ifstream in(file, std::ios::binary | std::ios::ate);
  if (!in)
    throw AssetError(file.string() + ": cannot be read; run the set-up again to fetch the mesh package");
  std::vector<std::uint8_t> bytes(std::size_t(in.tellg()));
  in.seekg(0);
  in.read(reinterpret_cast<char*>(bytes.data()), std::streamsize(bytes.size()));
  if (!in) throw AssetError(file.string() + ": could not be read to its end");
  return bytes;
}

void write_bytes(const std::filesystem::path& file, std::span<const std::uint8_t> bytes) {
  std::filesystem::create_directories(file.parent_path());
  const std::filesystem::path part = file.string() + ".part";
  {
    std::ofstream out(part, std::ios::binary | std::ios::trunc);
    out.write(reinterpret_cast<const char*>(bytes.data()), std::streamsize(bytes.size()));
    out.close();
    if (!out) throw AssetError(part.string() + ": cannot be written; check free space and rights");
  }
  std::filesystem::rename(part, file);
}

void write_text(const std::filesystem::path& file, const std::string& text) {
  write_bytes(file, {reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
}

}  // namespace bake
