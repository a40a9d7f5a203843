#include "app/window/view/curves.h"

#include <algorithm>
#include <map>
#include <string>

#include "app/base/names.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/calf/leg_response.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Muscle;
using simulation::Responder;

void calf_readings(const Outcome& outcome, const simulation::TreatmentState& state,
                   std::vector<Reading>& readings) {
  for (const BodySide side : simulation::kBodySides) {
    const std::string start = side == BodySide::left ? "calf.left." : "calf.right.";
    const simulation::LegResponse& leg = outcome.body().response().calf[side];
    const simulation::LegLoss loss = simulation::leg_loss(state, side);
    const double medial_share = leg.medial_ml / (leg.medial_ml + leg.lateral_ml);
    const auto both = [&](double medial, double lateral) {
      return medial_share * medial + (1.0 - medial_share) * lateral;
    };
    const double girth = evaluate(leg.girth_cm, loss);
    const auto block = [&](Muscle muscle) { return state.muscles.at(muscle, side).block; };
    readings.push_back({start + "max_girth", leg.max_girth_cm, leg.max_girth_cm + girth});
    readings.push_back({start + "max_girth_change", 0.0, girth});
    readings.push_back(
        {start + "gastrocnemius.volume_change", 0.0, -100.0 * both(loss.medial, loss.lateral)});
    readings.push_back({start + "gastrocnemius.thickness_change", 0.0,
                        100.0 * evaluate(leg.thickness_mm, loss) / leg.thickness_week0_mm});
    readings.push_back({start + "gastrocnemius.block", 0.0,
                        both(block(Muscle::gastrocnemius_medial), block(Muscle::gastrocnemius_lateral))});
    readings.push_back({start + "bulge_change", 0.0, evaluate(leg.bulge_mm, loss)});
  }
}

/// A low responder keeps more of the line than nine in ten, a high one less.
double of_responder(const CurvePoint& p, Responder responder) {
  if (responder == Responder::typical) return p.middle;
  return responder == Responder::low ? p.high : p.low;
}

/// As predict tells it: a flat muscle loses volume through its thickness; a group is the mean of its columns.
void thickness_readings(const simulation::TreatmentState& state, std::vector<Reading>& readings) {
  for (const BodySide side : simulation::kBodySides) {
    const auto loss = [&](Muscle muscle) { return 1.0 - state.muscles.at(muscle, side).volume; };
    const std::string end = side == BodySide::left ? ".left.thickness_change" : ".right.thickness_change";
    for (const auto& [muscle, name] : muscle_names()) {
      if (simulation::region_of(muscle) != simulation::Region::face) continue;
      const auto columns = simulation::columns_of(muscle);
      double lost = 0.0;
      for (const Muscle column : columns) lost += loss(column);
      readings.push_back(
          {"face." + std::string(name) + end, 0.0, -100.0 * lost / static_cast<double>(columns.size())});
    }
  }
}

void face_readings(const simulation::TreatmentState& state, const Moment& moment,
                   const std::vector<Curve>& curves, std::vector<Reading>& readings) {
  const simulation::LineState& left = state.crows_feet.left;
  const simulation::LineState& right = state.crows_feet.right;
  const std::pair<std::string, simulation::LineState> lines[] = {
      {"face.glabella.", state.glabella},
      {"face.forehead.", state.forehead},
      {"face.crows_feet.",
       {std::max(left.rest_relief, right.rest_relief), std::max(left.effort_relief, right.effort_relief)}}};
  for (const auto& [start, line] : lines) {
    readings.push_back({start + "relief_effort_change", 0.0, 100.0 * (line.effort_relief - 1.0)});
    readings.push_back({start + "relief_rest_change", 0.0, 100.0 * (line.rest_relief - 1.0)});
  }
  thickness_readings(state, readings);
  for (const Curve& curve : curves)
    if (curve.unit == "grade")
      readings.push_back(
          {curve.quantity, at(curve, 0.0).middle, of_responder(at(curve, moment.week), moment.responder)});
}

}  // namespace

std::vector<Curve> curves_of(const std::vector<simulation::PredictionRow>& rows) {
  std::vector<Curve> curves;
  std::map<std::string, std::size_t> index;
  for (const simulation::PredictionRow& row : rows) {
    const auto [found, added] = index.emplace(row.quantity, curves.size());
    if (added) curves.push_back({row.quantity, row.unit, {}});
    curves[found->second].points.push_back(
        {row.week, row.p10.value_or(row.mean), row.p50.value_or(row.mean), row.p90.value_or(row.mean)});
  }
  return curves;
}

std::vector<Reading> readings_of(const Outcome& outcome, const Moment& moment,
                                 const std::vector<Curve>& curves) {
  const simulation::TreatmentState state = outcome.state(moment);
  std::vector<Reading> readings;
  if (outcome.plan().region == simulation::Region::calf)
    calf_readings(outcome, state, readings);
  else
    face_readings(state, moment, curves, readings);
  return readings;
}

}  // namespace app
