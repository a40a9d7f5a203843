#include "assets/bake/glb.h"

#include <bit>
#include <cstring>
#include <glm/common.hpp>
#include <glm/vector_relational.hpp>
#include <map>
#include <nlohmann/json.hpp>
#include <tuple>

namespace bake {
namespace {

static_assert(std::endian::native == std::endian::little, "binary glTF is little-endian");

using Json = nlohmann::ordered_json;
constexpr float kStillMm = 1e-5f;  // rounding of weighted sums that cancel
constexpr int kFloat = 5126, kUint32 = 5125, kUint16 = 5123, kArrayBuffer = 34962, kIndexBuffer = 34963;

class Buffer {
 public:
  template <class T>
  std::size_t add_view(const std::vector<T>& values, int target) {
    while (bytes_.size() % 4 != 0) bytes_.push_back(0);
    const std::size_t offset = bytes_.size(), length = values.size() * sizeof(T);
    bytes_.resize(offset + length);
    if (length > 0) std::memcpy(bytes_.data() + offset, values.data(), length);
    Json view = {{"buffer", 0}, {"byteOffset", offset}, {"byteLength", length}};
    if (target != 0) view["target"] = target;
    views.push_back(view);
    return views.size() - 1;
  }
  std::size_t add_accessor(Json accessor) {
    accessors.push_back(std::move(accessor));
    return accessors.size() - 1;
  }
  const std::vector<std::uint8_t>& bytes() const { return bytes_; }
  Json views = Json::array(), accessors = Json::array();

