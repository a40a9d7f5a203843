#include <Eigen/Dense>
#include <glm/geometric.hpp>
#include <vector>

#include "simulation/calf/leg.h"

namespace simulation {
namespace {

using Basis = Eigen::Matrix<double, 1, 9>;

Basis basis(const LegLoss& x) {
  Basis b;
  b << x.medial, x.lateral, x.soleus, x.medial * x.medial, x.lateral * x.lateral, x.soleus * x.soleus,
      x.medial * x.lateral, x.medial * x.soleus, x.lateral * x.soleus;
  return b;
}

/// Corners, edges and middles of the range of losses that treatments reach (assumption).
std::vector<LegLoss> sample_states() {
  std::vector<LegLoss> states;
  for (const double medial : {0.0, 0.2, 0.4}) {
    for (const double lateral : {0.0, 0.2, 0.4}) {
      for (const double soleus : {-0.2, 0.0, 0.1}) {
        if (medial != 0.0 || lateral != 0.0 || soleus != 0.0) states.push_back({medial, lateral, soleus});
      }
    }
  }
  return states;
}

/// The point over the medial head that moves most when that head thins; by a fifth, an assumption.
std::size_t bulge_point(const CalfSurface& surface, BodySide side, std::vector<glm::vec3>& scratch) {
  Sided<LegLoss> loss;
  loss[side].medial = 0.2;
  surface.deform(loss, scratch);
  std::size_t best = 0;
  float most = -1.0F;
  for (const std::size_t i : surface.points_over_medial_head(side)) {
    const float moved = glm::length(scratch[i] - surface.rest_mm()[i]);
    if (moved > most) {
      most = moved;
      best = i;
    }
  }
  return best;
}

/// Inward movement of a point; points move straight across the leg, so the sign follows from the axis.
double inward_mm(const glm::dvec3& rest, const glm::dvec3& now, const LegFrame& frame) {
  const glm::dvec3 axis = frame.axis_point_mm(frame.t_of(rest));
  return glm::length(rest - axis) > glm::length(now - axis) ? glm::length(now - rest)
                                                            : -glm::length(now - rest);
}

LegResponse::Quadratic solve(const Eigen::MatrixXd& states, const Eigen::VectorXd& readings) {
  const Eigen::VectorXd x = states.colPivHouseholderQr().solve(readings);
  LegResponse::Quadratic out{};
  for (int i = 0; i < 9; ++i) out[static_cast<std::size_t>(i)] = x[i];
  return out;
}

}  // namespace

LegResponse fit_leg_response(const CalfSurface& surface, BodySide side) {
  const std::vector<LegLoss> states = sample_states();
  const auto n = static_cast<Eigen::Index>(states.size());
  Eigen::MatrixXd rows(n, 9);
  Eigen::VectorXd girth(n);
  Eigen::VectorXd bulge(n);
  Eigen::VectorXd thickness(n);
  const double girth0 = surface.tape(side).largest(surface.rest_mm()).girth_mm;
  const double thickness0 = surface.gastrocnemius_mm(side, {});
  std::vector<glm::vec3> now(surface.rest_mm().size());
  const std::size_t bulge_at = bulge_point(surface, side, now);
  for (Eigen::Index i = 0; i < n; ++i) {
    const LegLoss& loss = states[static_cast<std::size_t>(i)];
    Sided<LegLoss> both;
    both[side] = loss;
    surface.deform(both, now);
    rows.row(i) = basis(loss);
    girth[i] = (surface.tape(side).largest(now).girth_mm - girth0) / 10.0;
    bulge[i] = inward_mm(surface.rest_mm()[bulge_at], now[bulge_at], surface.tape(side).frame());
    thickness[i] = surface.gastrocnemius_mm(side, loss) - thickness0;
  }
  LegResponse out;
  out.girth_cm = solve(rows, girth);
  out.bulge_mm = solve(rows, bulge);
  out.thickness_mm = solve(rows, thickness);
  out.thickness_week0_mm = thickness0;
  return out;
}

}  // namespace simulation
