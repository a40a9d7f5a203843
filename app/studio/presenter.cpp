#include "app/studio/presenter.h"

#include <algorithm>
#include <optional>

#include "app/base/error.h"
#include "app/marks/structure_pick.h"
#include "app/studio/eye_rim.h"
#include "app/studio/fine_points.h"
#include "app/studio/hairline.h"
#include "app/studio/lashes.h"
#include "app/studio/light_store.h"
#include "app/studio/materials.h"
#include "app/studio/skin_zones.h"
#include "app/studio/stage_parts.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using render::Layer;

render::Topology anatomy_topology(const simulation::AnatomyMesh& mesh) {
  render::TopologyDraft topology;
  topology.point_count = static_cast<std::uint32_t>(mesh.positions_mm.size());
  topology.vertex_point.resize(topology.point_count);
  for (std::uint32_t i = 0; i < topology.point_count; ++i) topology.vertex_point[i] = i;
  topology.vertex_uv = mesh.uvs;
  topology.triangles = mesh.triangles;
  topology.point_triangles = mesh.triangles;
  return std::move(topology).finished();
}

bool held_alike(const Moment& a, const Moment& b) {
  return a.pose == b.pose && (a.pose == simulation::CalfPose::standing ||
                              (a.effort == b.effort &&
                               simulation::heel_rise(a.side_effect) == simulation::heel_rise(b.side_effect)));
}

bool is_eye(const BodyPart& part) {
  return part.material == "eye" || part.material == "cornea";
}

/// The part of this material; null where a body has none.
const BodyPart* part_of(const Body& body, const std::string& material) {
  for (const BodyPart& part : body.parts())
    if (part.material == material) return &part;
  return nullptr;
}

/// Strands grown on the lids stand for the asset's lashes, which are thick pictures of tufts.
bool is_never_drawn(const BodyPart& part) {
  return part.material == "lash";
}

/// The tongue would hang in the air between bare jaws. Eyes and teeth go with the skull.
bool drawn(const BodyPart& part, Layer layer, const StructureSet& hidden) {
  if (is_never_drawn(part)) return false;
  if (!shows_anatomy(layer)) return true;
  const bool held_by_skull = is_eye(part) || part.name == "teeth";
  return part.name != "tongue" && !(held_by_skull && has(hidden, simulation::Structure::skull));
}

/// Runs of the places where two lists of one length differ.
PointRuns differing_runs(const std::vector<float>& a, const std::vector<float>& b) {
  PointRuns runs;
  for (std::uint32_t i = 0; i < a.size(); ++i) {
    if (a[i] == b[i]) continue;
    if (runs.empty() || runs.back().y != i) runs.emplace_back(i, i);
    runs.back().y = i + 1;
  }
  return runs;
}

render::LineRelief relief_of(const simulation::LineMap& map) {
  render::LineRelief relief;
  relief.axis_z_mm = static_cast<float>(map.axis_z_mm());
  for (const simulation::LinePlace& line : map.lines()) {
    relief.lines.emplace_back();
    for (const simulation::LinePoint& p : line.points) relief.lines.back().push_back({p.rest_mm, p.across});
  }
  return relief;
}

}  // namespace

Presenter::Presenter(render::Renderer& renderer, const Paths& paths) : renderer_(renderer), paths_(paths) {
  renderer_.keep_light(light_store(paths_));
}

Presenter::~Presenter() {
  clear();
}

void Presenter::clear() {
  for (auto& stage : stages_) {
    if (!stage) continue;
    for (const auto part : stage->body) renderer_.remove_part(part);
    for (const auto part : stage->anatomy) renderer_.remove_part(part);
    if (stage->rim != render::PartId::none) renderer_.remove_part(stage->rim);
    if (stage->lashes != render::PartId::none) renderer_.remove_part(stage->lashes);
    if (stage->tape != render::PartId::none) renderer_.remove_part(stage->tape);
    if (stage->decal != render::PartId::none) renderer_.remove_part(stage->decal);
    if (stage->blemish != render::PartId::none) renderer_.remove_part(stage->blemish);
    stage.reset();
  }
}

std::shared_ptr<const render::MipImage> Presenter::texture(const std::string& file) {
  if (file.empty()) return nullptr;
  auto& image = textures_[file];
  if (!image)
    image = std::make_shared<const render::MipImage>(render::open_mip_image(paths_.baked_file(file)));
  return image;
}

void Presenter::add_parts(StageParts& stage) {
  for (const BodyPart& part : body_->parts()) {
    Look look = look_of(part.material, body_->person());
    if (!is_never_drawn(part)) look.material.albedo = texture(look.texture);
    stage.materials += describe(look) + "\n";
    stage.body.push_back(renderer_.add_part(*part.topology, look.material));
    // A calf keeps the shadows and the bounced light of week 0, so that a picture changes where the muscle
    // moves the skin and nowhere else. A face needs those of its expression.
    renderer_.set_rest(
        stage.body.back(), part.rest_mm,
        body_->region() == simulation::Region::calf ? render::LightShape::rest : render::LightShape::current);
  }
  keep_hem_fine(stage);
  if (body_->region() == simulation::Region::face)
    renderer_.set_shades(stage.body.front(),
                         skin_zones(body_->parts().front().rest_mm, body_->landmarks(), body_->person()));
  if (lids_) {
    stage.rim = renderer_.add_part(rim_topology(), rim_material(body_->person()));
    stage.lashes = renderer_.add_part(lash_topology(), look_of("lash", body_->person()).material);
  }
  if (const auto* lines = body_->lines()) renderer_.set_lines(stage.body.front(), relief_of(*lines));
  stage.floor_y_mm = lowest_y_mm(body_->parts().front().rest_mm);
}

