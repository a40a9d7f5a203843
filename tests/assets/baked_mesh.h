#pragma once

#include <array>
#include <cstdint>
#include <filesystem>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <map>
#include <string>
#include <vector>

namespace baked {

/// One part of a baked file, read back independently of the writer.
struct Part {
  std::string name, material;
  std::vector<glm::vec3> positions;  // mm
  std::vector<glm::vec2> uvs;
  std::vector<std::uint32_t> indices;
  std::vector<std::string> target_names;
  std::vector<std::vector<glm::vec3>> targets;  // same order, one displacement per vertex

  /// Positions with target weights added. Throws if a name is unknown.
  std::vector<glm::vec3> mixed(const std::map<std::string, float>& weights) const;
  /// Per vertex: the first vertex with the same base position and the same displacements.
  std::vector<std::uint32_t> welded() const;
};

/// The folder with baked files; throws a sentence that says how to make it when it is missing.
std::filesystem::path folder();
/// Text of manifest.json.
std::string manifest_text();
std::map<std::string, Part> read(const std::string& mesh_name);
/// Landmark positions by name.
std::map<std::string, glm::vec3> landmarks(const std::string& mesh_name,
                                           const std::map<std::string, float>& weights);

/// Macro weights of a woman of 40 and a man of 45 of average build, from the ages' linear blend.
std::map<std::string, float> woman_of_40();
std::map<std::string, float> man_of_45();

}  // namespace baked
