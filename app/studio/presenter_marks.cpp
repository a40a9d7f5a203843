#include "app/studio/materials.h"
#include "app/studio/presenter.h"
#include "app/studio/stage_parts.h"

// What is laid on the skin that show() has put on a stage: tape and needle points.
namespace app {

const TapeRing& Presenter::lay_tape(Stage stage, std::optional<double> t) {
  StageParts& parts = *stages_[static_cast<std::size_t>(stage)];
  if (body_->region() != simulation::Region::calf) t.reset();
  if (parts.tape_t == t) return parts.ring;
  parts.tape_t = t;
  parts.ring = t ? make_tape_ring(*body_, parts.surface.parts.front().positions_mm, *t) : TapeRing{};
  if (parts.ring.empty()) return parts.ring;
  if (parts.tape == render::PartId::none) {
    render::Material material;
    material.kind = render::MaterialKind::tape;
    parts.tape = renderer_.add_part(tape_topology(), material);
  }
  renderer_.upload(parts.tape, parts.ring.positions_mm, parts.ring.normals, parts.ring.along_mm);
  return parts.ring;
}

void Presenter::lay_points(Stage stage, const std::shared_ptr<const InjectionMap>& map) {
  StageParts& parts = *stages_[static_cast<std::size_t>(stage)];
  if (parts.points != map) {
    if (parts.decal != render::PartId::none) renderer_.remove_part(parts.decal);
    parts.decal = render::PartId::none;
    parts.points = map;
    parts.decals = map ? make_point_decals(*map, body_->parts().front()) : PointDecals{};
    parts.decals_laid = false;
  }
  if (parts.decals.empty() || parts.decals_laid) return;
  if (parts.decal == render::PartId::none)
    parts.decal = renderer_.add_part(parts.decals.topology, decal_material(body_->person()));
  std::vector<glm::vec3> positions_mm, normals;
  lay_decals(parts.decals, skin(stage).positions_mm, skin(stage).normals, positions_mm, normals);
  renderer_.upload(parts.decal, positions_mm, normals, parts.decals.kinds);
  parts.decals_laid = true;
}

}  // namespace app
