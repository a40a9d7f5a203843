#include "simulation/face/closed_lips.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "simulation/error.h"
#include "simulation/face/front_skin.h"
#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

constexpr double kAxisBehindMm = 80.0;  // of the corners; only the angle of view depends on it
constexpr double kSearchMm = 8.0;       // above and below the line between the corners
constexpr double kSlitRowMm = 0.2;
constexpr double kSlitStepMm = 1.0;
constexpr int kBeyond = 4;            // columns beyond each corner
constexpr double kNeighbourMm = 4.0;  // lips are looked for this far above and below a row
constexpr double kHoleMm = 1.2;
constexpr double kLipReachMm = 7.0;
// A hair of overlap: what just touches still shows a line of light.
constexpr double kOverlapMm = 0.15;
// Of the way to the corner, from where the skin between the lips, which joins them there, keeps a share of
// its height: pressed flat it would lie folded on itself.
constexpr double kWebFrom = 0.6, kWebTo = 0.72;
constexpr double kWebKeeps = 0.17;

struct Opening {
  double low = 0.0, high = 0.0;
};

/// The widest run of rows that lie behind lips above and below; front: height of the skin by row, from the
/// bottom.
std::optional<Opening> opening(const std::vector<double>& front) {
  const int rows = static_cast<int>(front.size());
  const int near = static_cast<int>(kNeighbourMm / kSlitRowMm);
  const auto foremost = [&front, rows](int from, int to) {
    double z = -1e9;
    for (int i = std::max(0, from); i < std::min(rows, to); ++i)
      z = std::max(z, front[static_cast<std::size_t>(i)]);
    return z;
  };
  Opening best;
  int start = -1;
  for (int i = 0; i <= rows; ++i) {
    const bool hole = i < rows && front[static_cast<std::size_t>(i)] + kHoleMm <
                                      std::min(foremost(i - near, i), foremost(i + 1, i + 1 + near));
    if (hole && start < 0) start = i;
    if (hole || start < 0) continue;
    if ((i - start) * kSlitRowMm > best.high - best.low) best = {start * kSlitRowMm, i * kSlitRowMm};
    start = -1;
  }
  return best.high > best.low ? std::optional(best) : std::nullopt;
}

/// The widest within two columns: the corners are narrow, and smoothing alone would leave them open.
std::vector<double> widened(const std::vector<double>& values) {
  std::vector<double> wide = values;
  const int count = static_cast<int>(values.size());
  for (int i = 0; i < count; ++i)
    for (int j = std::max(0, i - 2); j <= std::min(count - 1, i + 2); ++j)
      wide[static_cast<std::size_t>(i)] =
          std::max(wide[static_cast<std::size_t>(i)], values[static_cast<std::size_t>(j)]);
  return wide;
}

/// Each value with its neighbours, so that one column's rows do not step the lips.
std::vector<double> smoothed(std::vector<double> values) {
  for (int pass = 0; pass < 2; ++pass) {
    const std::vector<double> old = values;
    for (std::size_t i = 1; i + 1 < old.size(); ++i)
      values[i] = 0.25 * old[i - 1] + 0.5 * old[i] + 0.25 * old[i + 1];
  }
  return values;
}

void even_out(std::vector<double>& values, bool widest) {
  for (std::size_t i = 0, j = values.size() - 1; i < j; ++i, --j)
    values[i] = values[j] = widest ? std::max(values[i], values[j]) : 0.5 * (values[i] + values[j]);
}

}  // namespace

MouthSlit mouth_slit(std::span<const glm::vec3> skin_mm, std::span<const glm::uvec3> triangles,
                     const Sided<glm::dvec3>& mouth_corner) {
  const glm::dvec3 middle = 0.5 * (mouth_corner.left + mouth_corner.right);
  const double half = 0.5 * std::abs(mouth_corner.left.x - mouth_corner.right.x);
  if (!(half > kSlitStepMm)) throw InputError("mesh.landmarks: the corners of the mouth are not apart");
  const double axis_z = middle.z - kAxisBehindMm;
  const double low_y = middle.y - kSearchMm;
  const FrontSkin skin(skin_mm, triangles, axis_z, low_y - kNeighbourMm, middle.y + kSearchMm + kNeighbourMm);
  const int reach = static_cast<int>(std::ceil(half / kSlitStepMm)) + kBeyond;
  const int rows = static_cast<int>(2.0 * kSearchMm / kSlitRowMm);

  MouthSlit slit{-reach * kSlitStepMm, kSlitStepMm, {}, {}, {}};
  for (int column = -reach; column <= reach; ++column) {
    const double x = column * kSlitStepMm;
    std::vector<double> front;
    for (int row = 0; row < rows; ++row) {
      const auto place = skin.at({x, low_y + row * kSlitRowMm, middle.z});
      front.push_back(place ? place->on(skin_mm).z : axis_z);
    }
    const auto found = opening(front);
    // Where nothing is open the line goes on level.
    if (found) {
      for (double& y : slit.middle_y_mm)
        if (std::isnan(y)) y = low_y + 0.5 * (found->low + found->high);
    }
    slit.middle_y_mm.push_back(found                      ? low_y + 0.5 * (found->low + found->high)
                               : slit.middle_y_mm.empty() ? std::nan("")
                                                          : slit.middle_y_mm.back());
    slit.gap_mm.push_back(found ? found->high - found->low + kOverlapMm : 0.0);
    slit.front_z_mm.push_back(*std::max_element(front.begin(), front.end()));
  }
  for (double& y : slit.middle_y_mm)
    if (std::isnan(y)) y = middle.y;  // nothing is open anywhere
  even_out(slit.middle_y_mm, false);
  even_out(slit.gap_mm, true);
  even_out(slit.front_z_mm, true);
  slit.middle_y_mm = smoothed(slit.middle_y_mm);
  slit.gap_mm = smoothed(widened(slit.gap_mm));
  slit.gap_mm.front() = slit.gap_mm.back() = 0.0;
  return slit;
}

void close_lips(std::span<glm::vec3> skin_mm, const MouthSlit& slit) {
  const double last = static_cast<double>(slit.gap_mm.size()) - 1.0;
  const auto at = [](const std::vector<double>& values, double place) {
    const auto i = std::min(static_cast<std::size_t>(place), values.size() - 2);
    const double t = place - static_cast<double>(i);
    return values[i] * (1.0 - t) + values[i + 1] * t;
  };
  for (glm::vec3& point : skin_mm) {
    const double place = (point.x - slit.first_x_mm) / slit.step_mm;
    if (!(place > 0.0) || !(place < last)) continue;
    const double half = 0.5 * at(slit.gap_mm, place);
    if (half == 0.0) continue;
    const double above = point.y - at(slit.middle_y_mm, place);
    const double away = std::abs(above) - half;
    const double behind = at(slit.front_z_mm, place) - point.z;
    const double share = (1.0 - ease(0.0, kLipReachMm, away)) * (1.0 - ease(8.0, 16.0, behind));
    const double outward = std::abs(place - 0.5 * last) / std::max(1.0, 0.5 * last - kBeyond);
    const double closing = 1.0 - kWebKeeps * ease(kWebFrom, kWebTo, outward);
    point.y -= static_cast<float>(std::clamp(above, -half, half) * share * closing);
  }
}

}  // namespace simulation
