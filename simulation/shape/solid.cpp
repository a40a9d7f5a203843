#include "simulation/shape/solid.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <glm/common.hpp>
#include <glm/geometric.hpp>

#include "simulation/measure/smooth.h"

namespace simulation {
namespace {

constexpr int kBlock = 4;

}  // namespace

/// Values at lattice corners.
struct Solid::Lattice {
  glm::dvec3 low;
  double step;
  int nx, ny, nz;
  std::vector<float> value;

  std::size_t at(int x, int y, int z) const {
    return (static_cast<std::size_t>(z) * static_cast<std::size_t>(ny) + static_cast<std::size_t>(y)) *
               static_cast<std::size_t>(nx) +
           static_cast<std::size_t>(x);
  }
};

Solid& Solid::rod(const glm::dvec3& a, double ra, const glm::dvec3& b, double rb) {
  limbs_.push_back({{a, b, ra, rb}});
  return *this;
}

Solid& Solid::chain(const std::vector<glm::dvec4>& p) {
  constexpr int kPieces = 5;
  const int last = static_cast<int>(p.size()) - 1;
  const auto at = [&](int span, double u) {
    const CubicWeights weights(u);
    glm::dvec4 sum(0.0);
    for (int k = 0; k < 4; ++k)
      sum += p[static_cast<std::size_t>(std::clamp(span + k - 1, 0, last))] * weights.w[k];
    return sum;
  };
  std::vector<Rod> limb;
  for (int span = 0; span < last; ++span) {
    for (int i = 0; i < kPieces; ++i) {
      const glm::dvec4 a = at(span, static_cast<double>(i) / kPieces);
      const glm::dvec4 b = at(span, static_cast<double>(i + 1) / kPieces);
      limb.push_back({glm::dvec3(a), glm::dvec3(b), a.w, b.w});
    }
  }
  limbs_.push_back(std::move(limb));
  return *this;
}

Solid& Solid::ellipsoid(const glm::dvec3& centre, const glm::dvec3& half_axes) {
  ellipsoids_.push_back({centre, half_axes});
  return *this;
}

Solid& Solid::hollow(const glm::dvec3& centre, const glm::dvec3& half_axes) {
  hollows_.push_back({centre, half_axes});
  return *this;
}

double Solid::distance_to(const Ellipsoid& e, const glm::dvec3& p) {
  const glm::dvec3 q = (p - e.centre) / e.half_axes;
  const double k = glm::length(q);
  const double slope = glm::length(q / e.half_axes);
  return slope > 1e-12 ? k * (k - 1.0) / slope : -std::min({e.half_axes.x, e.half_axes.y, e.half_axes.z});
}

double Solid::distance_mm(const glm::dvec3& p) const {
  double d = 1e9;
  for (const std::vector<Rod>& limb : limbs_) {
    double own = 1e9;
    for (const Rod& rod : limb) {
      const glm::dvec3 axis = rod.b - rod.a;
      const double u = std::clamp(glm::dot(p - rod.a, axis) / glm::dot(axis, axis), 0.0, 1.0);
      own = std::min(own, glm::length(p - rod.a - axis * u) - (rod.ra + (rod.rb - rod.ra) * u));
    }
    d = soft_min(d, own, blend_mm_);
  }
  for (const Ellipsoid& e : ellipsoids_) d = soft_min(d, distance_to(e, p), blend_mm_);
  for (const Ellipsoid& e : hollows_) d = -soft_min(-d, distance_to(e, p), blend_mm_);
  return d;
}

Solid::Box Solid::bounds() const {
  Box box{glm::dvec3(1e9), glm::dvec3(-1e9)};
  const auto include = [&](const glm::dvec3& c, const glm::dvec3& half) {
    box.low = glm::min(box.low, c - half);
    box.high = glm::max(box.high, c + half);
  };
  for (const std::vector<Rod>& limb : limbs_) {
    for (const Rod& rod : limb) {
      include(rod.a, glm::dvec3(rod.ra));
      include(rod.b, glm::dvec3(rod.rb));
    }
  }
  for (const Ellipsoid& e : ellipsoids_) include(e.centre, e.half_axes);
  box.low -= blend_mm_ + 2.0;
  box.high += blend_mm_ + 2.0;
  return box;
}

namespace {

/// Middle of the crossings of a cell's edges, in cell units; false when the surface misses the cell.
template <typename Grid>
bool cell_point(const Grid& l, int x, int y, int z, glm::dvec3& out) {
  double corner[8];
  int inside = 0;
  for (int k = 0; k < 8; ++k) {
    corner[k] = l.value[l.at(x + (k & 1), y + ((k >> 1) & 1), z + (k >> 2))];
    inside += corner[k] < 0.0 ? 1 : 0;
  }
  if (inside == 0 || inside == 8) return false;
  glm::dvec3 sum(0.0);
  int crossings = 0;
  for (int a = 0; a < 8; ++a) {
    for (const int bit : {1, 2, 4}) {
      const int b = a | bit;
      if (b == a || (corner[a] < 0.0) == (corner[b] < 0.0)) continue;
      const double u = corner[a] / (corner[a] - corner[b]);
      const glm::dvec3 from(a & 1, (a >> 1) & 1, a >> 2);
      const glm::dvec3 to(b & 1, (b >> 1) & 1, b >> 2);
      sum += from + (to - from) * u;
      ++crossings;
    }
  }
  out = sum / static_cast<double>(crossings);
  return true;
}

}  // namespace

void Solid::fill_block(Lattice& l, int x0, int y0, int z0, bool near) const {
  const double middle = near ? 0.0 : distance_mm(l.low + glm::dvec3(x0 + 1.5, y0 + 1.5, z0 + 1.5) * l.step);
  for (int z = z0; z < std::min(z0 + kBlock, l.nz); ++z) {
    for (int y = y0; y < std::min(y0 + kBlock, l.ny); ++y) {
      for (int x = x0; x < std::min(x0 + kBlock, l.nx); ++x) {
        const double d = near ? distance_mm(l.low + glm::dvec3(x, y, z) * l.step) : middle;
        l.value[l.at(x, y, z)] = static_cast<float>(d);
      }
    }
  }
}

void Solid::fill(Lattice& l) const {
  // Blocks that the surface cannot reach need only their sign.
  const double reach = 2.0 * kBlock * l.step + blend_mm_;
  for (int z = 0; z < l.nz; z += kBlock) {
    for (int y = 0; y < l.ny; y += kBlock) {
      for (int x = 0; x < l.nx; x += kBlock) {
        const double d = distance_mm(l.low + glm::dvec3(x + 1.5, y + 1.5, z + 1.5) * l.step);
        fill_block(l, x, y, z, std::abs(d) < reach);
      }
    }
  }
}

Solid::Surface Solid::surface(double step_mm) const {
  const Box box = bounds();
  const glm::dvec3 size = (box.high - box.low) / step_mm;
  Lattice l{box.low,
            step_mm,
            static_cast<int>(size.x) + 2,
            static_cast<int>(size.y) + 2,
            static_cast<int>(size.z) + 2,
            {}};
  l.value.resize(l.at(0, 0, l.nz));
  fill(l);
  Surface out;
  constexpr std::uint32_t kNone = 0xffffffffU;
  std::vector<std::uint32_t> point_of(l.value.size(), kNone);
  for (int z = 0; z + 1 < l.nz; ++z) {
    for (int y = 0; y + 1 < l.ny; ++y) {
      for (int x = 0; x + 1 < l.nx; ++x) {
        glm::dvec3 p;
        if (!cell_point(l, x, y, z, p)) continue;
        point_of[l.at(x, y, z)] = static_cast<std::uint32_t>(out.points.size());
        out.points.push_back(l.low + (glm::dvec3(x, y, z) + p) * step_mm);
      }
    }
  }
  const auto quad = [&](std::size_t a, std::size_t b, std::size_t c, std::size_t d, bool flip) {
    const std::uint32_t p[4] = {point_of[a], point_of[b], point_of[c], point_of[d]};
    if (flip) {
      out.triangles.emplace_back(p[0], p[2], p[1]);
      out.triangles.emplace_back(p[0], p[3], p[2]);
    } else {
      out.triangles.emplace_back(p[0], p[1], p[2]);
      out.triangles.emplace_back(p[0], p[2], p[3]);
    }
  };
  for (int z = 1; z + 1 < l.nz; ++z) {
    for (int y = 1; y + 1 < l.ny; ++y) {
      for (int x = 1; x + 1 < l.nx; ++x) {
        const bool here = l.value[l.at(x, y, z)] < 0.0F;
        if (here != (l.value[l.at(x + 1, y, z)] < 0.0F)) {
          quad(l.at(x, y - 1, z - 1), l.at(x, y, z - 1), l.at(x, y, z), l.at(x, y - 1, z), !here);
        }
        if (here != (l.value[l.at(x, y + 1, z)] < 0.0F)) {
          quad(l.at(x - 1, y, z - 1), l.at(x - 1, y, z), l.at(x, y, z), l.at(x, y, z - 1), !here);
        }
        if (here != (l.value[l.at(x, y, z + 1)] < 0.0F)) {
          quad(l.at(x - 1, y - 1, z), l.at(x, y - 1, z), l.at(x, y, z), l.at(x - 1, y, z), !here);
        }
      }
    }
  }
  return out;
}

}  // namespace simulation