 private:
  std::vector<std::uint8_t> bytes_;
};

void add_bounds(Json& accessor, const std::vector<glm::vec3>& values, bool with_zero) {
  glm::vec3 low = with_zero || values.empty() ? glm::vec3(0) : values[0], high = low;
  for (const glm::vec3& v : values) low = glm::min(low, v), high = glm::max(high, v);
  accessor["min"] = {low.x, low.y, low.z};
  accessor["max"] = {high.x, high.y, high.z};
}

std::size_t add_sparse(Buffer& buffer, const SparseTarget& target, std::size_t vertex_count) {
  // A reader must find at least one entry, so a target that leaves the part alone moves vertex 0 by nothing.
  const SparseTarget still{{0}, {glm::vec3(0)}};
  const SparseTarget& used = target.vertices.empty() ? still : target;
  const bool small = vertex_count <= 65535;
  const std::vector<std::uint16_t> short_indices(used.vertices.begin(), used.vertices.end());
  const std::size_t indices = small ? buffer.add_view(short_indices, 0) : buffer.add_view(used.vertices, 0);
  const std::size_t values = buffer.add_view(used.deltas, 0);
  Json accessor = {{"componentType", kFloat}, {"count", vertex_count}, {"type", "VEC3"}};
  add_bounds(accessor, used.deltas, used.vertices.size() < vertex_count);
  accessor["sparse"] = {{"count", used.vertices.size()},
                        {"indices", {{"bufferView", indices}, {"componentType", small ? kUint16 : kUint32}}},
                        {"values", {{"bufferView", values}}}};
  return buffer.add_accessor(std::move(accessor));
}

Json mesh_json(Buffer& buffer, const GlbPart& part, std::size_t material,
               const std::vector<std::string>& names) {
  Json position = {{"bufferView", buffer.add_view(part.positions, kArrayBuffer)},
                   {"componentType", kFloat},
                   {"count", part.positions.size()},
                   {"type", "VEC3"}};
  add_bounds(position, part.positions, false);
  Json attributes = {{"POSITION", buffer.add_accessor(std::move(position))}};
  if (!part.uvs.empty())
    attributes["TEXCOORD_0"] = buffer.add_accessor({{"bufferView", buffer.add_view(part.uvs, kArrayBuffer)},
                                                    {"componentType", kFloat},
                                                    {"count", part.uvs.size()},
                                                    {"type", "VEC2"}});
  const std::size_t indices =
      buffer.add_accessor({{"bufferView", buffer.add_view(part.indices, kIndexBuffer)},
                           {"componentType", kUint32},
                           {"count", part.indices.size()},
                           {"type", "SCALAR"}});
  Json targets = Json::array();
  std::size_t still = 0;
  bool have_still = false;
  for (const SparseTarget& target : part.targets) {
    if (target.vertices.empty() && !have_still)
      still = add_sparse(buffer, target, part.positions.size()), have_still = true;
    targets.push_back(
        {{"POSITION", target.vertices.empty() ? still : add_sparse(buffer, target, part.positions.size())}});
  }
  Json primitive = {{"attributes", attributes}, {"indices", indices}, {"material", material}, {"mode", 4}};
  if (!targets.empty()) primitive["targets"] = targets;
  Json mesh = {{"name", part.name}, {"primitives", Json::array({primitive})}};
  if (!targets.empty()) {
    mesh["weights"] = std::vector<double>(names.size(), 0.0);
    mesh["extras"] = {{"targetNames", names}};
  }
  return mesh;
}

void append_chunk(std::vector<std::uint8_t>& file, const char* type, const std::uint8_t* data,
                  std::size_t size, std::uint8_t padding) {
  const std::uint32_t padded = std::uint32_t((size + 3) / 4 * 4);
  const auto* length = reinterpret_cast<const std::uint8_t*>(&padded);
  file.insert(file.end(), length, length + 4);
  file.insert(file.end(), type, type + 4);
  file.insert(file.end(), data, data + size);
  file.insert(file.end(), padded - size, padding);
}

}  // namespace

GlbPart glb_part(const Part& part, const std::vector<glm::dvec3>& positions_mm) {
  GlbPart out;
  out.name = part.name;
  out.material = part.material;
  std::map<std::tuple<std::uint32_t, float, float>, std::uint32_t> vertices;
  const auto vertex = [&](const Corner& corner) {
    const glm::vec2 uv(float(corner.uv.x), float(1.0 - corner.uv.y));
    const auto [at, fresh] =
        vertices.try_emplace({corner.point, uv.x, uv.y}, std::uint32_t(out.positions.size()));
    if (fresh) {
      out.positions.push_back(glm::vec3(positions_mm[corner.point]));
      out.uvs.push_back(uv);
      out.vertex_point.push_back(corner.point);
    }
    return at->second;
  };
  for (const Face& face : part.faces) {
    std::uint32_t v[4];
    for (std::size_t k = 0; k < 4; ++k) v[k] = vertex(face[k]);
    out.indices.insert(out.indices.end(), {v[0], v[1], v[2], v[0], v[2], v[3]});
  }
  if (part.faces.empty())
    for (std::uint32_t i = 0; i < positions_mm.size(); ++i) {
      out.positions.push_back(glm::vec3(positions_mm[i]));
      out.vertex_point.push_back(i);
      out.indices.insert(out.indices.end(), {i, i, i});
    }
  return out;
}

void add_target(GlbPart& part, const std::vector<glm::dvec3>& displacements_mm) {
  SparseTarget target;
  for (std::uint32_t v = 0; v < part.vertex_point.size(); ++v) {
    const glm::vec3 delta(displacements_mm[part.vertex_point[v]]);
    if (glm::all(glm::lessThan(glm::abs(delta), glm::vec3(kStillMm)))) continue;
    target.vertices.push_back(v);
    target.deltas.push_back(delta);
  }
  part.targets.push_back(std::move(target));
}

std::vector<std::uint8_t> glb_bytes(const std::vector<GlbPart>& parts,
                                    const std::vector<std::string>& target_names) {
  Buffer buffer;
  Json meshes = Json::array(), nodes = Json::array(), materials = Json::array(), roots = Json::array();
  for (const GlbPart& part : parts) {
    meshes.push_back(mesh_json(buffer, part, materials.size(), target_names));
    materials.push_back(
        {{"name", part.material}, {"doubleSided", part.material == "lash" || part.material == "brow"}});
    roots.push_back(nodes.size());
    nodes.push_back({{"name", part.name}, {"mesh", nodes.size()}});
  }
  const Json document = {{"asset", {{"version", "2.0"}, {"generator", "foreshow_bake"}}},
                         {"scene", 0},
                         {"scenes", Json::array({{{"nodes", roots}}})},
                         {"nodes", nodes},
                         {"meshes", meshes},
                         {"materials", materials},
                         {"accessors", buffer.accessors},
                         {"bufferViews", buffer.views},
                         {"buffers", Json::array({{{"byteLength", buffer.bytes().size()}}})}};
  const std::string text = document.dump();
  std::vector<std::uint8_t> file = {'g', 'l', 'T', 'F', 2, 0, 0, 0, 0, 0, 0, 0};
  append_chunk(file, "JSON", reinterpret_cast<const std::uint8_t*>(text.data()), text.size(), ' ');
  append_chunk(file, "BIN\0", buffer.bytes().data(), buffer.bytes().size(), 0);
  const std::uint32_t size = std::uint32_t(file.size());
  std::memcpy(file.data() + 8, &size, 4);
  return file;
}

}  // namespace bake
