#include "simulation/calf/calf_muscles.h"

#include <algorithm>
#include <cmath>

namespace simulation {
namespace {

// Assumptions, in mm or as shares: skin, fat at the shin against the fat behind, how muscles sink toward
// their edges and ends, fascia between layers. No measure of a person gives them; the header tells what does
// come from a source.
constexpr double kSkinLayerMm = 1.6;
constexpr double kAnteriorFat = 0.35;
constexpr double kEdgeSink = 0.25;  // of the head's thickness at that height
constexpr double kLateralToMedial = 0.8;
constexpr double kOriginDepthMm = 6.0;  // heads rise from the femur, deep in the hollow of the knee
constexpr double kSoleusSinkMm = 7.0;
constexpr double kFasciaMm = 0.8;
constexpr double kInnermostMm = 4.0;  // no muscle nearer to the centre line
constexpr double kRapheHalf = radians(2.0);
// Volumes in mL [frontiers2019]; girth and fat of the leg that they are taken for are an assumption.
constexpr double kMedialShare = 179.5 / (179.5 + 90.2);
constexpr double kSoleusMl = 357.7;
constexpr double kSoleusGirthMm = 364.0;
constexpr double kSoleusFatMm = 7.0;

constexpr std::size_t slot(CalfMuscle muscle) {
  return static_cast<std::size_t>(muscle);
}

// Where each belly begins, ends and is thickest along the leg, its place round the leg and its tapers, in the
// order of MuscleBundle: an assumption, by eye. Thicknesses, and the widths of the heads, are starting
// values; fits replace them.
std::array<MuscleBundle, 3> resting_bundles() {
  std::array<MuscleBundle, 3> b;
  b[slot(CalfMuscle::medial)] = {-0.06, 0.52, 0.26, kRapheHalf, 1.0, 1.0, 20.0, 0.55, 0.45, 0.3, 0.42};
  b[slot(CalfMuscle::lateral)] = {-0.06, 0.46, 0.24, -kRapheHalf, -1.0, 0.7, 16.0, 0.55, 0.45, 0.3, 0.42};
  b[slot(CalfMuscle::soleus)] = {0.05, 0.80, 0.38, radians(-96.0), 1.0, radians(92.0), 25.0, 0.6,
                                 0.7,  0.5,  0.5};
  return b;
}

}  // namespace

// A smooth rise to the belly and a smooth fall; its powers are in the bundle (assumption).
double MuscleBundle::along(double t) const {
  if (t <= t_from || t >= t_to) return 0.0;
  const bool upper = t < t_belly;
  const double u = upper ? (t - t_from) / (t_belly - t_from) : (t_to - t) / (t_to - t_belly);
  return std::pow(u * u * (3.0 - 2.0 * u), upper ? taper_from : taper_to);
}

// Assumption: a belly narrows less than it thins, by these powers.
double MuscleBundle::width_at(double t) const {
  return half_width * std::pow(along(t), t < t_belly ? 0.6 : 0.75);
}

double MuscleBundle::centre_at(double t) const {
  const double inner = t < t_belly ? inner_share_from : inner_share_to;
  const double narrowed = half_width - width_at(t);
  return theta_inner + outward * (half_width + (2.0 * inner - 1.0) * narrowed);
}

// Half an ellipse (arithmetic).
double MuscleBundle::across(double q) {
  return std::sqrt(std::max(0.0, 1.0 - q * q));
}

double MuscleBundle::thickness_at(double t, double theta) const {
  const double width = width_at(t);
  if (width <= 1e-9) return 0.0;
  return thickness_mm * along(t) * across(angle_between(theta, centre_at(t)) / width);
}

CalfMuscles::CalfMuscles(const LegOutline& skin, const Person& person, BodySide side, double girth_mm,
                         double girth_t)
    : frame_(skin.frame()),
      skin_(skin.radius_mm()),
      fat_mm_(person.calf.fat_mm),
      girth_t_(girth_t),
      bundles_(resting_bundles()),
      floor_{LegGrid(LegOutline::kFrom, LegOutline::kTo, skin_.stations(), skin_.directions()),
             LegGrid(LegOutline::kFrom, LegOutline::kTo, skin_.stations(), skin_.directions())} {
  fit_heads(person, side);
  lay_floor();
  fit_soleus(person, girth_mm);
  for (const CalfMuscle m : kCalfMuscles) volume_ml_[slot(m)] = band_volume_ml(m);
}

// Fat thins toward ankle and knee: by how much and where is an assumption.
double CalfMuscles::fat_mm(double t, double theta) const {
  const double rear = 0.5 + 0.5 * std::cos(theta);
  const double thin_ends = 1.0 - 0.55 * ease(0.55, 0.95, t) - 0.3 * (1.0 - ease(-0.25, 0.1, t));
  return fat_mm_ * thin_ends * (kAnteriorFat + (1.0 - kAnteriorFat) * rear);
}

double CalfMuscles::cover_mm(double t, double theta) const {
  return kSkinLayerMm + fat_mm(t, theta);
}

// Heads rise from deep behind the knee over the first eighth of the leg: assumption.
double CalfMuscles::head_depth_mm(const MuscleBundle& head, double t, double theta, double kept) const {
  const double width = head.width_at(t);
  const double q = width > 1e-9 ? angle_between(theta, head.centre_at(t)) / width : 0.0;
  const double sink = 1.0 - MuscleBundle::across(std::clamp(q, -1.0, 1.0));
  const double to_condyle = kOriginDepthMm * (1.0 - ease(-0.06, 0.12, t));
  return cover_mm(t, theta) + to_condyle + kEdgeSink * kept * head.thickness_mm * head.along(t) * sink;
}

// Assumption: the soleus gives way over 6 mm where a thin leg has no room for it.
double CalfMuscles::thickness_mm(CalfMuscle muscle, double t, double theta) const {
  const double raw = bundle(muscle).thickness_at(t, theta);
  if (muscle != CalfMuscle::soleus || raw <= 0.0) return raw;
  const double room =
      skin_.sample(t, theta) - outer_depth_mm(muscle, t, theta, {1.0, 1.0, 1.0}) - kInnermostMm;
  return std::max(0.0, soft_min(raw, std::max(room, 0.0), 6.0));
}

double CalfMuscles::outer_depth_mm(CalfMuscle muscle, double t, double theta, const Kept& kept) const {
  if (muscle != CalfMuscle::soleus) return head_depth_mm(bundle(muscle), t, theta, kept[slot(muscle)]);
  const double width = bundle(muscle).width_at(t);
  const double q =
      width > 1e-9 ? std::clamp(angle_between(theta, bundle(muscle).centre_at(t)) / width, -1.0, 1.0) : 1.0;
  const double sink = kSoleusSinkMm * bundle(muscle).along(t) * (1.0 - MuscleBundle::across(q));
  return tendon_depth_mm(t, theta, kept) + tendon_thickness_mm(t, theta) + kFasciaMm + sink;
}

double CalfMuscles::tendon_half_width(double t) const {
  // Wide sheet under the heads, a cord 16 mm across above the heel, wider again where it grips the bone.
  // Heights and widths (mm) are an assumption, by eye.
  const double sheet = 1.0 - ease(0.34, 0.82, t);
  const double half_mm = (8.0 + 34.0 * sheet + 4.0 * ease(0.90, 1.06, t)) *
                         (0.25 + 0.75 * ease(0.26, 0.42, t)) * (1.0 - 0.3 * ease(1.02, 1.10, t)) *
                         std::sqrt(std::max(1e-6, 1.0 - std::pow(std::max(0.0, t - 1.05) / 0.042, 2.0)));
  return std::asin(std::min(0.98, half_mm / std::max(12.0, skin_.sample(t, 0.0) - cover_mm(t, 0.0))));
}

// A sheet of 1.5 mm grows to a cord of 5.5 mm: assumption, by eye.
double CalfMuscles::tendon_thickness_mm(double t, double theta) const {
  if (t <= 0.28 || t >= 1.10) return 0.0;
  const double cord = ease(0.50, 0.80, t);
  const double ends = std::sqrt(ease(0.28, 0.45, t)) * std::sqrt(1.0 - ease(0.98, 1.10, t));
  const double q = std::clamp(angle_between(theta, 0.0) / tendon_half_width(t), -1.0, 1.0);
  return (1.5 + 4.0 * cord) * ends * MuscleBundle::across(q);
}

double CalfMuscles::tendon_depth_mm(double t, double theta, const Kept& kept) const {
  const double floor = floor_[0].sample(t, theta) * kept[0] + floor_[1].sample(t, theta) * kept[1];
  return cover_mm(t, theta) + kFasciaMm + std::max(0.0, floor);
}

double CalfMuscles::band_area_mm2(CalfMuscle muscle, double t, const Kept& kept, const LegGrid& skin) const {
  const MuscleBundle& b = bundle(muscle);
  const double width = b.width_at(t);
  if (width <= 1e-9) return 0.0;
  // q = sin(phi) puts the nodes where the rounded edges need them.
  constexpr int kNodes = 24;
  double sum = 0.0;
  for (int i = 0; i < kNodes; ++i) {
    const double phi = kPi * ((i + 0.5) / kNodes - 0.5);
    const double theta = b.centre_at(t) + width * std::sin(phi);
    const double h = thickness_mm(muscle, t, theta) * kept[slot(muscle)];
    const double outer = skin.sample(t, theta) - outer_depth_mm(muscle, t, theta, kept);
    sum += h * (outer - 0.5 * h) * std::cos(phi);
  }
  return sum * width * kPi / kNodes;
}

double CalfMuscles::area_mm2(CalfMuscle muscle, double t) const {
  return band_area_mm2(muscle, t, {1.0, 1.0, 1.0}, skin_);
}

double CalfMuscles::band_volume_ml(CalfMuscle muscle) const {
  const MuscleBundle& b = bundle(muscle);
  constexpr int kSteps = 48;
  double sum = 0.0;
  for (int i = 0; i < kSteps; ++i) {
    sum += area_mm2(muscle, b.t_from + (b.t_to - b.t_from) * (i + 0.5) / kSteps);
  }
  return sum * (b.t_to - b.t_from) * frame_.length_mm / kSteps / 1000.0;
}

// Thickness and leg length give the volume of both heads together, in cm and mL [bandholm2007]; bounds of the
// width (degrees) are wider than any leg asks for (assumption).
void CalfMuscles::fit_heads(const Person& person, BodySide side) {
  const double medial_mm = person.calf.gastrocnemius_mm[side];
  const double mean_cm = medial_mm * (1.0 + kLateralToMedial) / 2.0 / 10.0;
  const double both_ml = 85.3 * mean_cm + 5.0 * frame_.length_mm / 10.0 - 104.9;
  for (const CalfMuscle m : {CalfMuscle::medial, CalfMuscle::lateral}) {
    const bool medial = m == CalfMuscle::medial;
    MuscleBundle& b = bundles_[slot(m)];
    b.thickness_mm = medial_mm * (medial ? 1.0 : kLateralToMedial) / std::max(0.5, b.along(girth_t_));
    const double target = both_ml * (medial ? kMedialShare : 1.0 - kMedialShare);
    double low = radians(12.0);
    double high = radians(80.0);
    for (int i = 0; i < 20; ++i) {
      b.half_width = 0.5 * (low + high);
      (band_volume_ml(m) < target ? low : high) = b.half_width;
    }
  }
}

// Blurred over 6 mm and 5 degrees, or the tendon would show the edges of the heads: assumption.
void CalfMuscles::lay_floor() {
  for (const CalfMuscle m : {CalfMuscle::medial, CalfMuscle::lateral}) {
    const MuscleBundle& b = bundle(m);
    LegGrid raw = floor_[slot(m)];
    for (int i = 0; i < raw.stations(); ++i) {
      for (int j = 0; j < raw.directions(); ++j) {
        const double h = b.thickness_at(raw.t(i), raw.theta(j));
        if (h <= 0.0) continue;
        raw.at(i, j) = h + head_depth_mm(b, raw.t(i), raw.theta(j), 1.0) - cover_mm(raw.t(i), raw.theta(j));
      }
    }
    floor_[slot(m)] = raw.blurred(6.0 / frame_.length_mm, radians(5.0));
  }
}

double CalfMuscles::usual_soleus_ml(const Person& person, double girth_mm) {
  const double lean = girth_mm / (2.0 * kPi) - person.calf.fat_mm;
  const double usual = kSoleusGirthMm / (2.0 * kPi) - kSoleusFatMm;
  return kSoleusMl * (lean / usual) * (lean / usual);
}

// Bounds of the thickness in mm are wider than any leg asks for (assumption).
void CalfMuscles::fit_soleus(const Person& person, double girth_mm) {
  const double target = usual_soleus_ml(person, girth_mm);
  MuscleBundle& b = bundles_[slot(CalfMuscle::soleus)];
  double low = 4.0;
  double high = 60.0;
  for (int i = 0; i < 20; ++i) {
    b.thickness_mm = 0.5 * (low + high);
    (band_volume_ml(CalfMuscle::soleus) < target ? low : high) = b.thickness_mm;
  }
}

CalfMuscles::Kept CalfMuscles::kept_thickness(double t, const LegLoss& loss, const LegGrid& now) const {
  Kept kept{1.0, 1.0, 1.0};
  const double losses[] = {loss.medial, loss.lateral, loss.soleus};
  if (losses[0] == 0.0 && losses[1] == 0.0 && losses[2] == 0.0) return kept;
  for (const CalfMuscle m : kCalfMuscles) {
    const double whole = area_mm2(m, t);
    if (whole <= 1e-6) {
      kept[slot(m)] = 1.0 - losses[slot(m)];
      continue;
    }
    // Area grows almost in proportion to thickness: a few secant-like steps settle it.
    for (int i = 0; i < 4; ++i) {
      kept[slot(m)] *= (1.0 - losses[slot(m)]) * whole / std::max(1e-6, band_area_mm2(m, t, kept, now));
    }
  }
  return kept;
}

}  // namespace simulation
