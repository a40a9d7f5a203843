#include "render/mesh/subdivision.h"

#include <opensubdiv/far/error.h>
#include <opensubdiv/far/primvarRefiner.h>
#include <opensubdiv/far/stencilTableFactory.h>
#include <opensubdiv/far/topologyDescriptor.h>

#include <algorithm>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "render/error.h"

namespace render {
namespace {

namespace Far = OpenSubdiv::Far;
namespace Sdc = OpenSubdiv::Sdc;

constexpr int kMaxLevel = 6;

thread_local std::string last_complaint;

// OpenSubdiv prints its complaints unless told otherwise.
void keep_complaint(Far::ErrorType, const char* message) {
  last_complaint = message;
}

void check_cage(const Cage& cage) {
  std::size_t corners = 0;
  for (const std::uint8_t size : cage.face_sizes) {
    if (size != 3 && size != 4) throw AssetError(cage.name + ": a face has neither 3 nor 4 corners");
    corners += size;
  }
  const bool uvs_fit = cage.face_uvs.empty() || cage.face_uvs.size() == corners;
  if (cage.face_points.size() != corners || !uvs_fit) {
    throw AssetError(cage.name + ": number of face corners does not match face_sizes");
  }
  const auto outside = [](const std::vector<std::uint32_t>& indices, std::size_t count) {
    return std::any_of(indices.begin(), indices.end(), [count](std::uint32_t i) { return i >= count; });
  };
  if (outside(cage.face_points, cage.positions_mm.size()) || outside(cage.face_uvs, cage.uvs.size())) {
    throw AssetError(cage.name + ": a face corner points outside the cage");
  }
}

std::unique_ptr<Far::TopologyRefiner> make_refiner(const Cage& cage, int level) {
  using Descriptor = Far::TopologyDescriptor;
  const std::vector<int> sizes(cage.face_sizes.begin(), cage.face_sizes.end());
  const std::vector<int> corners(cage.face_points.begin(), cage.face_points.end());
  const std::vector<int> uv_corners(cage.face_uvs.begin(), cage.face_uvs.end());

  Descriptor::FVarChannel channel;
  channel.numValues = static_cast<int>(cage.uvs.size());
  channel.valueIndices = uv_corners.data();
  Descriptor descriptor;
  descriptor.numVertices = static_cast<int>(cage.positions_mm.size());
  descriptor.numFaces = static_cast<int>(sizes.size());
  descriptor.numVertsPerFace = sizes.data();
  descriptor.vertIndicesPerFace = corners.data();
  if (!uv_corners.empty()) {
    descriptor.numFVarChannels = 1;
    descriptor.fvarChannels = &channel;
  }

  Sdc::Options options;
  options.SetVtxBoundaryInterpolation(Sdc::Options::VTX_BOUNDARY_EDGE_AND_CORNER);
  options.SetFVarLinearInterpolation(Sdc::Options::FVAR_LINEAR_CORNERS_ONLY);
  Far::SetErrorCallback(&keep_complaint);
  last_complaint.clear();
  using Factory = Far::TopologyRefinerFactory<Descriptor>;
  std::unique_ptr<Far::TopologyRefiner> refiner(
      Factory::Create(descriptor, Factory::Options(Sdc::SCHEME_CATMARK, options)));
  if (!refiner) {
    throw AssetError(cage.name + ": cannot be subdivided: " +
                     (last_complaint.empty() ? "its faces do not form a surface" : last_complaint));
  }
  refiner->RefineUniform(Far::TopologyRefiner::UniformOptions(level));
  return refiner;
}

std::unique_ptr<const Far::StencilTable> make_stencils(const Far::TopologyRefiner& refiner, int mode) {
  Far::StencilTableFactory::Options options;
  options.interpolationMode = static_cast<unsigned>(mode) & 3u;
  options.generateOffsets = true;
  options.generateIntermediateLevels = false;
  return std::unique_ptr<const Far::StencilTable>(Far::StencilTableFactory::Create(refiner, options));
}

std::vector<glm::vec2> refine_uvs(const Far::TopologyRefiner& refiner, const std::vector<glm::vec2>& uvs) {
  const auto table = make_stencils(refiner, Far::StencilTableFactory::INTERPOLATE_FACE_VARYING);
  std::vector<glm::vec2> refined(static_cast<std::size_t>(table->GetNumStencils()), glm::vec2(0.0f));
  for (int i = 0; i < table->GetNumStencils(); ++i) {
    const Far::Stencil stencil = table->GetStencil(i);
    for (int k = 0; k < stencil.GetSize(); ++k) {
      refined[static_cast<std::size_t>(i)] +=
          stencil.GetWeights()[k] * uvs[static_cast<std::size_t>(stencil.GetVertexIndices()[k])];
    }
  }
  return refined;
}

// Faces as corner lists of points and uv values, triangulated from the first corner. One vertex is drawn per
// pair of point and uv, ordered by point so that uploads run through memory in order.
class TopologyBuilder {
 public:
  void add_face(const int* points, const int* uvs, int size) {
    for (int i = 2; i < size; ++i) {
      for (const int corner : {0, i - 1, i}) {
        corners_.emplace_back(static_cast<std::uint32_t>(points[corner]),
                              uvs ? static_cast<std::uint32_t>(uvs[corner]) : 0u);
      }
    }
  }

