#include "render/mesh/subdivision.h"

#include <opensubdiv/far/error.h>
#include <opensubdiv/far/primvarRefiner.h>
#include <opensubdiv/far/stencilTableFactory.h>
#include <opensubdiv/far/topologyDescriptor.h>

#include <algorithm>
#include <bit>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>

#include "render/error.h"
#include "render/mesh/place_order.h"

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

using Stencils = Far::StencilTableReal<float>;

// Per point of every refined level the points of the level before that it is made of.
std::unique_ptr<const Stencils> make_stencils(const Far::TopologyRefiner& refiner) {
  using Factory = Far::StencilTableFactoryReal<float>;
  Factory::Options options;
  options.generateOffsets = true;
  options.generateIntermediateLevels = true;
  options.factorizeIntermediateLevels = false;
  return std::unique_ptr<const Stencils>(Factory::Create(refiner, options));
}

struct RefinedUv {
  glm::vec2 uv{0.0f};

  // NOLINTBEGIN(readability-identifier-naming): OpenSubdiv asks for these names
  void Clear() { uv = glm::vec2(0.0f); }
  void AddWithWeight(const RefinedUv& source, float weight) { uv += weight * source.uv; }
  // NOLINTEND(readability-identifier-naming)
};

std::vector<glm::vec2> refine_uvs(const Far::TopologyRefiner& refiner, const std::vector<glm::vec2>& uvs) {
  std::vector<RefinedUv> values;
  for (const glm::vec2& uv : uvs) values.push_back({uv});
  const Far::PrimvarRefiner primvars(refiner);
  for (int level = 1; level <= refiner.GetMaxLevel(); ++level) {
    std::vector<RefinedUv> finer(static_cast<std::size_t>(refiner.GetLevel(level).GetNumFVarValues(0)));
    primvars.InterpolateFaceVarying(level, values, finer, 0);
    values = std::move(finer);
  }
  std::vector<glm::vec2> refined;
  for (const RefinedUv& value : values) refined.push_back(value.uv);
  return refined;
}

// Faces as corner lists of points and uv values, triangulated from the first corner. One vertex is drawn per
// pair of point and uv, ordered by point so that uploads run through memory in order.
class TopologyBuilder {
 public:
  explicit TopologyBuilder(std::size_t point_count) : newest_(point_count, kNone) {}

  template <typename Point>
  void add_face(const Point* points, const int* uvs, int size) {
    std::uint32_t vertices[4];
    for (int i = 0; i < size; ++i) {
      vertices[i] =
          vertex_of(static_cast<std::uint32_t>(points[i]), uvs ? static_cast<std::uint32_t>(uvs[i]) : 0);
    }
    for (int i = 2; i < size; ++i) triangles_.emplace_back(vertices[0], vertices[i - 1], vertices[i]);
  }

  Topology build(const std::vector<glm::vec2>& uvs) {
    TopologyDraft topology;
    topology.point_count = static_cast<std::uint32_t>(newest_.size());
    std::vector<std::uint32_t> renumbered(points_.size());
    for (const std::uint32_t newest : newest_) {
      for (std::uint32_t vertex = newest; vertex != kNone; vertex = older_[vertex]) {
        renumbered[vertex] = static_cast<std::uint32_t>(topology.vertex_point.size());
        topology.vertex_point.push_back(points_[vertex]);
        topology.vertex_uv.push_back(uvs.empty() ? glm::vec2(0.0f) : uvs[uvs_[vertex]]);
      }
    }
    topology.point_triangles.reserve(triangles_.size());
    for (glm::uvec3& t : triangles_) {
      topology.point_triangles.emplace_back(points_[t.x], points_[t.y], points_[t.z]);
      t = {renumbered[t.x], renumbered[t.y], renumbered[t.z]};
    }
    topology.triangles = std::move(triangles_);
    return std::move(topology).finished();
  }

 private:
  static constexpr std::uint32_t kNone = 0xFFFFFFFFu;

  std::uint32_t vertex_of(std::uint32_t point, std::uint32_t uv) {
    std::uint32_t found = newest_[point];
    while (found != kNone && uvs_[found] != uv) found = older_[found];
    if (found != kNone) return found;
    const auto vertex = static_cast<std::uint32_t>(points_.size());
    points_.push_back(point);
    uvs_.push_back(uv);
    older_.push_back(std::exchange(newest_[point], vertex));
    return vertex;
  }

  std::vector<std::uint32_t> newest_;                // per point: head of the list of its vertices
  std::vector<std::uint32_t> points_, uvs_, older_;  // per vertex, in order of first use
  std::vector<glm::uvec3> triangles_;
};

}  // namespace

Subdivision::Subdivision(const Cage& cage, int level) {
  if (level < 0 || level > kMaxLevel) throw std::invalid_argument("subdivision level must be 0 to 6");
  check_cage(cage);
  if (level == 0 || cage.face_sizes.empty()) {
    refinement_ = Refinement(cage.positions_mm.size(), {}, level0(cage));
  } else {
    build_refined(cage, level);
  }
}

Topology Subdivision::level0(const Cage& cage) {
  TopologyBuilder builder(cage.positions_mm.size());
  const std::vector<int> points(cage.face_points.begin(), cage.face_points.end());
  const std::vector<int> uvs(cage.face_uvs.begin(), cage.face_uvs.end());
  std::size_t corner = 0;
  for (const std::uint8_t size : cage.face_sizes) {
    builder.add_face(points.data() + corner, uvs.empty() ? nullptr : uvs.data() + corner, size);
    corner += size;
  }
  return builder.build(cage.face_uvs.empty() ? std::vector<glm::vec2>{} : cage.uvs);
}

