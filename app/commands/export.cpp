#include "app/commands/export.h"

#include <algorithm>
#include <array>

#include "app/base/option_value.h"
#include "app/body/workbench.h"
#include "app/commands/capture_options.h"
#include "app/files/plan_file.h"
#include "render/mesh/assimp_file.h"

namespace app {

void run_export(const ExportArguments& arguments, const Paths& paths) {
  const simulation::Plan plan = read_plan(arguments.plan);
  Moment moment;
  moment.week = shown_week("--week", arguments.week, plan);
  moment.responder = word_value("--responder", arguments.responder, kResponderNames);
  read_pose(arguments.pose, plan, moment);
  constexpr std::array<std::string_view, 4> kFormats = {".glb", ".ply", ".stl", ".obj"};
  const std::string extension = arguments.file.extension().string();
  if (std::find(kFormats.begin(), kFormats.end(), extension) == kFormats.end())
    fail_option("-o",
                arguments.file.string() + " ends in \"" + extension + "\", expected " + list_of(kFormats));
  require_writable_file(arguments.file);
  require_other_file(arguments.file, arguments.plan);

  Workbench workbench(paths);
  const auto outcome = workbench.outcome(plan);
  Surface surface = outcome->surface(moment);
  render::SurfaceMesh mesh;
  mesh.positions_mm = std::move(surface.parts.front().positions_mm);
  mesh.normals = std::move(surface.parts.front().normals);
  const auto& triangles = outcome->body().parts().front().topology->point_triangles;
  mesh.triangles.assign(triangles.begin(), triangles.end());
  render::write_mesh_file(arguments.file, mesh);
}

}  // namespace app
