#include "assets/bake/region.h"

#include <algorithm>
#include <numbers>

#include "assets/bake/bust.h"
#include "assets/bake/cap.h"
#include "assets/bake/glb.h"
#include "assets/bake/landmarks.h"
#include "assets/bake/legs.h"
#include "assets/bake/proxies.h"
#include "assets/bake/stance.h"
#include "assets/bake/target_lists.h"

namespace bake {
namespace {

// The raw base stands with its feet far apart; turned by this an adult has 15 to 20 cm between the ankles.
constexpr double kStanceRad = 6.0 * std::numbers::pi / 180;

using Field = std::vector<glm::dvec3>;
using Pose = std::function<Field(const Field&)>;                       // of the base mesh
using Adjust = std::function<void(Field& points, const Field& base)>;  // of the first part

/// Morphs every part with every target and encodes the file. Shape targets that move no point are dropped
/// from all parts; macros are always kept.
void finish(Region& region, const Mesh& mesh, const MorphRows& rows, const std::vector<std::string>& shapes,
            const Pose& pose, const Adjust& adjust) {
  std::vector<GlbPart> stored;
  const Field base = pose(mesh.positions_mm);
  for (std::size_t i = 0; i < region.parts.size(); ++i) {
    Field points = positions(region.parts[i], base);
    if (i == 0) adjust(points, base);
    stored.push_back(glb_part(region.parts[i], points));
  }
  const auto add = [&](const std::string& name, bool keep_empty) {
    const Field row = pose(rows.row(name));
    bool moved = false;
    for (std::size_t i = 0; i < stored.size(); ++i) {
      Field moves = displacements(region.parts[i], row);
      if (i == 0) adjust(moves, row);
      add_target(stored[i], moves);
      moved = moved || !stored[i].targets.back().vertices.empty();
    }
    if (moved || keep_empty) {
      region.targets.push_back(name);
      if (!moved) region.empty_targets.push_back(name);
      return;
    }
    for (GlbPart& part : stored) part.targets.pop_back();
  };
  for (const std::string& name : macro_targets()) add(name, true);
  for (const std::string& name : shapes) add(name, false);
  region.glb = glb_bytes(stored, region.targets);
}

/// Halfway between the young woman and the young man, made symmetric; the raw base has neither's proportions.
Field mean_adult(const Mesh& mesh, const MorphRows& rows) {
  Field points = mesh.positions_mm;
  for (const char* name : {"macrodetails/caucasian-female-young", "macrodetails/caucasian-male-young"}) {
    const Field row = rows.row(name);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] += 0.5 * row[i];
  }
  const Field lopsided = points;
  for (const auto& [vertex, partner] : mirror_of(mesh, "body"))
    points[vertex] = 0.5 * (lopsided[vertex] + glm::dvec3(-1, 1, 1) * lopsided[partner]);
  return points;
}

void add_landmarks(Region& region, Landmarks landmarks) {
  region.landmark_names = std::move(landmarks.names);
  region.parts.push_back(std::move(landmarks.part));
}

}  // namespace

Region bake_legs(const std::filesystem::path&, const Mesh& mesh, const MorphRows& rows) {
  const LegStance stance(mesh, kStanceRad);
  const Pose pose = [&](const Field& field) { return stance.pose(field); };
  const EdgeLoops body(mesh, "body");
  Region region;
  region.name = "calf";
  Legs legs = leg_skin(mesh, body, pose(mean_adult(mesh, rows)));
  region.parts.push_back(std::move(legs.skin));
  add_landmarks(region, leg_landmarks(mesh));
  finish(region, mesh, rows, leg_targets(), pose,
         [&](Field& points, const Field& base) { legs.hem.apply(points, base); });
  return region;
}

Region bake_face(const std::filesystem::path& package, const Mesh& mesh, const MorphRows& rows) {
  const EdgeLoops body(mesh, "body");
  Region region;
  region.name = "face";
  region.parts.push_back(bust_skin(mesh, body));
  const Proxy eyes = read_proxy(package, "eyes/HighPolyEyes/HighPolyEyes", mesh);
  region.parts.push_back(proxy_part(eyes, "eyes", "eye", eye_scale_dm(), is_eyeball));
  region.parts.push_back(proxy_part(eyes, "cornea", "cornea", eye_scale_dm(), is_cornea));
  const auto add = [&](const char* path, const char* name, const char* material, const glm::dvec3& scale) {
    region.parts.push_back(proxy_part(read_proxy(package, path, mesh), name, material, scale));
  };
  add("eyelashes/Eyelashes01/Eyelashes01", "lashes", "lash", lash_scale_dm());
  add("eyebrows/eyebrow001/eyebrow001", "brows", "brow", brow_scale_dm());
  add("teeth/Teeth_Base/Teeth_Base", "teeth", "teeth", teeth_scale_dm());
  add("tongue/tongue01/tongue01", "tongue", "tongue", lash_scale_dm());
  region.parts.push_back(clinic_cap(mesh, bust_quads(mesh, body)));
  add_landmarks(region, face_landmarks(mesh));
  finish(
      region, mesh, rows, face_targets(), [](const Field& field) { return field; },
      [](Field&, const Field&) {});
  return region;
}

double body_height_mm(const Mesh& mesh, const MorphRows& rows,
                      const std::vector<std::pair<std::string, double>>& weights) {
  Field points = mesh.positions_mm;
  for (const auto& [name, weight] : weights) {
    const Field row = rows.row(name);
    for (std::size_t i = 0; i < points.size(); ++i) points[i] += weight * row[i];
  }
  double low = 1e9, high = -1e9;
  for (const std::uint32_t v : mesh.group("body")) {
    low = std::min(low, points[v].y);
    high = std::max(high, points[v].y);
  }
  return high - low;
}

}  // namespace bake