void Subdivision::build_refined(const Cage& cage, int level) {
  const auto refiner = make_refiner(cage, level);
  const auto table = make_stencils(*refiner);
  std::vector<Refinement::Rows> steps;
  int stencil_index = 0;
  for (int fine = 1; fine <= level; ++fine) {
    std::vector<std::uint32_t> start{0}, index;
    std::vector<float> weight;
    for (int i = 0; i < refiner->GetLevel(fine).GetNumVertices(); ++i) {
      const Far::StencilReal<float> stencil = table->GetStencil(stencil_index++);
      for (int k = 0; k < stencil.GetSize(); ++k) {
        index.push_back(static_cast<std::uint32_t>(stencil.GetVertexIndices()[k]));
        weight.push_back(stencil.GetWeights()[k]);
      }
      start.push_back(static_cast<std::uint32_t>(index.size()));
    }
    steps.push_back({std::move(start), std::move(index), std::move(weight)});
  }
  const std::vector<std::uint32_t> place = lay_by_place(cage, steps);
  for (std::size_t step = 0; step < steps.size(); ++step)
    columns_.push_back(
        transposed(steps[step], step == 0 ? cage.positions_mm.size() : steps[step - 1].size()));

  const bool has_uvs = !cage.face_uvs.empty();
  const Far::TopologyLevel& finest = refiner->GetLevel(level);
  TopologyBuilder builder(steps.back().size());
  for (int face = 0; face < finest.GetNumFaces(); ++face) {
    const Far::ConstIndexArray points = finest.GetFaceVertices(face);
    const int* uvs = has_uvs ? finest.GetFaceFVarValues(face, 0).begin() : nullptr;
    std::uint32_t corners[4];
    for (int i = 0; i < points.size(); ++i) corners[i] = place[static_cast<std::size_t>(points[i])];
    builder.add_face(corners, uvs, points.size());
  }
  Topology topology = builder.build(has_uvs ? refine_uvs(*refiner, cage.uvs) : std::vector<glm::vec2>{});
  refinement_ = Refinement(cage.positions_mm.size(), std::move(steps), std::move(topology));
}

std::vector<std::uint32_t> Subdivision::lay_by_place(const Cage& cage, std::vector<Refinement::Rows>& steps) {
  std::vector<glm::vec3> points = cage.positions_mm;
  for (const Refinement::Rows& rows : steps) {
    std::vector<glm::vec3> fine(rows.size());
    for (std::uint32_t row = 0; row < fine.size(); ++row) fine[row] = rows.mix(points, row);
    points = std::move(fine);
  }
  const Refinement::Rows& made = steps.back();
  std::vector<std::uint32_t> place(made.size()), start{0}, index;
  std::vector<float> weight;
  for (const std::uint32_t row : order_by_place(points)) {
    place[row] = static_cast<std::uint32_t>(start.size() - 1);
    for (std::uint32_t k = made.start[row]; k < made.start[row + 1]; ++k) {
      index.push_back(made.index[k]);
      weight.push_back(made.weight[k]);
    }
    start.push_back(static_cast<std::uint32_t>(index.size()));
  }
  steps.back() = {std::move(start), std::move(index), std::move(weight)};
  return place;
}

Subdivision::Columns Subdivision::transposed(const Refinement::Rows& rows, std::size_t column_count) {
  Columns columns;
  columns.start.assign(column_count + 1, 0);
  for (const std::uint32_t column : rows.index) ++columns.start[column + 1];
  for (std::size_t i = 0; i < column_count; ++i) columns.start[i + 1] += columns.start[i];
  columns.row.resize(rows.index.size());
  std::vector<std::uint32_t> next(columns.start.begin(), columns.start.end() - 1);
  for (std::uint32_t row = 0; row < rows.size(); ++row) {
    for (std::uint32_t k = rows.start[row]; k < rows.start[row + 1]; ++k) {
      columns.row[next[rows.index[k]]++] = row;
    }
  }
  return columns;
}

MorphTarget Subdivision::refine(const MorphTarget& target) const {
  for (const std::uint32_t point : target.points) {
    if (point >= cage_point_count()) {
      throw std::invalid_argument("morph target " + target.name + ": no such point");
    }
  }
  std::vector<std::uint32_t> points(target.points.begin(), target.points.end());
  std::vector<glm::vec3> moves(target.deltas_mm.begin(), target.deltas_mm.end());
  for (std::size_t step = 0; step < columns_.size(); ++step) {
    const Refinement::Rows& rows = refinement_.steps()[step];
    const Columns& columns = columns_[step];
    std::vector<glm::vec3> deltas(columns.size(), glm::vec3(0.0f));
    std::vector<std::uint64_t> moved(rows.size() / 64 + 1, 0);
    for (std::size_t i = 0; i < points.size(); ++i) {
      const std::uint32_t column = points[i];
      deltas[column] += moves[i];
      for (std::uint32_t k = columns.start[column]; k < columns.start[column + 1]; ++k) {
        moved[columns.row[k] / 64] |= std::uint64_t{1} << (columns.row[k] % 64);
      }
    }
    points.clear();
    for (std::uint32_t word = 0; word < moved.size(); ++word) {
      for (std::uint64_t bits = moved[word]; bits != 0; bits &= bits - 1) {
        points.push_back(64 * word + static_cast<std::uint32_t>(std::countr_zero(bits)));
      }
    }
    moves.resize(points.size());
    for (std::size_t i = 0; i < points.size(); ++i) moves[i] = rows.mix(deltas, points[i]);
  }
  return {target.name, std::move(points), std::move(moves)};
}

}  // namespace render
