#include "app/body/workbench.h"

#include "app/body/free_points.h"
#include "app/files/clinical_file.h"
#include "app/files/fillers_file.h"

namespace app {

Workbench::Workbench(const Paths& paths)
    : paths_(paths),
      store_(paths.cache.empty() ? paths.cache : paths.cache / "tissue", paths.cache_use),
      model_(read_response_model(paths.shared_file("clinical/response.json"))),
      fillers_(read_filler_model(paths.shared_file("clinical/fillers.json"))),
      model_hash_(response_model_hash(paths.shared_file("clinical/response.json"))) {}

std::shared_ptr<const RegionMesh> Workbench::mesh(simulation::Region region) {
  auto& mesh = meshes_[region];
  if (!mesh) mesh = std::make_shared<const RegionMesh>(RegionMesh::load(paths_, region));
  return mesh;
}

std::shared_ptr<const Body> Workbench::body(const simulation::Plan& plan) {
  auto& body = bodies_[plan.region];
  if (!body || body->person() != plan.person) {
    auto fresh = Body::kept(mesh(plan.region), plan.person, store_);
    if (!fresh) {
      fresh = std::make_shared<Body>(mesh(plan.region), plan.person);
      if (fresh->solve_from_kept(store_)) fresh->keep(store_);
    }
    body = std::move(fresh);
  }
  return body;
}

bool Workbench::keeps(const simulation::Plan& plan) {
  bodies_.erase(plan.region);  // the last one waits until what it writes is there
  return Body::kept(mesh(plan.region), plan.person, store_) != nullptr;
}

std::shared_ptr<const Outcome> Workbench::preview(const simulation::Plan& plan, double until_week) {
  return std::make_shared<const Outcome>(body(plan), model_, fillers_, plan, until_week);
}

std::shared_ptr<const Body> Workbench::solved_body(const simulation::Plan& plan,
                                                   const simulation::Progress& progress) {
  if (!body(plan)->solved()) {
    // Another may be drawing the unsolved body: it stays as it is.
    auto fresh = std::make_shared<Body>(meshes_[plan.region], plan.person);
    fresh->solve(store_, progress);
    fresh->keep(store_);
    bodies_[plan.region] = std::move(fresh);
  }
  if (plan.region == simulation::Region::face || !has_free_points(plan)) return body(plan);
  // Points placed by hand thin a muscle where they are: a body of this plan's own.
  const auto even = body(plan);
  return even->with_doses(calf_doses(plan, *even, model_));
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