  Topology build(std::size_t point_count, const std::vector<glm::vec2>& uvs) const {
    auto vertices = corners_;
    std::sort(vertices.begin(), vertices.end());
    vertices.erase(std::unique(vertices.begin(), vertices.end()), vertices.end());
    std::vector<std::uint32_t> first(point_count + 1, 0);
    for (const auto& [point, uv] : vertices) ++first[point + 1];
    for (std::size_t i = 0; i < point_count; ++i) first[i + 1] += first[i];

    Topology topology;
    topology.point_count = static_cast<std::uint32_t>(point_count);
    for (const auto& [point, uv] : vertices) {
      topology.vertex_point.push_back(point);
      topology.vertex_uv.push_back(uvs.empty() ? glm::vec2(0.0f) : uvs[uv]);
    }
    for (std::size_t i = 0; i + 2 < corners_.size(); i += 3) {
      glm::uvec3 triangle;
      glm::uvec3 points;
      for (int k = 0; k < 3; ++k) {
        const auto& corner = corners_[i + static_cast<std::size_t>(k)];
        std::uint32_t vertex = first[corner.first];
        while (vertices[vertex].second != corner.second) ++vertex;
        triangle[k] = vertex;
        points[k] = corner.first;
      }
      topology.triangles.push_back(triangle);
      topology.point_triangles.push_back(points);
    }
    return topology;
  }

