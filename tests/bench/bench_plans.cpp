#include "tests/bench/bench_plans.h"

#include "app/body/workbench.h"
#include "app/files/clinical_file.h"
#include "app/files/paths.h"
#include "app/files/plan_file.h"

namespace bench {

simulation::Plan example_plan(const char* file_name) {
  return app::read_plan(app::find_paths().shared_file(std::string("plans/") + file_name));
}

simulation::ResponseModel response_model() {
  return app::read_response_model(app::find_paths().shared_file("clinical/response.json"));
}

std::shared_ptr<const app::Outcome> example_outcome(const char* file_name) {
  app::Workbench workbench(app::find_paths());
  return workbench.outcome(example_plan(file_name));
}

}  // namespace bench
