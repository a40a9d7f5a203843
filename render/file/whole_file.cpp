#include "render/file/whole_file.h"

#include <cerrno>
#include <fstream>
#include <string>
#include <system_error>

#include "render/error.h"

namespace render {
namespace {

void write_part(const std::filesystem::path& part, std::span<const std::uint8_t> bytes) {
  std::ofstream out(part, std::ios::binary | std::ios::trunc);
  if (out) out.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
  if (out) out.close();
  if (!out) throw std::system_error(errno, std::generic_category());
}

}  // namespace

void write_whole_file(const std::filesystem::path& path, std::span<const std::uint8_t> bytes) {
  std::error_code status;
  if (path.filename().empty() || std::filesystem::is_directory(path, status)) {
    throw InputError(path.string() + ": is a folder, expected a file name");
  }
  std::filesystem::path part = path;
  part += ".part";
  try {
    write_part(part, bytes);
    std::filesystem::rename(part, path);
  } catch (const std::system_error& error) {
    std::error_code ignored;
    std::filesystem::remove(part, ignored);
    throw InputError(path.string() + ": cannot be written: " + error.code().message() +
                     ", expected a writable folder with space left");
  }
}

}  // namespace render