 private:
  std::vector<std::pair<std::uint32_t, std::uint32_t>> corners_;
};

}  // namespace

Subdivision::Subdivision(const Cage& cage, int level) : cage_point_count_(cage.positions_mm.size()) {
  if (level < 0 || level > kMaxLevel) throw std::invalid_argument("subdivision level must be 0 to 6");
  check_cage(cage);
  if (level == 0 || cage.face_sizes.empty()) {
    build_level0(cage);
  } else {
    build_refined(cage, level);
  }
}

void Subdivision::build_level0(const Cage& cage) {
  TopologyBuilder builder;
  const std::vector<int> points(cage.face_points.begin(), cage.face_points.end());
  const std::vector<int> uvs(cage.face_uvs.begin(), cage.face_uvs.end());
  std::size_t corner = 0;
  for (const std::uint8_t size : cage.face_sizes) {
    builder.add_face(points.data() + corner, uvs.empty() ? nullptr : uvs.data() + corner, size);
    corner += size;
  }
  topology_ = builder.build(cage_point_count_, cage.face_uvs.empty() ? std::vector<glm::vec2>{} : cage.uvs);
}

void Subdivision::build_refined(const Cage& cage, int level) {
  const auto refiner = make_refiner(cage, level);
  const auto table = make_stencils(*refiner, Far::StencilTableFactory::INTERPOLATE_VERTEX);
  rows_.start.push_back(0);
  for (int i = 0; i < table->GetNumStencils(); ++i) {
    const Far::Stencil stencil = table->GetStencil(i);
    for (int k = 0; k < stencil.GetSize(); ++k) {
      rows_.index.push_back(static_cast<std::uint32_t>(stencil.GetVertexIndices()[k]));
      rows_.weight.push_back(stencil.GetWeights()[k]);
    }
    rows_.start.push_back(static_cast<std::uint32_t>(rows_.index.size()));
  }
  build_columns();

  const bool has_uvs = !cage.face_uvs.empty();
  const Far::TopologyLevel& finest = refiner->GetLevel(level);
  TopologyBuilder builder;
  for (int face = 0; face < finest.GetNumFaces(); ++face) {
    const Far::ConstIndexArray points = finest.GetFaceVertices(face);
    const int* uvs = has_uvs ? finest.GetFaceFVarValues(face, 0).begin() : nullptr;
    builder.add_face(points.begin(), uvs, points.size());
  }
  topology_ = builder.build(rows_.start.size() - 1,
                            has_uvs ? refine_uvs(*refiner, cage.uvs) : std::vector<glm::vec2>{});
}

void Subdivision::build_columns() {
  columns_.start.assign(cage_point_count_ + 1, 0);
  for (const std::uint32_t column : rows_.index) ++columns_.start[column + 1];
  for (std::size_t i = 0; i < cage_point_count_; ++i) columns_.start[i + 1] += columns_.start[i];
  columns_.index.resize(rows_.index.size());
  columns_.weight.resize(rows_.index.size());
  std::vector<std::uint32_t> next(columns_.start.begin(), columns_.start.end() - 1);
  for (std::uint32_t row = 0; row + 1 < rows_.start.size(); ++row) {
    for (std::uint32_t k = rows_.start[row]; k < rows_.start[row + 1]; ++k) {
      const std::uint32_t at = next[rows_.index[k]]++;
      columns_.index[at] = row;
      columns_.weight[at] = rows_.weight[k];
    }
  }
}

void Subdivision::refine(std::span<const glm::vec3> cage, std::span<glm::vec3> points) const {
  if (cage.size() != cage_point_count_ || points.size() != point_count()) {
    throw std::invalid_argument("subdivision: got " + std::to_string(cage.size()) +
                                " cage points and room for " + std::to_string(points.size()) + ", expected " +
                                std::to_string(cage_point_count_) + " and " + std::to_string(point_count()));
  }
  if (rows_.start.empty()) {
    std::copy(cage.begin(), cage.end(), points.begin());
    return;
  }
  for (std::size_t row = 0; row < points.size(); ++row) {
    glm::vec3 sum(0.0f);
    for (std::uint32_t k = rows_.start[row]; k < rows_.start[row + 1]; ++k) {
      sum += rows_.weight[k] * cage[rows_.index[k]];
    }
    points[row] = sum;
  }
}

MorphTarget Subdivision::refine(const MorphTarget& target) const {
  if (rows_.start.empty()) return target;
  std::vector<glm::vec3> sums(point_count(), glm::vec3(0.0f));
  std::vector<std::uint8_t> moved(point_count(), 0);
  for (std::size_t i = 0; i < target.points.size(); ++i) {
    const std::uint32_t column = target.points[i];
    if (column >= cage_point_count_)
      throw std::invalid_argument("morph target " + target.name + ": no such point");
    for (std::uint32_t k = columns_.start[column]; k < columns_.start[column + 1]; ++k) {
      sums[columns_.index[k]] += columns_.weight[k] * target.deltas_mm[i];
      moved[columns_.index[k]] = 1;
    }
  }
  MorphTarget refined;
  refined.name = target.name;
  for (std::uint32_t point = 0; point < sums.size(); ++point) {
    if (!moved[point]) continue;
    refined.points.push_back(point);
    refined.deltas_mm.push_back(sums[point]);
  }
  return refined;
}

}  // namespace render
