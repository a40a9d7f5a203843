#pragma once

#include <future>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/base/lazy.h"
#include "app/body/body_store.h"
#include "app/body/landmarks.h"
#include "app/body/region_mesh.h"
#include "app/body/skin_place.h"
#include "app/body/surface.h"
#include "simulation/anatomy/anatomy_mesh.h"
#include "simulation/calf/calf_surface.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_anatomy.h"
#include "simulation/face/face_motion.h"
#include "simulation/face/line_map.h"
#include "simulation/face/skin_folds.h"
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

  /// The body of a person whom the store knows, solved: the very bytes of one made anew, of which most stay
  /// in the file. Null when the store has none. Throws AssetError for a broken asset.
  static std::shared_ptr<Body> kept(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person,
                                    const BodyStore& store);

  /// Takes the tissue of the legs from the store, or solves it: seconds, once per person. Nothing for a face.
  void solve(const BodyStore& store, const simulation::Progress& progress = {});
  /// The same if the store holds it; false otherwise.
  bool solve_from_kept(const BodyStore& store);
  /// Keeps a solved body in the store, on a thread of its own that the destructor waits for.
  void keep(const BodyStore& store);
  /// This body with the loss where the product went: `doses` of each side. Itself unless it is a solved calf.
  std::shared_ptr<Body> with_doses(const simulation::Sided<std::vector<simulation::CalfDose>>& doses) const;
  /// False for a calf that still moves by its closed form.
  bool solved() const { return !is_calf() || skins_; }

  simulation::Region region() const { return mesh_->region(); }
  const simulation::Person& person() const { return person_; }
  const RegionMesh& mesh() const { return *mesh_; }
  /// What it shows is worked out: files it lies in give their memory back until they are read again.
  void release_files() const;
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
  /// The fat between skin and muscles, a sheet per leg; none for a face, of which the model has none.
  std::vector<simulation::AnatomyMesh> fat(const simulation::TreatmentState& state, const Moment& held) const;
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
  struct Unmade {};
  /// Parts without a shape.
  Body(std::shared_ptr<const RegionMesh> mesh, const simulation::Person& person, Unmade);
  /// All that takes long to work out, in the order in which it is kept.
  template <typename Self, typename Visit>
  static void visit_kept(Self& self, Visit& visit) {
    for (auto& part : self.parts_) visit(part.rest_mm, part.rest_normals);
    visit(self.tapes_, self.skins_, self.feet_, self.face_, self.fillers_, self.lines_, self.face_response_,
          self.folds_);
  }
  bool fits_mesh() const;

  bool is_calf() const { return region() == simulation::Region::calf; }
  /// The legs as their measures made them; of a kept body made at the first call, which few views need.
  const simulation::CalfSurface& calf() const;
  std::vector<glm::vec3> shaped_skin() const;
  simulation::CalfSurface make_calf(std::span<const glm::vec3> skin_mm) const;
  const SolvedLegs& legs() const;
  simulation::RegionResponse measured_response() const;
  const simulation::FaceAnatomy& face_anatomy() const;
  simulation::Sided<simulation::LegFrame> leg_frames() const;
  void fit_calf();
  void move_by_tissue(const simulation::Sided<simulation::CompartmentPattern>& patterns);
  void shut_mouth();
  void prepare_face();
  std::vector<simulation::FaceMotion::Target> filler_targets(const simulation::FillerField& filler,
                                                             std::size_t part) const;
  void start_from_rest(Surface& out) const;
  void hold(std::vector<simulation::AnatomyMesh>& meshes, const Moment& held) const;
  float lower_by_mm(const Moment& held) const;
  void move_calf(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const;
  void move_face(const simulation::TreatmentState& state, const Moment& held, Surface& surface) const;

  std::shared_ptr<const RegionMesh> mesh_;
  simulation::Person person_;
  std::vector<BodyPart> parts_;
  Landmarks landmarks_;
  simulation::FaceLandmarks face_marks_;
  Lazy<simulation::CalfSurface> calf_;
  simulation::Sided<simulation::LegTape> tapes_;                 // of a calf
  std::optional<simulation::Sided<simulation::LegSkin>> skins_;  // of a calf, once solved
  Lazy<SolvedLegs> legs_;
  simulation::FootPose feet_;
  std::vector<simulation::FaceMotion> face_;    // one per part
  std::vector<simulation::SkinFolds> folds_;    // of the skin and of hair on it; one per part
  Lazy<simulation::FaceAnatomy> face_anatomy_;  // few views show it
  simulation::FillerVolumes fillers_;
  std::optional<simulation::LineMap> lines_;
  simulation::FaceResponse face_response_;
  Lazy<simulation::RegionResponse> response_;
  /// Marks surfaces that hold this shape, moved or not. Kept alive by them: its address is nobody else's.
  std::shared_ptr<const int> shape_mark_ = std::make_shared<const int>(0);
  std::optional<BodyStore> store_;  // that knows it, whose key is key_
  std::string key_;
  std::shared_ptr<const MappedBytes> file_;  // that it was read from; null: none
  std::future<void> keeping_;                // last: ends before what it reads goes
};

}  // namespace app
