#include "app/base/checksum.h"

#include <zlib.h>

namespace app {

void Checksum::add(std::span<const std::byte> bytes) {
  if (bytes.empty()) return;  // where nothing is, there may be no address, for which zlib starts afresh
  crc_ =
      static_cast<std::uint32_t>(crc32_z(crc_, reinterpret_cast<const Bytef*>(bytes.data()), bytes.size()));
  total_ += bytes.size();
}

}  // namespace app
