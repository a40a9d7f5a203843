#pragma once

#include <map>
#include <memory>
#include <string>

#include "app/body/outcome.h"
#include "app/files/paths.h"

namespace app {

/// Loads what outcomes need once and keeps it: the response model and each region's mesh, and the last body
/// per region. A body is made again only when the person changes. Use from one thread.
class Workbench {
 public:
  /// Reads the response model and the figures of fillers. Throws AssetError.
  explicit Workbench(const Paths& paths);

  /// The plan on its body, the tissue solved: seconds for a calf of a person not seen before, whose share
  /// done goes to `progress`; what that throws comes through. Followed at least to `until_week`. Throws
  /// AssetError for a missing mesh, InputError for a plan the body or the model cannot follow.
  std::shared_ptr<const Outcome> outcome(const simulation::Plan& plan,
                                         const simulation::Progress& progress = {}, double until_week = 0.0);
  /// Outcome::predict() of outcome(), without what only scrubbing needs.
  std::vector<simulation::PredictionRow> predict(const simulation::Plan& plan,
                                                 const simulation::PredictionOptions& options);
  /// outcome() at once, on a body that may not be solved yet (Body::solved()).
  std::shared_ptr<const Outcome> preview(const simulation::Plan& plan, double until_week = 0.0);
  /// Whether the body of the plan's person is kept for the next start.
  bool keeps(const simulation::Plan& plan);
  /// The body of the plan's person, solved or not.
  std::shared_ptr<const Body> body(const simulation::Plan& plan);

  const simulation::ResponseModel& model() const { return model_; }
  const simulation::FillerModel& fillers() const { return fillers_; }
  /// SHA-256 of the response model's file.
  const std::string& model_hash() const { return model_hash_; }

 private:
  std::shared_ptr<const RegionMesh> mesh(simulation::Region region);
  std::shared_ptr<const Body> solved_body(const simulation::Plan& plan, const simulation::Progress& progress);

  Paths paths_;
  BodyStore store_;
  simulation::ResponseModel model_;
  simulation::FillerModel fillers_;
  std::string model_hash_;
  std::map<simulation::Region, std::shared_ptr<const RegionMesh>> meshes_;
  std::map<simulation::Region, std::shared_ptr<Body>> bodies_;
};

}  // namespace app
