#pragma once

#include <functional>
#include <glm/vec3.hpp>
#include <memory>
#include <span>
#include <vector>

#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/dose_pattern.h"
#include "simulation/calf/leg_drive.h"
#include "simulation/calf/leg_response.h"
#include "simulation/calf/leg_skin.h"
#include "simulation/measure/held_weights.h"
#include "simulation/measure/leg_tape.h"
#include "simulation/plan/plan.h"
#include "simulation/progress.h"

namespace simulation {

struct LegFields;  // its header brings the tissue's algebra, which few need

/// Cell of a leg's lattice: an assumption between seconds of work and the thickness of a muscle.
inline constexpr double kLatticeMm = 8.0;

/// Both legs of one person: fitted to the measures once, then moved to any state of the muscles without a
/// solve. Left and right are worked out apart; a mirrored mesh and person give a mirrored result.
///
/// Until use_tissue() is called, skin and anatomy follow the closed form of LossField: at once, radial only,
/// within 7 % or 0.4 mm of girth, and blind to contraction.
class CalfSurface {
 public:
  /// `points_mm` and `triangles` are the skin of both legs (Y up, facing +Z, left at +X), closed round the
  /// shank. The largest tape girth of each side becomes the person's max_girth_cm within 0.005 cm.
  /// Throws InputError when landmarks or mesh do not form legs, or a measure cannot be reached.
  CalfSurface(std::span<const glm::vec3> points_mm, std::span<const glm::uvec3> triangles,
              const Sided<LegLandmarks>& landmarks, const Person& person);
  ~CalfSurface();
  CalfSurface(CalfSurface&&) noexcept;
  CalfSurface& operator=(CalfSurface&&) noexcept;

  /// The fitted legs at week 0, in the order of the points given.
  std::span<const glm::vec3> rest_mm() const;
  std::span<const glm::vec3> rest_normals() const;

  /// Solves the tissue of one leg: seconds. Both sides may be solved at once from two threads. See
  /// prepare_leg_fields() for errors.
  LegFields prepare(BodySide side, const Progress& progress = {}, double cell_mm = kLatticeMm) const;
  /// From now on the legs move as their tissue does. `patterns`: where in each muscle the loss is.
  void use_tissue(const Sided<std::shared_ptr<const LegFields>>& fields,
                  const Sided<CompartmentPattern>& patterns = {even_pattern(), even_pattern()});
  /// The same of one side; both sides may be taken at once from two threads, while nothing else is asked.
  void use_tissue(BodySide side, const LegFields& fields, const CompartmentPattern& pattern);
  /// use_tissue() with the skin() that it made before of the same person, fields and pattern. `fields` is
  /// asked for them when anatomy is first wanted, from the thread that wants it; it never gives null.
  void use_skin(BodySide side, LegSkin skin, std::function<std::shared_ptr<const LegFields>()> fields,
                const CompartmentPattern& pattern);
  /// How the skin moves; std::logic_error unless solved().
  const LegSkin& skin(BodySide side) const;
  bool solved() const;
  /// Where the loss of a side is when its muscles get these doses.
  CompartmentPattern pattern(BodySide side, const std::vector<CalfDose>& doses) const;

  /// Skin and unit normals at a drive. Both spans have one entry per point and hold the rest shape or an
  /// earlier output: only points that can move are written.
  void deform(const Sided<LegDrive>& drives, std::span<glm::vec3> points_mm,
              std::span<glm::vec3> normals) const;
  /// The same where `held` (empty for the rest shape) says what the last call of this kind left there: only
  /// what differs is written. `changed` becomes the runs of points (first, one past the last, ascending) that
  /// hold all that was written.
  void deform(const Sided<LegDrive>& drives, std::span<glm::vec3> points_mm, std::span<glm::vec3> normals,
              Sided<HeldWeights>& held, std::vector<glm::uvec2>& changed) const;
  /// Skin at a loss, relaxed (0 to 0.4 for the heads, -0.2 to 0.1 for the soleus; values outside are clamped
  /// to -0.3 and 0.4). `out_mm` has one entry per point. No loss gives the bytes of rest_mm(); a leg without
  /// loss keeps its bytes whatever the other does.
  void deform(const Sided<LegLoss>& loss, std::span<glm::vec3> out_mm) const;

  /// Tape of a side; use it with rest_mm() or the output of deform().
  const LegTape& tape(BodySide side) const;
  /// Quadratics fitted to measured states of this surface.
  LegResponse response(BodySide side) const;
  /// Thickness of the medial head at the week-0 level of largest girth, mm, as ultrasound would read it.
  double gastrocnemius_mm(BodySide side, const LegLoss& loss) const;
  /// Closed-form change of girth at t, mm: -sum(loss * area) / (week-0 girth / 2 pi).
  double closed_form_girth_change_mm(BodySide side, const LegLoss& loss, double t) const;
  /// Volume that the leg loses by the model, mL.
  double yielded_volume_ml(BodySide side, const LegLoss& loss) const;

  /// Points of the skin that lie over the middle of the medial head (half of its width and length).
  std::vector<std::size_t> points_over_medial_head(BodySide side) const;

  /// Muscles, tendon and bones of both legs under the skin of deform(drives).
  std::vector<AnatomyMesh> anatomy(const Sided<LegDrive>& drives) const;
  /// The fat over them, a sheet per leg that is cut open over the inner head; see fat_mesh().
  std::vector<AnatomyMesh> fat(const Sided<LegDrive>& drives) const;

 private:
  struct Leg;
  std::vector<glm::vec3> rest_;
  std::vector<glm::vec3> rest_normals_;
  std::vector<glm::uvec3> triangles_;
  Sided<std::unique_ptr<Leg>> legs_;
};

}  // namespace simulation
