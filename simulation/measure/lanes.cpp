#include "simulation/measure/lanes.h"

#include <cmath>

// Wider registers where the processor has them; without fused operations the bytes are the same.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && !defined(__SANITIZE_ADDRESS__)
#define FORESHOW_WIDE __attribute__((target_clones("avx2", "default")))
#else
#define FORESHOW_WIDE
#endif

namespace simulation {

FORESHOW_WIDE void add_lanes(float* __restrict out, const std::int16_t* __restrict packed, float weight,
                             std::size_t count) {
  for (std::size_t i = 0; i < count / kLaneSize * kLaneSize; ++i)
    out[i] += weight * static_cast<float>(packed[i]);
}

FORESHOW_WIDE void normalise_lanes(float* __restrict x, float* __restrict y, float* __restrict z) {
  for (std::size_t i = 0; i < kLaneSize; ++i) {
    const float inverse = 1.0F / std::sqrt(x[i] * x[i] + y[i] * y[i] + z[i] * z[i]);
    x[i] *= inverse;
    y[i] *= inverse;
    z[i] *= inverse;
  }
}

}  // namespace simulation
