#include "simulation/calf/leg_fields.h"

#include <cmath>
#include <map>

namespace simulation {
namespace {

// Of the time a leg takes, measured on one machine: an assumption for others, for the progress shown alone.
constexpr double kFactorShare = 0.3;
constexpr double kFieldShare = 0.9;

PackedField pack(const Eigen::VectorXd& field) {
  constexpr double kStepFullScale = 32767.0;  // of a 16-bit step (arithmetic)
  PackedField out;
  const double most = field.cwiseAbs().maxCoeff();
  out.scale_mm = static_cast<float>(most / kStepFullScale);
  std::vector<std::int16_t> steps;
  steps.reserve(static_cast<std::size_t>(field.size()));
  for (const double v : field)
    steps.push_back(static_cast<std::int16_t>(most > 0.0 ? std::lround(v / most * kStepFullScale) : 0));
  out.steps = std::move(steps);
  return out;
}

// Where the quadratics of whole muscles take up the third order: the largest loss and contraction that
// treatments and poses reach (assumption). Between rest and there they are then off by a seventh of it at
// most.
constexpr double kSampledLoss = 0.35;
constexpr double kSampledPull = 0.9;

Eigen::VectorXd unit_sample(int parameter) {
  Eigen::VectorXd out = Eigen::VectorXd::Zero(leg_parameters::kCount);
  out[parameter] = parameter < leg_parameters::kLosses ? kSampledLoss : kSampledPull;
  return out;
}

/// What is left to solve for the third order of the answer to whole-muscle parameters.
Eigen::VectorXd third_at(const TissueSystem& system, const ResponseFields& fields,
                         const Eigen::VectorXd& at) {
  const Eigen::VectorXd both = blend(fields, at);
  const Eigen::VectorXd turned = blend(fields, -at);
  return -third_force(system, leg_parameter_directions() * at, 0.5 * (both - turned), 0.5 * (both + turned));
}

/// Lets second-order fields of whole muscles take up the third order where it is largest: squares, and pairs
/// of two losses or two contractions. The soleus gains and loses too little to need it.
void take_up_third_order(const TissueSystem& system, const TissueFactor& factor, ResponseFields& fields) {
  const int soleus = static_cast<int>(CalfMuscle::soleus);
  std::vector<std::size_t> taken;  // of the pairs, squares before all that need them
  for (const bool square : {true, false}) {
    for (std::size_t k = 0; k < fields.pairs.size(); ++k) {
      const auto [a, b] = fields.pairs[k];
      const bool alike = (a < leg_parameters::kLosses) == (b < leg_parameters::kLosses);
      if (b >= leg_parameters::kWhole || a == soleus || b == soleus || !alike) continue;
      if ((a == b) == square) taken.push_back(k);
    }
  }
  Eigen::MatrixXd forces(system.unknown_count(), static_cast<Eigen::Index>(taken.size()));
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const auto [a, b] = fields.pairs[taken[i]];
    const Eigen::VectorXd at = a == b ? unit_sample(a) : Eigen::VectorXd(unit_sample(a) + unit_sample(b));
    forces.col(static_cast<Eigen::Index>(i)) = third_at(system, fields, at);
  }
  const Eigen::MatrixXd thirds = factor.solve_all(forces);
  std::map<int, Eigen::VectorXd> alone;
  for (std::size_t i = 0; i < taken.size(); ++i) {
    const auto [a, b] = fields.pairs[taken[i]];
    Eigen::VectorXd third = thirds.col(static_cast<Eigen::Index>(i));
    if (a == b) {
      alone[a] = third;
    } else {
      third -= alone.at(a) + alone.at(b);
    }
    fields.second[taken[i]] += third / (unit_sample(a)[a] * unit_sample(b)[b]);
  }
}

}  // namespace

std::vector<float> PackedField::unpacked() const {
  std::vector<float> out;
  out.reserve(steps.size());
  for (const std::int16_t step : steps) out.push_back(scale_mm * static_cast<float>(step));
  return out;
}

std::vector<std::pair<int, int>> leg_parameter_pairs() {
  using namespace leg_parameters;
  std::vector<std::pair<int, int>> out;
  for (int a = 0; a < kWhole; ++a) {
    for (int b = a; b < kWhole; ++b) out.emplace_back(a, b);
  }
  for (int c = 0; c < compartments::kCount; ++c)
    out.emplace_back(static_cast<int>(compartments::muscle_of(c)), kWhole + c);
  for (const auto& [a, b] : compartments::neighbours()) out.emplace_back(kWhole + a, kWhole + b);
  return out;
}

Eigen::MatrixXd leg_parameter_directions() {
  using namespace leg_parameters;
  Eigen::MatrixXd out = Eigen::MatrixXd::Zero(compartments::kCount + 3, kCount);
  for (int c = 0; c < compartments::kCount; ++c) {
    out(c, static_cast<int>(compartments::muscle_of(c))) = 1.0;
    out(c, kWhole + c) = 1.0;
  }
  for (int m = 0; m < 3; ++m) out(compartments::kCount + m, kLosses + m) = 1.0;
  return out;
}

DriveValues leg_drive_values(const LegDrive& drive, const CompartmentPattern& pattern) {
  const double losses[] = {drive.loss.medial, drive.loss.lateral, drive.loss.soleus};
  DriveValues out(compartments::kCount + 3);
  for (int c = 0; c < compartments::kCount; ++c)
    out[c] = losses[static_cast<int>(compartments::muscle_of(c))] * pattern[static_cast<std::size_t>(c)];
  out.tail<3>() << drive.contraction.medial, drive.contraction.lateral, drive.contraction.soleus;
  return out;
}

// Progress after the lattice is an assumption, as above.
LegFields prepare_leg_fields(const LegTissue& tissue, double cell_mm, const Progress& progress) {
  const auto tell = [&](double share) {
    if (progress) progress(share);
  };
  tell(0.0);
  const Lattice lattice = tissue.lattice(cell_mm);
  tell(0.1);
  const TissueSystem system(lattice, leg_drive_kinds());
  const TissueFactor factor(
      system.hessian(Eigen::VectorXd::Zero(system.unknown_count()), DriveValues::Zero(system.drive_count())));
  tell(kFactorShare);
  ResponseFields fields =
      response_fields(system, factor, leg_parameter_directions(), leg_parameter_pairs(),
                      [&](double share) { tell(kFactorShare + (kFieldShare - kFactorShare) * share); });
  take_up_third_order(system, factor, fields);
  tell(1.0);
  LegFields out;
  out.grid = field_grid(lattice);
  out.pairs = fields.pairs;
  for (const Eigen::VectorXd& field : fields.linear) out.linear.push_back(pack(field));
  for (const Eigen::VectorXd& field : fields.second) out.second.push_back(pack(field));
  return out;
}

}  // namespace simulation
