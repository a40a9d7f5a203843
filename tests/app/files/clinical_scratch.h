#pragma once

#include <filesystem>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>

#include "tests/render/scratch_folder.h"

/// A copy of the clinical files that a test may spoil.
class ClinicalCopy {
 public:
  ClinicalCopy() {
    const std::filesystem::path assets = std::filesystem::path(FORESHOW_SOURCE_DIR) / "assets";
    std::filesystem::create_directories(folder_ / "clinical");
    std::filesystem::copy_file(assets / "sources.bib", folder_ / "sources.bib");
    for (const char* name :
         {"response.json", "published.csv", "evidence.json", "outcomes.json", "fillers.json"})
      std::filesystem::copy_file(assets / "clinical" / name, folder_ / "clinical" / name);
  }

  std::filesystem::path file(const std::string& name) const { return folder_ / "clinical" / name; }

  /// Replaces the first `from` of a file; throws when it is not there.
  void replace(const std::string& name, const std::string& from, const std::string& to) const {
    std::ifstream in(file(name), std::ios::binary);
    std::string text{std::istreambuf_iterator<char>(in), {}};
    const std::size_t at = text.find(from);
    if (at == std::string::npos) throw std::runtime_error(name + " has no " + from);
    text.replace(at, from.size(), to);
    std::ofstream(file(name), std::ios::binary) << text;
  }

 private:
  render::ScratchFolder folder_;
};
