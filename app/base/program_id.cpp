#include "app/base/program_id.h"

#include <elf.h>
#include <gnu/libc-version.h>
#include <link.h>

#include <algorithm>
#include <cstring>
#include <fstream>
#include <iterator>

#include "render/file/sha256.h"

namespace app {
namespace {

std::size_t padded(std::size_t size) {
  return (size + 3) / 4 * 4;
}

/// The build id among the notes of a segment; empty when there is none.
std::string build_id_in(const char* notes, std::size_t size) {
  while (size >= sizeof(ElfW(Nhdr))) {
    ElfW(Nhdr) note;
    std::memcpy(&note, notes, sizeof note);
    const std::size_t name_size = padded(note.n_namesz);
    const std::size_t whole = sizeof note + name_size + padded(note.n_descsz);
    if (whole > size) break;
    const char* name = notes + sizeof note;
    if (note.n_type == NT_GNU_BUILD_ID && note.n_namesz == 4 && std::memcmp(name, "GNU", 4) == 0)
      return {name + name_size, note.n_descsz};
    notes += whole;
    size -= whole;
  }
  return {};
}

std::string build_id() {
  std::string found;
  // The program itself comes first.
  dl_iterate_phdr(
      [](dl_phdr_info* info, std::size_t, void* out) {
        for (int i = 0; i < info->dlpi_phnum; ++i) {
          const ElfW(Phdr)& part = info->dlpi_phdr[i];
          if (part.p_type != PT_NOTE) continue;
          const auto* notes = reinterpret_cast<const char*>(info->dlpi_addr + part.p_vaddr);
          std::string id = build_id_in(notes, part.p_memsz);
          if (!id.empty()) *static_cast<std::string*>(out) = std::move(id);
        }
        return 1;
      },
      &found);
  if (!found.empty()) return found;
  // A linker that writes none: the program's bytes name it as well, at the price of reading them.
  std::ifstream program("/proc/self/exe", std::ios::binary);
  return std::string(std::istreambuf_iterator<char>(program), {});
}

bool fuses() {
#if defined(__x86_64__)
  return __builtin_cpu_supports("fma") != 0;
#else
  return false;
#endif
}

}  // namespace

const std::string& program_id() {
  static const std::string id =
      render::sha256_of_text(build_id() + "\n" + gnu_get_libc_version() + (fuses() ? "\nfused" : "\n"));
  return id;
}

}  // namespace app
