#include "simulation/calf/muscle_relief.h"

#include <algorithm>
#include <cmath>

#include "simulation/calf/compartments.h"

namespace simulation {
namespace {

// Assumptions, see the header; by eye against photographs of slim and muscular calves.
// Height of a mound over its surroundings: a share of the muscle's thickness, none under slim muscles and no
// more over large ones than over a full one.
constexpr double kHeadStep = 0.25;
constexpr double kSoleusStep = 0.10;
constexpr double kTendonMm = 2.4;
constexpr double kSlimMm = 11.0;
constexpr double kFullMm = 24.0;
// Fat under which all shows and over which nothing does, mm: at rest, and tensed.
constexpr double kRestFatMm[] = {2.5, 8.5};
constexpr double kTensedFatMm[] = {3.5, 9.0};
// Blur of the mounds, mm: of skin, and per mm of fat, of which there are a few under any skin; and of what
// belongs to the shape of the leg.
constexpr double kSkinBlurMm = 1.7;
constexpr double kFatBlur = 0.5;
constexpr double kLeastFatMm = 4.5;
constexpr double kShapeBlurMm = 14.5;
// At full contraction: how far the lower end moves up (t), and how much more a mound stands out.
constexpr double kDrawnUp[] = {0.035, 0.03, 0.0};
constexpr double kStandsOut[] = {1.5, 1.5, 1.6};
// Loss by which softening is measured, and the most of it: the whole mound at the most that any leg loses.
constexpr double kSoftenedAt = 0.35;
constexpr double kMostSoftening = 2.4;

double shown(const double (&fat_mm)[2], double fat) {
  return 1.0 - ease(fat_mm[0], fat_mm[1], fat);
}

/// Height of a head's mound by its thickness.
double step_mm(double thickness_mm) {
  return std::min(thickness_mm, kFullMm) * ease(kSlimMm, kFullMm, thickness_mm);
}

/// 1 over a muscle, falling off at its border: steeper than its thickness, as the deep face takes up the
/// rest.
double mound(const MuscleBundle& b, double t, double theta) {
  const double width = b.width_at(t);
  if (width <= 1e-9) return 0.0;
  const double thin = 1.0 - b.along(t);
  return (1.0 - thin * thin * thin * thin) *
         MuscleBundle::across(angle_between(theta, b.centre_at(t)) / width);
}

/// The tendon from under the heads: flat between the sides of the soleus, then a cord that stands out.
double tendon_across(const CalfMuscles& muscles, double t, double theta) {
  const double half = muscles.tendon_half_width(t);
  return MuscleBundle::across(std::min(1.0, std::abs(angle_between(theta, 0.0)) / half));
}

/// What of the mounds shows through fat that blurs over `blur_mm`, and is not the leg's shape. Knee and
/// ankle, where the heads lie deep and the tissue is held, keep theirs (heights t are an assumption).
LegGrid through_fat(const LegOutline& skin, const LegGrid& mounds, double blur_mm, double times) {
  const LegGrid& radius = skin.radius_mm();
  const double length = skin.frame().length_mm;
  const double usual_mm = radius.sample(0.25, 0.0);
  LegGrid out = mounds.blurred(blur_mm / length, blur_mm / usual_mm);
  const LegGrid shape = mounds.blurred(kShapeBlurMm / length, kShapeBlurMm / usual_mm);
  for (int s = 0; s < out.stations(); ++s) {
    const double t = out.t(s);
    const double within = times * ease(0.03, 0.20, t) * (1.0 - ease(0.86, 0.97, t));
    double area = 0.0;
    double room = 0.0;
    for (int d = 0; d < out.directions(); ++d) {
      out.at(s, d) = within * (out.at(s, d) - shape.at(s, d));
      const double rear = 0.5 + 0.5 * std::cos(out.theta(d));
      area += out.at(s, d) * radius.at(s, d);
      room += rear * radius.at(s, d);
    }
    for (int d = 0; d < out.directions(); ++d)
      out.at(s, d) -= area / room * (0.5 + 0.5 * std::cos(out.theta(d)));
  }
  return out;
}

}  // namespace

MuscleRelief::MuscleRelief(const LegOutline& skin, const CalfMuscles& muscles, const Person& person,
                           BodySide side)
    : bundles_{muscles.bundle(CalfMuscle::medial), muscles.bundle(CalfMuscle::lateral),
               muscles.bundle(CalfMuscle::soleus)},
      own_{Own{skin.radius_mm(), skin.radius_mm()}, Own{skin.radius_mm(), skin.radius_mm()},
           Own{skin.radius_mm(), skin.radius_mm()}} {
  const double fat_mm = person.calf.fat_mm;
  const double head_mm = person.calf.gastrocnemius_mm[side];
  const double at_rest = shown(kRestFatMm, fat_mm);
  const double tensed = shown(kTensedFatMm, fat_mm);
  shows_ = tensed > 0.0 && step_mm(head_mm) > 0.0;
  if (!shows_) return;
  const double softening = std::min(
      kMostSoftening, (1.0 - step_mm(head_mm * (1.0 - kSoftenedAt)) / step_mm(head_mm)) / kSoftenedAt);
  const double step = step_mm(head_mm);
  for (const CalfMuscle m : kCalfMuscles) {
    const auto i = static_cast<std::size_t>(m);
    const bool head = m != CalfMuscle::soleus;
    MuscleBundle drawn = bundles_[i];
    drawn.t_to -= kDrawnUp[i];
    drawn.t_belly -= 0.5 * kDrawnUp[i];
    const auto height_mm = [&](const MuscleBundle& b, double t, double theta) {
      const double over = mound(b, t, theta);
      if (head) return step * kHeadStep * over;
      const double cord = tendon_across(muscles, t, theta) * ease(0.36, 0.46, t);
      return step * kSoleusStep * over * (1.0 - cord) +
             kTendonMm * step / kFullMm * cord * ease(0.62, 0.80, t) * (1.0 - ease(0.88, 0.98, t));
    };
    const auto relief = [&](const MuscleBundle& b, double times) {
      LegGrid raw = skin.radius_mm();
      for (int s = 0; s < raw.stations(); ++s)
        for (int d = 0; d < raw.directions(); ++d) raw.at(s, d) = height_mm(b, raw.t(s), raw.theta(d));
      return through_fat(skin, raw, kSkinBlurMm + kFatBlur * std::max(fat_mm, kLeastFatMm), times);
    };
    own_[i] = {relief(bundles_[i], at_rest), relief(drawn, tensed * kStandsOut[i]), head ? softening : 0.0};
  }
}

double MuscleRelief::rest_mm(double t, double theta) const {
  double sum = 0.0;
  if (shows_)
    for (const Own& own : own_) sum += own.rest.sample(t, theta);
  return sum;
}

MuscleRelief::Change MuscleRelief::change(double t, double theta, const CompartmentPattern& pattern) const {
  Change out;
  if (!shows_) return out;
  for (const CalfMuscle m : kCalfMuscles) {
    const auto i = static_cast<std::size_t>(m);
    double lost = 0.0;  // here, per mean loss of the muscle
    for (const DriveShare& part : compartments::shares_at(bundles_[i], m, t, theta))
      if (part.drive >= 0) lost += part.share * pattern[static_cast<std::size_t>(part.drive)];
    // Where the doses lie close more is lost than on average: a mound goes flat there, not hollow.
    const double softened = std::min(own_[i].softening * lost, kMostSoftening);
    const double rest = own_[i].rest.sample(t, theta);
    const double more = own_[i].tensed.sample(t, theta) - rest;
    out.lost[i] = -softened * rest;
    out.tensed[i] = more;
    out.both[i] = -softened * more;
  }
  return out;
}

}  // namespace simulation
