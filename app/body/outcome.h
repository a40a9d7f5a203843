#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/body/body.h"
#include "app/body/surface.h"
#include "simulation/filler/filler_model.h"
#include "simulation/plan/plan.h"
#include "simulation/prediction/course.h"
#include "simulation/response/model.h"

namespace app {

/// On which side a side effect of one side is drawn.
inline constexpr simulation::BodySide kShownSide = simulation::BodySide::left;

/// A plan on a body. What a view needs is worked out when it is first asked for and kept; work_out() does it
/// all. Const calls are pure and may run on several threads.
class Outcome {
 public:
  /// The body must belong to the plan's region and person (std::invalid_argument otherwise). A plan that ends
  /// before `until_week` is followed until then: a second one beside it lasts longer.
  Outcome(std::shared_ptr<const Body> body, const simulation::ResponseModel& model,
          const simulation::FillerModel& fillers, const simulation::Plan& plan, double until_week = 0.0);

  const Body& body() const { return *body_; }
  const std::shared_ptr<const Body>& shared_body() const { return body_; }
  const simulation::Plan& plan() const { return plan_; }
  const simulation::ResponseModel& model() const { return model_; }
  /// Range of every quantity over the population, on this body; of the toxin alone.
  std::vector<simulation::PredictionRow> predict(const simulation::PredictionOptions& options) const;
  double last_week() const { return last_week_; }
  /// Works out all weeks and all that views of the body need, so that scrubbing does not wait for it.
  void work_out() const;

  /// What the moment's treatments have done, whatever side effect is shown. A filler shows from just after
  /// its week.
  simulation::TreatmentState state(const Moment& moment) const;
  /// What is drawn: state(), and after it the moment's side effect, of one side that of kShownSide.
  simulation::TreatmentState shown_state(const Moment& moment) const;
  /// Of one of the plan's fillers, mL that are left; empty until it has been placed.
  std::optional<double> filler_left_ml(std::size_t filler, const Moment& moment) const;
  /// True when nothing has happened to the body at that moment: it is the untreated body, bit for bit.
  bool untreated(const Moment& moment) const;
  Surface surface(const Moment& moment) const;
  /// The same into a surface that is empty or came from this outcome's body: for scrubbing.
  void surface(const Moment& moment, Surface& surface) const;
  /// The untreated body held in the same way: expression, pose, effort; without any side effect.
  Surface baseline(const Moment& moment) const;
  /// Movement of every skin point against the baseline, along the baseline's normal, mm, outward positive; by
  /// the plan alone.
  std::vector<float> skin_change_mm(const Moment& moment) const;

 private:
  std::shared_ptr<const Body> body_;
  simulation::Plan plan_;
  double last_week_;
  simulation::ResponseModel model_;
  simulation::FillerModel fillers_;
  simulation::DoseReach reach_;
  simulation::OutcomeCourse course_;
};

/// SHA-256 over positions and normals of all parts.
std::string surface_hash(const Surface& surface);

}  // namespace app
