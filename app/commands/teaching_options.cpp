#include "app/commands/teaching_options.h"

#include <string>
#include <string_view>
#include <vector>

#include "app/base/option_value.h"
#include "app/marks/structure_pick.h"
#include "app/studio/side_effect.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

simulation::Structure structure_value(std::string_view option, std::string_view text,
                                      simulation::Region region, render::Layer layer) {
  const StructureSet drawn = structures_of(region, layer);
  std::vector<std::string_view> names;
  for (const simulation::AtlasRow& row : simulation::atlas()) {
    if (!row.structure || !has(drawn, *row.structure)) continue;
    if (row.key == text) return *row.structure;
    names.push_back(row.key);
  }
  fail_option(option, "\"" + std::string(text) + "\" is not drawn here, expected " + list_of(names));
}

}  // namespace

void read_state(const CaptureArguments& a, const simulation::Plan& plan, Pane& pane) {
  if (!a.state) return;
  const auto shown = word_value("--state", *a.state, kStateNames);
  pane.moment.side_effect = shown;
  if (!shown) return;
  const std::string name = *a.state;
  if (!can_show(*shown, plan)) {
    const simulation::Region region = region_of(*shown).value_or(plan.region);
    const std::string expected(name_of(kRegionNames, region));
    fail_option("--state", region != plan.region
                               ? name + " is of a " + expected + ", expected with a " + expected + " plan"
                               : name + " lies where needles went in, expected a plan with a session");
  }
  if (a.tape) fail_option("--tape", "reads the plan alone, expected without --state");
  if (!is_seen_in(pane.layer, *shown))
    fail_option("--state", name + " lies on the skin, expected with --layer skin");
  const Moment held = held_to_show(*shown, pane.moment);
  if (a.pose.expression && held.expression != pane.moment.expression)
    fail_option("--expression", *a.pose.expression + " does not show " + name + ", expected " +
                                    std::string(name_of(kExpressionNames, held.expression)));
  if (a.pose.pose && held.pose != pane.moment.pose)
    fail_option("--pose", *a.pose.pose + " does not show " + name + ", expected " +
                              std::string(name_of(kPoseNames, held.pose)));
  pane.moment = held;
}

StructureSet read_hidden(const CaptureArguments& a, const simulation::Plan& plan, render::Layer layer) {
  if (!a.isolate && !a.hide) return {};
  const char* const option = a.isolate ? "--isolate" : "--hide";
  if (a.isolate && a.hide) fail_option("--hide", "and --isolate are both given, expected one of them");
  if (!shows_anatomy(layer))
    fail_option(option, "is for muscles and bones, expected with --layer muscle, xray or fat");
  if (a.isolate) return all_but(structure_value(option, *a.isolate, plan.region, layer));
  StructureSet hidden;
  for (const std::string& name : list_value(option, *a.hide))
    hidden.set(static_cast<std::size_t>(structure_value(option, name, plan.region, layer)));
  if ((structures_of(plan.region, layer) & ~hidden).none())
    fail_option(option, "leaves nothing to show, expected fewer structures");
  return hidden;
}

}  // namespace app
