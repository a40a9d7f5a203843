#include "app/body/landmarks.h"

namespace app {
namespace {

simulation::Sided<glm::dvec3> pair_of(const Landmarks& landmarks, const std::string& name) {
  return {landmarks.at("l-" + name), landmarks.at("r-" + name)};
}

}  // namespace

simulation::LegLandmarks leg_landmarks(const Landmarks& landmarks, const std::string& side) {
  return {landmarks.at(side + "-knee"), landmarks.at(side + "-ankle")};
}

simulation::FootLandmarks foot_landmarks(const Landmarks& landmarks, const std::string& side) {
  return {landmarks.at(side + "-toe-1-1"), landmarks.at(side + "-toe-5-1")};
}

simulation::FaceLandmarks face_landmarks_of(const Landmarks& landmarks) {
  simulation::FaceLandmarks face;
  face.eye = pair_of(landmarks, "eye");
  face.brow_medial = pair_of(landmarks, "brow-medial");
  face.brow_middle = pair_of(landmarks, "brow-middle");
  face.brow_lateral = pair_of(landmarks, "brow-lateral");
  face.cheek_upper = pair_of(landmarks, "cheek-upper");
  face.mouth_corner = pair_of(landmarks, "mouth-corner");
  face.nose_base = landmarks.at("nose-base");
  face.jaw = landmarks.at("jaw");
  return face;
}

simulation::FillerLandmarks filler_landmarks(const Landmarks& landmarks,
                                             const simulation::FaceLandmarks& marks) {
  simulation::FillerLandmarks face;
  face.eye = marks.eye;
  face.nose_wing = pair_of(landmarks, "nose-wing");
  face.cheek_fold = pair_of(landmarks, "cheek-fold");
  face.cheek_upper = marks.cheek_upper;
  face.mouth_corner = marks.mouth_corner;
  for (const simulation::BodySide side : simulation::kBodySides)
    face.brow_head[side] = simulation::brow_of(marks, side).head;
  face.lip_upper = landmarks.at("lip-upper-middle");
  face.lip_lower = landmarks.at("lip-lower-middle");
  return face;
}

}  // namespace app