/// Of skin and cap, the places about which a picture that moves keeps all triangles.
void Presenter::keep_hem_fine(const StageParts& stage) {
  const BodyPart* cap = part_of(*body_, "cap");
  if (!cap) return;
  const auto hem = open_edge_mm(*cap->topology, cap->rest_mm);
  renderer_.set_fine(stage.body.front(), fine_points(body_->parts().front().rest_mm, hair_, hem));
  renderer_.set_fine(stage.body[static_cast<std::size_t>(cap - body_->parts().data())],
                     fine_points(cap->rest_mm, {}, hem));
}

/// Light and floor of a calf follow the pose of the untreated body, and the week not at all.
void Presenter::light_pose(StageParts& stage, const Moment& held) {
  if (body_->region() != simulation::Region::calf || held_alike(stage.lit, held)) return;
  const Surface untreated = body_->surface({}, held);
  for (std::size_t i = 0; i < untreated.parts.size(); ++i)
    renderer_.set_light_shape(stage.body[i], untreated.parts[i].positions_mm);
  // To the last bit the same whether the heels come up or not, so that the two can be compared.
  const bool weak = simulation::heel_rise(held.side_effect) != 1.0;
  const Surface plain = weak ? body_->surface({}, without_side_effect(held)) : Surface{};
  stage.floor_y_mm = lowest_y_mm((weak ? plain : untreated).parts.front().positions_mm);
  stage.lit = held;
}

void Presenter::set_body(std::shared_ptr<const Body> body) {
  if (body == body_) return;
  clear();
  body_ = std::move(body);
  lids_.reset();
  hair_.clear();
  widest_t_.reset();
  needles_.reset();
  const BodyPart* eyes = part_of(*body_, "eye");
  if (!eyes) return;
  lids_.emplace(body_->parts().front(), *eyes);
  const auto& landmarks = body_->landmarks();
  hair_ = hair_density(body_->parts().front().rest_mm, {landmarks.at("l-eye"), landmarks.at("r-eye")});
}

void Presenter::show(Stage stage, const Outcome& outcome, const Moment& moment, Layer layer) {
  set_body(outcome.shared_body());
  auto& parts = stages_[static_cast<std::size_t>(stage)];
  if (!parts) {
    parts = std::make_unique<StageParts>();
    add_parts(*parts);
  }
  const bool heat = layer == Layer::heat;
  const bool anatomy = shows_anatomy(layer);
  const bool fat = layer == Layer::fat;
  if (parts->outcome == &outcome && parts->moment == moment && parts->heat == heat &&
      (parts->anatomy_shown || !anatomy) && (parts->fat_shown || !fat))
    return;
  const simulation::TreatmentState state =
      stage == Stage::before ? simulation::TreatmentState{} : outcome.shown_state(moment);
  light_pose(*parts, moment);
  Surface& surface = parts->surface;
  body_->surface(state, moment, surface);
  const bool changed = parts->in_step && !heat && !parts->heat;
  parts->in_step = false;
  if (heat) {
    const auto shift = stage == Stage::now
                           ? outcome.skin_change_mm(moment)
                           : std::vector<float>(surface.parts.front().positions_mm.size(), 0.0f);
    upload_body(*parts, shift, changed);
  } else {
    upload_body(*parts, hair_, changed);
  }
  if (lids_) upload_eyes(*parts, changed);
  if (body_->lines())
    renderer_.set_line_depths(parts->body.front(), surface.line_depths_mm, surface.line_swells_mm);
  if (anatomy) {
    auto meshes = body_->anatomy(state, moment, surface);
    if (fat)
      for (simulation::AnatomyMesh& mesh : body_->fat(state, moment)) meshes.push_back(std::move(mesh));
    // Coloured by what the plan blocks, whatever side effect moves the body.
    upload_anatomy(*parts, meshes, stage == Stage::before ? state : outcome.state(moment));
  }
  parts->tape_t.reset();
  parts->ring = {};
  parts->decals_laid = false;
  parts->outcome = &outcome;
  parts->moment = moment;
  parts->heat = heat;
  parts->anatomy_shown = anatomy;
  parts->fat_shown = fat;
  parts->blemishes_laid = false;
  parts->in_step = true;
}

