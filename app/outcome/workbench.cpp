#include "app/outcome/workbench.h"

#include "app/files/clinical_file.h"
#include "app/files/hash.h"

namespace app {

Workbench::Workbench(const Paths& paths)
    : paths_(paths),
      model_(read_response_model(paths.shared_file("clinical/response.json"))),
      model_hash_(sha256_of_file(paths.shared_file("clinical/response.json"))) {}

std::shared_ptr<const Body> Workbench::body(const simulation::Plan& plan) {
  auto& mesh = meshes_[plan.region];
  if (!mesh) mesh = std::make_shared<const RegionMesh>(RegionMesh::load(paths_, plan.region));
  auto& body = bodies_[plan.region];
  if (!body || body->person() != plan.person) body = std::make_shared<const Body>(mesh, plan.person);
  return body;
}

std::shared_ptr<const Outcome> Workbench::outcome(const simulation::Plan& plan) {
  return std::make_shared<const Outcome>(body(plan), model_, plan);
}

}  // namespace app
