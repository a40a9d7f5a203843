#pragma once

#include <cstdint>
#include <filesystem>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

namespace bake {

/// The package's morph targets, one displacement of every vertex per row.
class MorphRows {
 public:
  /// Reads public/data/targets/targets.bin and src/json/targets/target-list.json under `package`.
  /// AssetError unless sizes, SHA-256 and the known row sum agree with version 0.0.2.
  explicit MorphRows(const std::filesystem::path& package);

  /// Names below data/targets without `.target`, in row order.
  const std::vector<std::string>& names() const { return names_; }

  /// Displacements in mm of all vertices. AssetError if there is no such target.
  std::vector<glm::dvec3> row(const std::string& name) const;

 private:
  std::vector<std::string> names_;
  std::vector<std::uint8_t> bytes_;
};

}  // namespace bake
