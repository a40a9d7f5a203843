#include "app/body/workbench.h"

#include "app/body/free_points.h"
#include "app/files/clinical_file.h"
#include "app/files/fillers_file.h"

namespace app {

Workbench::Workbench(const Paths& paths)
    : paths_(paths),
      tissue_(paths.cache.empty() ? paths.cache : paths.cache / "tissue"),
      model_(read_response_model(paths.shared_file("clinical/response.json"))),
      fillers_(read_filler_model(paths.shared_file("clinical/fillers.json"))),
      model_hash_(response_model_hash(paths.shared_file("clinical/response.json"))) {}

std::shared_ptr<const Body> Workbench::body(const simulation::Plan& plan) {
  auto& mesh = meshes_[plan.region];
  if (!mesh) mesh = std::make_shared<const RegionMesh>(RegionMesh::load(paths_, plan.region));
  auto& body = bodies_[plan.region];
  if (!body || body->person() != plan.person) {
    auto fresh = std::make_shared<Body>(mesh, plan.person);
    fresh->solve_from_kept(tissue_);
    body = std::move(fresh);
  }
  return body;
}

std::shared_ptr<const Outcome> Workbench::preview(const simulation::Plan& plan, double until_week) {
  return std::make_shared<const Outcome>(body(plan), model_, fillers_, plan, until_week);
}

std::shared_ptr<const Body> Workbench::solved_body(const simulation::Plan& plan,
                                                   const simulation::Progress& progress) {
  if (!body(plan)->solved()) {
    // Another may be drawing the unsolved body: it stays as it is.
    auto fresh = std::make_shared<Body>(meshes_[plan.region], plan.person);
    fresh->solve(tissue_, progress);
    bodies_[plan.region] = std::move(fresh);
  }
  if (plan.region == simulation::Region::face || !has_free_points(plan)) return body(plan);
  // Points placed by hand thin a muscle where they are: a body of this plan's own.
  auto placed = std::make_shared<Body>(meshes_[plan.region], plan.person);
  placed->solve(tissue_, progress);
  placed->place_doses(calf_doses(plan, *placed, model_));
  return placed;
}

std::shared_ptr<const Outcome> Workbench::outcome(const simulation::Plan& plan,
                                                  const simulation::Progress& progress, double until_week) {
  return std::make_shared<const Outcome>(solved_body(plan, progress), model_, fillers_, plan, until_week);
}

std::vector<simulation::PredictionRow> Workbench::predict(const simulation::Plan& plan,
                                                          const simulation::PredictionOptions& options) {
  const auto on = solved_body(plan, {});
  return simulation::predict(plan, model_, on->response(), options, reach_of(plan, *on, model_));
}

}  // namespace app