void Presenter::upload_body(StageParts& stage, std::span<const float> skin_scalars, bool changed) {
  for (std::size_t i = 0; i < stage.surface.parts.size(); ++i) {
    const PartSurface& part = stage.surface.parts[i];
    if (lids_ && (is_eye(body_->parts()[i]) || is_never_drawn(body_->parts()[i]))) continue;
    const auto scalars = i == 0 ? skin_scalars : std::span<const float>();
    if (!changed) {
      renderer_.upload(stage.body[i], part.positions_mm, part.normals, scalars);
    } else if (!stage.surface.changed[i].empty()) {
      renderer_.upload_changed(stage.body[i], part.positions_mm, part.normals, scalars,
                               stage.surface.changed[i]);
    }
  }
}

/// Eyes lie in the shade of the lids, wherever these are.
void Presenter::upload_eyes(StageParts& stage, bool changed) {
  const auto& parts = stage.surface.parts;
  const auto eyes = static_cast<std::size_t>(part_of(*body_, "eye") - body_->parts().data());
  const auto still = [&](std::size_t i) { return changed && stage.surface.changed[i].empty(); };
  bool all_still = changed && !lids_->sees(stage.surface.changed.front());
  stage.eye_places.resize(parts.size());
  stage.nearness.resize(parts.size());
  if (!still(eyes)) stage.balls = eye_balls(parts[eyes].positions_mm);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_eye(body_->parts()[i]) || (still(i) && still(eyes))) continue;
    stage.eye_places[i] = EyePlaces(stage.balls, parts[i].positions_mm);
    all_still = false;
  }
  if (all_still) return;
  const auto openings = lids_->openings(parts.front().positions_mm, stage.balls);
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (!is_eye(body_->parts()[i])) continue;
    std::vector<float> nearness = stage.eye_places[i].lid_nearness(openings);
    if (changed) {
      PointRuns runs = differing_runs(nearness, stage.nearness[i]);
      runs.insert(runs.end(), stage.surface.changed[i].begin(), stage.surface.changed[i].end());
      renderer_.upload_changed(stage.body[i], parts[i].positions_mm, parts[i].normals, nearness, runs);
    } else {
      renderer_.upload(stage.body[i], parts[i].positions_mm, parts[i].normals, nearness);
    }
    stage.nearness[i] = std::move(nearness);
  }
  const EyeRim rim = make_eye_rim(openings);
  renderer_.upload(stage.rim, rim.positions_mm, rim.normals, rim_kinds());
  const Lashes lashes = make_lashes(openings);
  renderer_.upload(stage.lashes, lashes.positions_mm, lashes.normals);
}

void Presenter::upload_anatomy(StageParts& stage, const std::vector<simulation::AnatomyMesh>& meshes,
                               const simulation::TreatmentState& state) {
  // The fat comes last, and not every layer asks for it.
  for (std::size_t i = stage.anatomy.size(); i < meshes.size(); ++i) {
    const auto& mesh = meshes[i];
    stage.anatomy.push_back(renderer_.add_part(anatomy_topology(mesh), anatomy_material(mesh.tissue)));
    stage.structures.push_back({mesh.structure, mesh.side});
  }
  for (std::size_t i = 0; i < meshes.size(); ++i) {
    const auto muscles = simulation::columns_of(meshes[i].structure);
    const double block = muscles.empty() ? 0.0 : state.muscles.at(muscles.front(), meshes[i].side).block;
    const std::vector<float> scalars(meshes[i].positions_mm.size(), static_cast<float>(block));
    renderer_.upload(stage.anatomy[i], meshes[i].positions_mm, meshes[i].normals, scalars);
  }
}

render::SceneView Presenter::view(Stage stage, Layer layer, const render::Camera& camera) const {
  render::SceneView view;
  view.camera = camera;
  view.layer = layer;
  app::set_light(view.studio, light_);
  view.heat_limit_mm = kHeatLimitMm;
  if (const auto& parts = stages_[static_cast<std::size_t>(stage)]) {
    for (std::size_t i = 0; i < parts->body.size(); ++i)
      if (drawn(body_->parts()[i], layer, hidden_)) view.items.push_back({parts->body[i]});
    for (const auto part : {parts->rim, parts->lashes})
      if (part != render::PartId::none) view.items.push_back({part});
    if (shows_anatomy(layer))
      for (std::size_t i = 0; i < parts->anatomy.size(); ++i)
        view.items.push_back({parts->anatomy[i], 1.0f, !has(hidden_, parts->structures[i].structure),
                              highlighted_ == parts->structures[i]});
    if (!parts->ring.empty()) view.items.push_back({parts->tape});
    if (parts->blemish != render::PartId::none) view.items.push_back({parts->blemish});
    if (parts->decal != render::PartId::none) view.items.push_back({parts->decal});
  }
  if (!body_) return view;
  const Fade fade = fade_of(*body_);
  view.fade_from_y_mm = fade.from_y_mm;
  view.fade_to_y_mm = fade.to_y_mm;
  if (body_->region() == simulation::Region::calf)
    if (const auto& parts = stages_[static_cast<std::size_t>(stage)])
      view.studio.floor_y_mm = parts->floor_y_mm;
  return view;
}

std::string Presenter::materials(Stage stage) const {
  const auto& parts = stages_[static_cast<std::size_t>(stage)];
  return parts ? parts->materials : "";
}

}  // namespace app
