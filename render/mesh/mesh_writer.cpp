#include "render/mesh/mesh_writer.h"

#include <bit>
#include <charconv>
#include <cstring>
#include <glm/common.hpp>
#include <limits>
#include <string>

namespace render {
namespace {

static_assert(std::endian::native == std::endian::little, "glTF buffers are little-endian");
static_assert(sizeof(glm::vec3) == 12 && sizeof(glm::vec2) == 8 && sizeof(glm::uvec3) == 12);

constexpr std::uint32_t kGlbMagic = 0x46546C67;
constexpr std::uint32_t kJsonChunk = 0x4E4F534A;
constexpr std::uint32_t kBinChunk = 0x004E4942;

void append_number(std::string& text, float value) {
  char buffer[32];
  const auto end = std::to_chars(buffer, buffer + sizeof(buffer), value + 0.0f).ptr;
  text.append(buffer, end);
}

// The binary chunk and the JSON that describes it, built side by side.
class GlbBuffer {
 public:
  template <class T>
  int add(const std::vector<T>& values, const char* target, const std::string& accessor) {
    const std::size_t bytes = values.size() * sizeof(T);
    if (count_ > 0) {
      views_ += ',';
      accessors_ += ',';
    }
    views_ += "{\"buffer\":0,\"byteOffset\":" + std::to_string(binary.size()) +
              ",\"byteLength\":" + std::to_string(bytes) + ",\"target\":" + target + "}";
    accessors_ += "{\"bufferView\":" + std::to_string(count_) + "," + accessor + "}";
    const std::size_t at = binary.size();
    binary.resize(at + bytes);
    std::memcpy(binary.data() + at, values.data(), bytes);
    return count_++;
  }

  std::string describe() const {
    return "\"accessors\":[" + accessors_ + "],\"bufferViews\":[" + views_ + "]";
  }

  std::vector<std::uint8_t> binary;

 private:
  std::string views_;
  std::string accessors_;
  int count_ = 0;
};

std::string vector_json(const glm::vec3& v) {
  std::string text = "[";
  append_number(text, v.x);
  text += ',';
  append_number(text, v.y);
  text += ',';
  append_number(text, v.z);
  return text + "]";
}

std::string position_accessor(const std::vector<glm::vec3>& positions) {
  glm::vec3 low(std::numeric_limits<float>::max());
  glm::vec3 high(std::numeric_limits<float>::lowest());
  for (const glm::vec3& p : positions) {
    low = glm::min(low, p);
    high = glm::max(high, p);
  }
  return "\"componentType\":5126,\"type\":\"VEC3\",\"count\":" + std::to_string(positions.size()) +
         ",\"min\":" + vector_json(low) + ",\"max\":" + vector_json(high);
}

void append_u32(std::vector<std::uint8_t>& out, std::size_t value) {
  for (int shift = 0; shift < 32; shift += 8) out.push_back(static_cast<std::uint8_t>(value >> shift));
}

std::vector<std::uint8_t> join_glb(std::string json, std::vector<std::uint8_t> binary) {
  json.resize((json.size() + 3) & ~std::size_t{3}, ' ');
  binary.resize((binary.size() + 3) & ~std::size_t{3}, 0);
  std::vector<std::uint8_t> out;
  out.reserve(28 + json.size() + binary.size());
  append_u32(out, kGlbMagic);
  append_u32(out, 2);
  append_u32(out, 28 + json.size() + binary.size());
  append_u32(out, json.size());
  append_u32(out, kJsonChunk);
  out.insert(out.end(), json.begin(), json.end());
  append_u32(out, binary.size());
  append_u32(out, kBinChunk);
  out.insert(out.end(), binary.begin(), binary.end());
  return out;
}

}  // namespace

std::vector<std::uint8_t> encode_glb(const SurfaceMesh& mesh) {
  GlbBuffer buffer;
  const std::string count = std::to_string(mesh.positions_mm.size());
  std::string attributes = "\"POSITION\":" + std::to_string(buffer.add(mesh.positions_mm, "34962",
                                                                       position_accessor(mesh.positions_mm)));
  if (!mesh.normals.empty()) {
    const std::string accessor = "\"componentType\":5126,\"type\":\"VEC3\",\"count\":" + count;
    attributes += ",\"NORMAL\":" + std::to_string(buffer.add(mesh.normals, "34962", accessor));
  }
  if (!mesh.uvs.empty()) {
    std::vector<glm::vec2> uvs = mesh.uvs;
    for (glm::vec2& uv : uvs) uv.y = 1.0f - uv.y;
    const std::string accessor = "\"componentType\":5126,\"type\":\"VEC2\",\"count\":" + count;
    attributes += ",\"TEXCOORD_0\":" + std::to_string(buffer.add(uvs, "34962", accessor));
  }
  const std::string index_accessor =
      "\"componentType\":5125,\"type\":\"SCALAR\",\"count\":" + std::to_string(3 * mesh.triangles.size());
  const int indices = buffer.add(mesh.triangles, "34963", index_accessor);
  const std::string json =
      "{\"asset\":{\"version\":\"2.0\",\"generator\":\"Foreshow\",\"extras\":{\"unit\":\"mm\"}},"
      "\"scene\":0,\"scenes\":[{\"nodes\":[0]}],\"nodes\":[{\"mesh\":0,\"name\":\"surface\"}],"
      "\"meshes\":[{\"name\":\"surface\",\"primitives\":[{\"attributes\":{" +
      attributes + "},\"indices\":" + std::to_string(indices) + "}]}]," + buffer.describe() +
      ",\"buffers\":[{\"byteLength\":" + std::to_string(buffer.binary.size()) + "}]}";
  return join_glb(json, std::move(buffer.binary));
}

std::vector<std::uint8_t> encode_obj(const SurfaceMesh& mesh) {
  std::string text = "# millimetres, Y up\no surface\n";
  const auto line = [&text](const char* key, std::initializer_list<float> values) {
    text += key;
    for (const float value : values) {
      text += ' ';
      append_number(text, value);
    }
    text += '\n';
  };
  for (const glm::vec3& p : mesh.positions_mm) line("v", {p.x, p.y, p.z});
  for (const glm::vec2& uv : mesh.uvs) line("vt", {uv.x, uv.y});
  for (const glm::vec3& n : mesh.normals) line("vn", {n.x, n.y, n.z});
  for (const glm::uvec3& t : mesh.triangles) {
    text += 'f';
    for (int k = 0; k < 3; ++k) {
      const std::string index = std::to_string(t[k] + 1);
      text += ' ' + index;
      if (!mesh.uvs.empty()) text += '/' + index;
      if (!mesh.normals.empty()) text += (mesh.uvs.empty() ? "//" : "/") + index;
    }
    text += '\n';
  }
  return {text.begin(), text.end()};
}

}  // namespace render
