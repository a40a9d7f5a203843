#include "simulation/measure/lanes.h"

#include <array>
#include <cmath>

#if defined(__x86_64__) && defined(__GNUC__)
#define FORESHOW_X86 1
#include <immintrin.h>
#endif

#include "simulation/measure/wide_registers.h"

namespace simulation {
namespace {

using SumLanes = void (*)(float*, const float*, std::span<const LanePiece>, std::size_t);

void sum_plain(float* out, const float* start, std::span<const LanePiece> pieces, std::size_t count) {
  for (std::size_t at = 0; at < count; at += kLaneSize) {
    std::array<float, kLaneSize> sum;
    for (std::size_t i = 0; i < kLaneSize; ++i) sum[i] = start[at + i];
    for (const LanePiece& piece : pieces)
      for (std::size_t i = 0; i < kLaneSize; ++i)
        sum[i] += piece.weight * static_cast<float>(piece.packed[at + i]);
    for (std::size_t i = 0; i < kLaneSize; ++i) out[at + i] = sum[i];
  }
}

#ifdef FORESHOW_X86
// Compilers spill these sums or widen the packed numbers in many steps when they are left to themselves.

/// A lane in the eight registers of a processor with AVX2.
__attribute__((target("avx2"))) void sum_avx2(float* out, const float* start,
                                              std::span<const LanePiece> pieces, std::size_t count) {
  constexpr std::size_t kWide = 8;
  for (std::size_t at = 0; at < count; at += kLaneSize) {
    __m256 sum[kLaneSize / kWide];
    for (std::size_t i = 0; i < kLaneSize / kWide; ++i) sum[i] = _mm256_loadu_ps(start + at + i * kWide);
    for (const LanePiece& piece : pieces) {
      const __m256 weight = _mm256_set1_ps(piece.weight);
      for (std::size_t i = 0; i < kLaneSize / kWide; ++i) {
        const auto* packed = reinterpret_cast<const __m128i*>(piece.packed + at + i * kWide);
        const __m256 value = _mm256_cvtepi32_ps(_mm256_cvtepi16_epi32(_mm_loadu_si128(packed)));
        sum[i] = _mm256_add_ps(sum[i], _mm256_mul_ps(weight, value));
      }
    }
    for (std::size_t i = 0; i < kLaneSize / kWide; ++i) _mm256_storeu_ps(out + at + i * kWide, sum[i]);
  }
}

/// A lane in four registers of a processor with AVX-512.
__attribute__((target("avx512f"))) void sum_avx512(float* out, const float* start,
                                                   std::span<const LanePiece> pieces, std::size_t count) {
  constexpr std::size_t kWide = 16;
  constexpr __mmask16 kAll = 0xFFFF;
  for (std::size_t at = 0; at < count; at += kLaneSize) {
    __m512 sum[kLaneSize / kWide];
    for (std::size_t i = 0; i < kLaneSize / kWide; ++i) sum[i] = _mm512_loadu_ps(start + at + i * kWide);
    for (const LanePiece& piece : pieces) {
      const __m512 weight = _mm512_set1_ps(piece.weight);
      for (std::size_t i = 0; i < kLaneSize / kWide; ++i) {
        const auto* packed = reinterpret_cast<const __m256i*>(piece.packed + at + i * kWide);
        // All of them: GCC 12 warns of the forms without a mask.
        const __m512i whole = _mm512_maskz_cvtepi16_epi32(kAll, _mm256_loadu_si256(packed));
        const __m512 value = _mm512_maskz_cvtepi32_ps(kAll, whole);
        sum[i] = _mm512_add_ps(sum[i], _mm512_mul_ps(weight, value));
      }
    }
    for (std::size_t i = 0; i < kLaneSize / kWide; ++i) _mm512_storeu_ps(out + at + i * kWide, sum[i]);
  }
}
#endif

SumLanes widest() {
#ifdef FORESHOW_X86
  if (__builtin_cpu_supports("avx512f")) return sum_avx512;
  if (__builtin_cpu_supports("avx2")) return sum_avx2;
#endif
  return sum_plain;
}

}  // namespace

void sum_lanes(float* out, const float* start, std::span<const LanePiece> pieces, std::size_t count) {
  static const SumLanes chosen = widest();
  chosen(out, start, pieces, count);
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
