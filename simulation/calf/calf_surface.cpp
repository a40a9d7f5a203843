#include "simulation/calf/calf_surface.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <stdexcept>
#include <string>

#include "simulation/calf/girth_fit.h"
#include "simulation/calf/leg.h"
#include "simulation/calf/relief.h"
#include "simulation/error.h"
#include "simulation/measure/vertex_normals.h"

namespace simulation {
namespace {

void check_mesh(std::span<const glm::vec3> points, std::span<const glm::uvec3> triangles) {
  for (const glm::vec3& p : points) {
    if (!std::isfinite(p.x) || !std::isfinite(p.y) || !std::isfinite(p.z)) {
      throw InputError("mesh.skin: a point is not a number");
    }
  }
  for (const glm::uvec3& t : triangles) {
    if (std::max({t.x, t.y, t.z}) >= points.size())
      throw InputError("mesh.skin: a triangle names a missing point");
  }
}

/// The borders of the muscles that lie under a skin which does not show them yet.
MuscleRelief relief_of(const LegTape& tape, const LegOutline& centre, const Person& person,
                       std::span<const glm::vec3> smooth_mm) {
  const LegOutline outline(tape, smooth_mm, &centre);
  const GirthReading widest = tape.largest(smooth_mm);
  const BodySide side = tape.frame().side;
  const CalfMuscles muscles(outline, person, side, widest.girth_mm, widest.t);
  return {outline, muscles, person, side};
}

}  // namespace

LegLoss in_range(const LegLoss& loss) {
  return {std::clamp(loss.medial, kMostGain, kMostLoss), std::clamp(loss.lateral, kMostGain, kMostLoss),
          std::clamp(loss.soleus, kMostGain, kMostLoss)};
}

CalfSurface::Leg::Leg(std::span<const glm::vec3> rest_mm, LegTape leg_tape, const LegOutline& centre,
                      const Person& person_of_leg, MuscleRelief relief_in_skin)
    : tape(std::move(leg_tape)),
      outline(tape, rest_mm, &centre),
      week0(tape.largest(rest_mm)),
      muscles(outline, person_of_leg, tape.frame().side, week0.girth_mm, week0.t),
      field(outline, muscles, rest_mm),
      bones(outline, rest_mm),
      relief(std::move(relief_in_skin)),
      person(person_of_leg) {}

std::array<glm::dvec3, 2> CalfSurface::Leg::gastrocnemius_faces() const {
  const double t = week0.t;
  const double theta = muscles.bundle(CalfMuscle::medial).centre_at(t);
  const double outer = outline.radius_mm().sample(t, theta) -
                       muscles.outer_depth_mm(CalfMuscle::medial, t, theta, {1.0, 1.0, 1.0});
  const double thick = muscles.thickness_mm(CalfMuscle::medial, t, theta);
  return {outline.point_mm(t, theta, outer), outline.point_mm(t, theta, outer - thick)};
}

LegSkin CalfSurface::Leg::skin_of(const LegMotion& tissue, std::span<const glm::vec3> rest_mm,
                                  std::span<const glm::vec3> rest_normals,
                                  std::span<const glm::uvec3> triangles) const {
  const auto faces = gastrocnemius_faces();
  const glm::vec3 pair[] = {faces[0], faces[1]};
  const glm::vec3 outward[] = {glm::vec3(0.0F, 1.0F, 0.0F), glm::vec3(0.0F, 1.0F, 0.0F)};
  return {tissue.surface(rest_mm, rest_normals, triangles, {&outline, &relief}),
          tissue.surface(pair, outward, {}),
          {pair[0], pair[1]}};
}

void LegSkin::apply(const LegDrive& drive, std::span<glm::vec3> points_mm,
                    std::span<glm::vec3> normals) const {
  skin.apply(whole_values(drive), points_mm, normals);
}

void LegSkin::apply(const LegDrive& drive, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals,
                    HeldWeights& held, std::vector<glm::uvec2>& changed) const {
  skin.apply(whole_values(drive), points_mm, normals, held, changed);
}

double LegSkin::gastrocnemius_mm(const LegLoss& loss) const {
  std::array<glm::vec3, 2> faces = medial_rest_mm;
  medial_faces.apply(whole_values({loss, {}}), faces);
  return glm::length(glm::dvec3(faces[0]) - glm::dvec3(faces[1]));
}

CalfSurface::CalfSurface(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
                         const Sided<LegLandmarks>& landmarks, const Person& person)
    : rest_(points_mm.begin(), points_mm.end()), triangles_(triangles.begin(), triangles.end()) {
  check_mesh(points_mm, triangles);
  for (const BodySide side : kBodySides) {
    const LegFrame frame = make_leg_frame(landmarks[side], side);
    LegTape tape(rest_, triangles, frame, LegOutline::kFrom, LegOutline::kTo);
    const LegOutline centre(tape, rest_);
    const double broad = muscle_definition(person.calf.gastrocnemius_mm[side], person.calf.fat_mm);
    add_relief(
        centre, [&](double t, double theta) { return broad * calf_relief_mm(t, theta); }, rest_);
    const double girth_mm = person.calf.max_girth_cm[side] * 10.0;
    fit_girth(tape, centre, girth_mm, rest_);
    MuscleRelief relief = relief_of(tape, centre, person, rest_);
    if (relief.shows()) {
      add_relief(
          centre, [&](double t, double theta) { return relief.rest_mm(t, theta); }, rest_);
      fit_girth(tape, centre, girth_mm, rest_);
    }
    legs_[side] = std::make_unique<Leg>(rest_, std::move(tape), centre, person, std::move(relief));
  }
  rest_normals_.resize(rest_.size());
  vertex_normals(rest_, triangles_, rest_normals_);
}

CalfSurface::~CalfSurface() = default;
CalfSurface::CalfSurface(CalfSurface&&) noexcept = default;
CalfSurface& CalfSurface::operator=(CalfSurface&&) noexcept = default;

std::span<const glm::vec3> CalfSurface::rest_mm() const {
  return rest_;
}

std::span<const glm::vec3> CalfSurface::rest_normals() const {
  return rest_normals_;
}

LegFields CalfSurface::prepare(BodySide side, const Progress& progress, double cell_mm) const {
  return prepare_leg_fields(legs_[side]->tissue(), cell_mm, progress);
}

void CalfSurface::use_tissue(BodySide side, const LegFields& fields, const CompartmentPattern& pattern) {
  Leg& leg = *legs_[side];
  auto tissue = std::make_shared<const LegMotion>(fields, leg.tape.frame(), pattern);
  leg.skin = leg.skin_of(*tissue, rest_, rest_normals_, triangles_);
  leg.motion = [tissue = std::move(tissue)] { return *tissue; };
}

void CalfSurface::use_skin(BodySide side, LegSkin skin,
                           std::function<std::shared_ptr<const LegFields>()> fields,
                           const CompartmentPattern& pattern) {
  Leg& leg = *legs_[side];
  leg.skin = std::move(skin);
  leg.motion = [frame = leg.tape.frame(), fields = std::move(fields), pattern] {
    return LegMotion(*fields(), frame, pattern);
  };
}

const LegSkin& CalfSurface::skin(BodySide side) const {
  if (!legs_[side]->skin) throw std::logic_error("CalfSurface: the tissue is not solved");
  return *legs_[side]->skin;
}

void CalfSurface::use_tissue(const Sided<std::shared_ptr<const LegFields>>& fields,
                             const Sided<CompartmentPattern>& patterns) {
  for (const BodySide side : kBodySides) use_tissue(side, *fields[side], patterns[side]);
}

CompartmentPattern CalfSurface::pattern(BodySide side, const std::vector<CalfDose>& doses) const {
  return dose_pattern(legs_[side]->outline, legs_[side]->muscles, doses);
}

bool CalfSurface::solved() const {
  return legs_.left->skin && legs_.right->skin;
}

void CalfSurface::deform(const Sided<LegDrive>& drives, std::span<glm::vec3> points_mm,
                         std::span<glm::vec3> normals) const {
  if (points_mm.size() != rest_.size() || normals.size() != rest_.size())
    throw InputError("mesh.points: the output has a different count");
  if (solved()) {
    for (const BodySide side : kBodySides) legs_[side]->skin->apply(drives[side], points_mm, normals);
    return;
  }
  deform({drives.left.loss, drives.right.loss}, points_mm);
  if (std::equal(rest_.begin(), rest_.end(), points_mm.begin())) {
    std::copy(rest_normals_.begin(), rest_normals_.end(), normals.begin());
  } else {
    vertex_normals(points_mm, triangles_, normals);
  }
}

void CalfSurface::deform(const Sided<LegDrive>& drives, std::span<glm::vec3> points_mm,
                         std::span<glm::vec3> normals, Sided<HeldWeights>& held,
                         std::vector<glm::uvec2>& changed) const {
  changed.clear();
  if (!solved()) {
    deform(drives, points_mm, normals);
    changed.emplace_back(0U, static_cast<std::uint32_t>(points_mm.size()));
    return;
  }
  if (points_mm.size() != rest_.size() || normals.size() != rest_.size())
    throw InputError("mesh.points: the output has a different count");
  for (const BodySide side : kBodySides)
    legs_[side]->skin->apply(drives[side], points_mm, normals, held[side], changed);
  join_runs(changed);
}

void CalfSurface::deform(const Sided<LegLoss>& loss, std::span<glm::vec3> out_mm) const {
  if (out_mm.size() != rest_.size()) throw InputError("mesh.points: the output has a different count");
  std::copy(rest_.begin(), rest_.end(), out_mm.begin());
  for (const BodySide side : kBodySides) {
    if (solved()) {
      legs_[side]->skin->skin.apply(whole_values({loss[side], {}}), out_mm);
    } else {
      legs_[side]->field.apply(in_range(loss[side]), out_mm);
    }
  }
}

const LegTape& CalfSurface::tape(BodySide side) const {
  return legs_[side]->tape;
}

LegResponse CalfSurface::response(BodySide side) const {
  const Leg& leg = *legs_[side];
  LegResponse out = fit_leg_response(*this, side);
  out.max_girth_cm = leg.week0.girth_mm / 10.0;
  out.medial_ml = leg.muscles.volume_ml(CalfMuscle::medial);
  out.lateral_ml = leg.muscles.volume_ml(CalfMuscle::lateral);
  out.soleus_ml = leg.muscles.volume_ml(CalfMuscle::soleus);
  return out;
}

double CalfSurface::gastrocnemius_mm(BodySide side, const LegLoss& loss) const {
  const Leg& leg = *legs_[side];
  if (leg.skin) return leg.skin->gastrocnemius_mm(loss);
  const LegLoss real = in_range(loss);
  const double t = leg.week0.t;
  const CalfMuscles::Kept kept = leg.muscles.kept_thickness(t, real, leg.field.radius_mm(real));
  const MuscleBundle& head = leg.muscles.bundle(CalfMuscle::medial);
  return head.thickness_mm * head.along(t) * kept[0];
}

// The middle half of its length and width; that half is an assumption.
std::vector<std::size_t> CalfSurface::points_over_medial_head(BodySide side) const {
  const Leg& leg = *legs_[side];
  const MuscleBundle& head = leg.muscles.bundle(CalfMuscle::medial);
  std::vector<std::size_t> out;
  for (std::size_t i = 0; i < rest_.size(); ++i) {
    if (!belongs_to_leg(leg.tape.frame(), rest_[i])) continue;
    const LegPoint at = leg.outline.locate(rest_[i]);
    if (head.along(at.t) > 0.5 &&
        std::abs(angle_between(at.theta, head.centre_at(at.t))) < 0.5 * head.half_width) {
      out.push_back(i);
    }
  }
  return out;
}

double CalfSurface::closed_form_girth_change_mm(BodySide side, const LegLoss& loss, double t) const {
  const Leg& leg = *legs_[side];
  const double area = loss.medial * leg.field.yielded_area_mm2(CalfMuscle::medial, t) +
                      loss.lateral * leg.field.yielded_area_mm2(CalfMuscle::lateral, t) +
                      loss.soleus * leg.field.yielded_area_mm2(CalfMuscle::soleus, t);
  return -area * 2.0 * kPi / leg.tape.girth_mm(rest_, t);
}

// From above the knee joint to the ankle, where nothing is left to yield (arithmetic).
double CalfSurface::yielded_volume_ml(BodySide side, const LegLoss& loss) const {
  const Leg& leg = *legs_[side];
  constexpr int kSteps = 400;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    const double t = -0.1 + 1.1 * (i + 0.5) / kSteps;
    sum += loss.medial * leg.field.yielded_area_mm2(CalfMuscle::medial, t) +
           loss.lateral * leg.field.yielded_area_mm2(CalfMuscle::lateral, t) +
           loss.soleus * leg.field.yielded_area_mm2(CalfMuscle::soleus, t);
  }
  return sum * 1.1 / kSteps * leg.tape.frame().length_mm / 1000.0;
}

}  // namespace simulation
