#include "assets/bake/landmarks.h"

#include <functional>

#include "assets/bake/edge_loops.h"

namespace bake {
namespace {

// Vertices of the left half of the face, anatomical name and index; the package's own facial rig uses them.
struct Named {
  const char* name;
  std::uint32_t vertex;
};
constexpr Named kPairedVertices[] = {{"brow-medial", 7006},  {"brow-middle", 6996},  {"brow-lateral", 6986},
                                     {"temple", 10409},      {"cheek-upper", 11704}, {"nose-wing", 6960},
                                     {"nose-bridge", 11685}, {"cheek-fold", 11925},  {"mouth-corner", 10407},
                                     {"lip-upper", 7170},    {"lip-lower", 7166}};
constexpr Named kMiddleVertices[] = {
    {"lip-upper-middle", 466}, {"lip-lower-middle", 494}, {"chin", 991}, {"nose-base", 343}};

Blend mean_of(const std::vector<std::uint32_t>& vertices) {
  Blend blend;
  for (const std::uint32_t v : vertices) blend.terms.emplace_back(v, 1.0 / double(vertices.size()));
  return blend;
}

class Collector {
 public:
  explicit Collector(const Mesh& mesh) : mesh_(mesh), mirror_(mirror_of(mesh, "body")) {
    found_.part.name = "landmarks";
    found_.part.material = "landmarks";
  }
  void joint(const std::string& name) { add(name, mean_of(mesh_.group("joint-" + name))); }
  void joints(const std::string& name) {
    joint("l-" + name);
    joint("r-" + name);
  }
  void vertex(const std::string& name, std::uint32_t v) { add(name, Blend{{{v, 1.0}}, {}, {}}); }
  void vertices(const std::string& name, std::uint32_t left) {
    vertex("l-" + name, left);
    vertex("r-" + name, mirror_.at(left));
  }
  /// Left body vertex with the highest score, and its mirror image.
  void extreme(const std::string& name, const std::function<bool(const glm::dvec3&)>& within,
               const std::function<double(const glm::dvec3&)>& score) {
    std::uint32_t best = 0;
    double best_score = -1e30;
    for (const std::uint32_t v : mesh_.group("body")) {
      const glm::dvec3& p = mesh_.positions_mm[v];
      if (p.x > 0 && within(p) && score(p) > best_score) best = v, best_score = score(p);
    }
    vertices(name, best);
  }
  Landmarks take() { return std::move(found_); }

 private:
  void add(std::string name, Blend blend) {
    found_.names.push_back(std::move(name));
    found_.part.points.push_back(std::move(blend));
  }
  const Mesh& mesh_;
  std::map<std::uint32_t, std::uint32_t> mirror_;
  Landmarks found_;
};

}  // namespace

Landmarks leg_landmarks(const Mesh& mesh) {
  Collector c(mesh);
  for (const char* name : {"upper-leg", "knee", "ankle", "foot-1", "foot-2"}) c.joints(name);
  for (int toe = 1; toe <= 5; ++toe)
    for (int joint = 1; joint <= (toe == 1 ? 3 : 4); ++joint)
      c.joints("toe-" + std::to_string(toe) + "-" + std::to_string(joint));
  const auto foot = [](const glm::dvec3& p) { return p.y < -760; };
  const auto knee = [](const glm::dvec3& p) { return p.y > -382 && p.y < -357; };
  c.extreme(
      "heel", [&](const glm::dvec3& p) { return foot(p) && p.z < -20; },
      [](const glm::dvec3& p) { return -p.y; });
  c.extreme("heel-back", foot, [](const glm::dvec3& p) { return -p.z; });
  c.extreme("kneecap", knee, [](const glm::dvec3& p) { return p.z; });
  return c.take();
}

Landmarks face_landmarks(const Mesh& mesh) {
  Collector c(mesh);
  for (const char* name : {"neck", "head", "head-2", "jaw", "mouth"}) c.joint(name);
  for (const char* name : {"eye", "eye-target", "upperlid", "lowerlid", "clavicle", "scapula", "shoulder"})
    c.joints(name);
  for (const Named& named : kPairedVertices) c.vertices(named.name, named.vertex);
  for (const Named& named : kMiddleVertices) c.vertex(named.name, named.vertex);
  return c.take();
}

}  // namespace bake
