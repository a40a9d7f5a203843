#pragma once

#include <cstdint>
#include <cstring>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <string>
#include <vector>

namespace render {

/// A part of a hand-made GLB laid out as the bake writes them.
struct FixturePart {
  std::string name;
  std::string material;
  std::vector<glm::vec3> positions;
  std::vector<glm::vec2> uvs;  // v down
  std::vector<std::uint32_t> indices;
  std::vector<std::pair<std::string, std::vector<glm::vec3>>> targets;
};

class GlbFixture {
 public:
  void add(const FixturePart& part) {
    std::string attributes = "\"POSITION\":" + accessor(part.positions, 5126, "VEC3", part.positions.size());
    if (!part.uvs.empty())
      attributes += ",\"TEXCOORD_0\":" + accessor(part.uvs, 5126, "VEC2", part.uvs.size());
    const std::string indices = accessor(part.indices, 5125, "SCALAR", part.indices.size());
    std::string targets;
    std::string names;
    for (const auto& [name, deltas] : part.targets) {
      targets += (targets.empty() ? "" : ",") + std::string("{\"POSITION\":") +
                 accessor(deltas, 5126, "VEC3", deltas.size()) + "}";
      names += (names.empty() ? "\"" : ",\"") + name + "\"";
    }
    const std::string index = std::to_string(parts_++);
    join(materials_, "{\"name\":\"" + part.material + "\"}");
    join(nodes_, "{\"name\":\"" + part.name + "\",\"mesh\":" + index + "}");
    join(roots_, index);
    join(meshes_, "{\"name\":\"" + part.name + "\",\"extras\":{\"targetNames\":[" + names +
                      "]},\"primitives\":[{\"attributes\":{" + attributes + "},\"indices\":" + indices +
                      ",\"material\":" + index + (targets.empty() ? "" : ",\"targets\":[" + targets + "]") +
                      "}]}");
  }

  std::string bytes() const {
    std::string json = "{\"asset\":{\"version\":\"2.0\"},\"scene\":0,\"scenes\":[{\"nodes\":[" + roots_ +
                       "]}],\"nodes\":[" + nodes_ + "],\"materials\":[" + materials_ + "],\"meshes\":[" +
                       meshes_ + "],\"accessors\":[" + accessors_ + "],\"bufferViews\":[" + views_ +
                       "],\"buffers\":[{\"byteLength\":" + std::to_string(binary_.size()) + "}]}";
    json.resize((json.size() + 3) / 4 * 4, ' ');
    return "glTF" + u32(2) + u32(28 + json.size() + binary_.size()) + u32(json.size()) + "JSON" + json +
           u32(binary_.size()) + std::string("BIN\0", 4) + binary_;
  }

 private:
  static std::string u32(std::size_t value) {
    std::string text;
    for (int shift = 0; shift < 32; shift += 8) text += static_cast<char>(value >> shift);
    return text;
  }

  static void join(std::string& list, const std::string& item) { list += (list.empty() ? "" : ",") + item; }

  template <class T>
  std::string accessor(const std::vector<T>& values, int component, const char* type, std::size_t count) {
    const std::size_t bytes = values.size() * sizeof(T);
    const std::string index = std::to_string(count_++);
    join(views_, "{\"buffer\":0,\"byteOffset\":" + std::to_string(binary_.size()) +
                     ",\"byteLength\":" + std::to_string(bytes) + "}");
    join(accessors_, "{\"bufferView\":" + index + ",\"componentType\":" + std::to_string(component) +
                         ",\"type\":\"" + type + "\",\"count\":" + std::to_string(count) + "}");
    binary_.append(reinterpret_cast<const char*>(values.data()), bytes);
    return index;
  }

  std::string binary_, views_, accessors_, materials_, nodes_, roots_, meshes_;
  int count_ = 0;
  int parts_ = 0;
};

}  // namespace render
