#pragma once

#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/lazy.h"
#include "app/body/landmarks.h"
#include "app/body/region_mesh.h"
#include "app/body/skin_place.h"
#include "app/body/surface.h"
#include "app/body/tissue_store.h"
#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/calf_surface.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_anatomy.h"
#include "simulation/face/face_motion.h"
#include "simulation/face/line_map.h"
#include "simulation/filler/filler_part.h"
#include "simulation/prediction/prediction.h"
#include "simulation/response/muscle_places.h"
#include "simulation/response/muscle_sheet.h"

namespace app {

/// One drawn part of a person's region.
struct BodyPart {
  std::string name;      // `skin`, `eyes`, ...
  std::string material;  // name only
  const render::Topology* topology = nullptr;
  std::vector<glm::vec3> rest_mm;  // week 0, relaxed
  std::vector<glm::vec3> rest_normals;
};

/// A region of one person, ready to be moved to any state. Nothing in it depends on a plan's sessions.
class Body {
 public:
  /// Throws AssetError for a broken asset, InputError when the person's measures cannot be reached. A calf
  /// moves by its closed form until solve() has been called.
  Body(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person);

  /// Takes the tissue of the legs from the store, or solves it: seconds, once per person. Nothing for a face.
  void solve(const TissueStore& store, const simulation::Progress& progress = {});
  /// The same if the store holds it; false otherwise.
  bool solve_from_kept(const TissueStore& store);
  /// Puts the loss where the product went: `doses` of each side. Nothing unless solved.
  void place_doses(const simulation::Sided<std::vector<simulation::CalfDose>>& doses);
  /// False for a calf that still moves by its closed form.
  bool solved() const { return !calf_ || calf_->solved(); }

  simulation::Region region() const { return mesh_->region(); }
  const simulation::Person& person() const { return person_; }
  const RegionMesh& mesh() const { return *mesh_; }
  /// The skin comes first.
  const std::vector<BodyPart>& parts() const { return parts_; }
  /// Landmarks of the mesh by name; of the calf before its girth is fitted.
  const Landmarks& landmarks() const { return landmarks_; }
  /// Those of a face that its muscles are placed by; a face only.
  const simulation::FaceLandmarks& face_landmarks() const { return face_marks_; }

  /// The body in a state, held as the moment says (its week and responder do not matter). Pure: the same
  /// arguments give the same bytes. A part that does not move keeps the bytes of its rest shape.
  Surface surface(const simulation::TreatmentState& state, const Moment& held) const;
  /// The same into a surface that is empty or was made by this body before; much is kept when little moves.
  void surface(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const;
  /// Lines of expression on the skin; none on a calf.
  const simulation::LineMap* lines() const { return lines_ ? &*lines_ : nullptr; }
  /// Muscles, tendons and bones under `surface`, which is surface() of the same state and moment.
  std::vector<simulation::AnatomyMesh> anatomy(const simulation::TreatmentState& state, const Moment& held,
                                               const Surface& surface) const;
  /// Muscles that a needle reaches from a point of the rest skin, nearest first.
  std::vector<simulation::MusclePlace> muscle_places(const glm::dvec3& skin_mm,
                                                     const simulation::ResponseModel& model) const;
  /// Sheets of the muscles of a face; none for a calf.
  std::vector<simulation::MuscleSheet> muscle_sheets(const simulation::ResponseModel& model) const;
  /// The skin over a place of a muscle's sheet: the inverse. Empty where there is none.
  std::optional<SkinPlace> skin_over(simulation::Muscle muscle, simulation::BodySide side,
                                     const glm::dvec2& sheet, const simulation::ResponseModel& model) const;
  /// Unit direction of the fibres of a muscle's sheet.
  glm::dvec3 sheet_along(simulation::Muscle muscle, simulation::BodySide side,
                         const simulation::ResponseModel& model) const;
  /// Tape of one leg, for skin points of surface(); a calf only (std::logic_error for a face).
  const simulation::LegTape& tape(simulation::BodySide side) const;
  /// Thickness of the medial gastrocnemius as ultrasound would read it, mm; a calf only.
  double gastrocnemius_mm(simulation::BodySide side, const simulation::TreatmentState& state) const;
  /// What `predict` needs to know about this body; of a calf it is measured at the first call.
  const simulation::RegionResponse& response() const;
  /// Works out what waits until something shows it, so that nobody has to wait for it then.
  void work_out() const;

 private:
  const simulation::CalfSurface& calf() const;
  const simulation::FaceAnatomy& face_anatomy() const;
  simulation::Sided<simulation::LegFrame> leg_frames() const;
  void fit_calf();
  void use_tissue(const SolvedLegs& legs);
  void move_by_tissue(const simulation::Sided<simulation::CompartmentPattern>& patterns);
  void shut_mouth();
  void prepare_face();
  void prepare_filler();
  std::vector<simulation::FaceMotion::Target> filler_targets(std::size_t part) const;
  void start_from_rest(Surface& out) const;
  void move_calf(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const;
  void move_face(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const;

  std::shared_ptr<const RegionMesh> mesh_;
  simulation::Person person_;
  std::vector<BodyPart> parts_;
  Landmarks landmarks_;
  simulation::FaceLandmarks face_marks_;
  std::optional<simulation::CalfSurface> calf_;
  SolvedLegs legs_;
  std::optional<simulation::FootPose> feet_;
  std::vector<simulation::FaceMotion> face_;    // one per part
  Lazy<simulation::FaceAnatomy> face_anatomy_;  // few views show it
  std::optional<simulation::FillerField> filler_;
  simulation::FillerSizes most_filler_;  // of its places, with all a plan may hold
  std::optional<simulation::LineMap> lines_;
  simulation::FaceResponse face_response_;
  Lazy<simulation::RegionResponse> response_;
  /// Marks surfaces that hold this shape, moved or not. Kept alive by them: its address is nobody else's.
  std::shared_ptr<const int> shape_mark_ = std::make_shared<const int>(0);
};

}  // namespace app
