#include "app/files/file_hash.h"

#include <fstream>
#include <span>
#include <vector>

#include "app/files/file.h"
#include "render/file/sha256.h"

namespace app {

std::string sha256_of_file(const std::filesystem::path& path) {
  std::ifstream stream(path, std::ios::binary);
  if (!stream) fail_file(FileOwner::product, path, "cannot be opened");
  render::Sha256 hash;
  std::vector<char> buffer(1 << 16);
  while (stream) {
    stream.read(buffer.data(), static_cast<std::streamsize>(buffer.size()));
    hash.add(std::as_bytes(std::span(buffer.data(), static_cast<std::size_t>(stream.gcount()))));
  }
  if (stream.bad()) fail_file(FileOwner::product, path, "cannot be read");
  return hash.finish();
}

}  // namespace app
