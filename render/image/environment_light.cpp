#include "render/image/environment_light.h"

#include <algorithm>
#include <cmath>
#include <glm/geometric.hpp>
#include <limits>
#include <vector>

#include "render/error.h"

namespace render {
namespace {

constexpr double kPi = 3.14159265358979323846;
/// What exceeds so many times the mean is a lamp and throws a shadow; an assumption, chosen by eye.
constexpr double kLampOverMean = 2.0;
/// Half the angle that one lamp takes in; the cosine of 25 degrees.
constexpr double kLampCosine = 0.9063;
/// Smallest and largest lamp the shaders draw well, as tangents: 2 to 27 degrees.
constexpr float kSmallestLamp = 0.035f;
constexpr float kLargestLamp = 0.5f;
/// Rows of the map that is worked on: 2 degrees each are finer than any of its results.
constexpr int kRows = 90;

struct Cell {
  glm::dvec3 direction;
  glm::dvec3 radiance;
  double solid_angle = 0.0;
};

double luminance(const glm::dvec3& c) {
  return 0.2126 * c.r + 0.7152 * c.g + 0.0722 * c.b;
}

/// Seen from within: the right half of the map is to the right of who looks along +z with y up.
glm::dvec3 direction_of(double across, double down) {
  const double azimuth = (across - 0.5) * 2.0 * kPi, up = (0.5 - down) * kPi;
  return {-std::sin(azimuth) * std::cos(up), std::sin(up), std::cos(azimuth) * std::cos(up)};
}

/// The map on a coarser grid, each cell the mean of its pixels weighted by the sky they cover.
std::vector<Cell> coarse(const HdrImage& map) {
  const int rows = std::min(kRows, map.height), columns = std::min(2 * kRows, map.width);
  std::vector<Cell> cells(static_cast<std::size_t>(rows * columns));
  for (int y = 0; y < map.height; ++y) {
    const double top = kPi * y / map.height, bottom = kPi * (y + 1) / map.height;
    const double solid_angle = (std::cos(top) - std::cos(bottom)) * 2.0 * kPi / map.width;
    for (int x = 0; x < map.width; ++x) {
      const auto row = static_cast<long long>(y) * rows / map.height;
      const auto column = static_cast<long long>(x) * columns / map.width;
      Cell& cell = cells[static_cast<std::size_t>(row * columns + column)];
      const auto at = static_cast<std::size_t>(y) * static_cast<std::size_t>(map.width);
      cell.direction += solid_angle * direction_of((x + 0.5) / map.width, (y + 0.5) / map.height);
      cell.radiance += solid_angle * glm::dvec3(map.rgb[at + static_cast<std::size_t>(x)]);
      cell.solid_angle += solid_angle;
    }
  }
  for (Cell& cell : cells) {
    cell.direction = glm::normalize(cell.direction);
    cell.radiance /= cell.solid_angle;
  }
  return cells;
}

double excess(const Cell& cell) {
  const double bright = luminance(cell.radiance);
  return bright > kLampOverMean ? 1.0 - kLampOverMean / bright : 0.0;
}

/// Takes the lamp around the brightest cell out of the map.
EnvironmentKey take_key(std::vector<Cell>& cells) {
  const auto brightest = std::max_element(cells.begin(), cells.end(), [](const Cell& a, const Cell& b) {
    return luminance(a.radiance) < luminance(b.radiance);
  });
  const glm::dvec3 middle = brightest->direction;
  EnvironmentKey key;
  glm::dvec3 light(0.0), toward(0.0);
  std::vector<std::pair<double, glm::dvec3>> taken;
  for (Cell& cell : cells) {
    const double share = excess(cell);
    if (share <= 0.0 || glm::dot(cell.direction, middle) < kLampCosine) continue;
    const glm::dvec3 given = cell.radiance * (share * cell.solid_angle);
    light += given;
    toward += cell.direction * luminance(given);
    taken.emplace_back(luminance(given), cell.direction);
    cell.radiance *= 1.0 - share;
  }
  if (taken.empty()) return key;
  const glm::dvec3 direction = glm::normalize(toward);
  double spread = 0.0, sum = 0.0;
  for (const auto& [weight, d] : taken) {
    spread += weight * (1.0 - glm::dot(d, direction));
    sum += weight;
  }
  // An even disc of half angle a has a mean of 1 - cos of a * a / 4.
  const double half_angle = 2.0 * std::sqrt(spread / sum);
  key.direction = glm::vec3(direction);
  key.light = glm::vec3(light / kPi);
  key.half_size =
      std::clamp(static_cast<float>(std::tan(std::min(half_angle, 1.4))), kSmallestLamp, kLargestLamp);
  return key;
}

SkyLight sky_of(const std::vector<Cell>& cells) {
  // Real spherical harmonics without their direction part, and what a cosine leaves of each order.
  constexpr std::array kFactor = {0.282095, 0.488603, 0.488603, 0.488603, 1.092548,
                                  1.092548, 0.315392, 1.092548, 0.546274};
  std::array<glm::dvec3, 9> sum{};
  for (const Cell& cell : cells) {
    const glm::dvec3 d = cell.direction;
    const std::array shape = {
        1.0, d.y, d.z, d.x, d.x * d.y, d.y * d.z, 3.0 * d.z * d.z - 1.0, d.x * d.z, d.x * d.x - d.y * d.y};
    for (std::size_t i = 0; i < sum.size(); ++i) sum[i] += cell.radiance * (shape[i] * cell.solid_angle);
  }
  SkyLight sky{};
  for (std::size_t i = 0; i < sum.size(); ++i) {
    const double order = i == 0 ? 1.0 : i < 4 ? 2.0 / 3.0 : 0.25;
    sky[i] = glm::vec3(sum[i] * (kFactor[i] * kFactor[i] * order));
  }
  return sky;
}

}  // namespace

glm::vec3 sky_light(const SkyLight& sky, glm::vec3 n) {
  return sky[0] + sky[1] * n.y + sky[2] * n.z + sky[3] * n.x + sky[4] * (n.x * n.y) + sky[5] * (n.y * n.z) +
         sky[6] * (3 * n.z * n.z - 1) + sky[7] * (n.x * n.z) + sky[8] * (n.x * n.x - n.y * n.y);
}

bool EnvironmentLight::operator==(const EnvironmentLight& other) const {
  const auto same = [](const EnvironmentKey& a, const EnvironmentKey& b) {
    return a.direction == b.direction && a.light == b.light && a.half_size == b.half_size;
  };
  return sky == other.sky && std::equal(keys.begin(), keys.end(), other.keys.begin(), same);
}

EnvironmentLight environment_light(const HdrImage& map, const std::string& name) {
  if (map.width != 2 * map.height)
    throw InputError(name + ": is " + std::to_string(map.width) + "x" + std::to_string(map.height) +
                     " pixels, expected a map of all directions, twice as wide as high");
  std::vector<Cell> cells = coarse(map);
  double mean = 0.0, sphere = 0.0;
  for (const Cell& cell : cells) {
    mean += luminance(cell.radiance) * cell.solid_angle;
    sphere += cell.solid_angle;
  }
  mean /= sphere;
  if (!(mean > 1e-12)) throw InputError(name + ": is black, expected a map with light in it");
  for (Cell& cell : cells) cell.radiance /= mean;
  EnvironmentLight light;
  for (EnvironmentKey& key : light.keys) key = take_key(cells);
  light.sky = sky_of(cells);
  return light;
}

}  // namespace render
