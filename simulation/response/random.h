#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace simulation {

/// SplitMix64 [steele2014]: the same seed gives the same numbers on every machine.
class RandomStream {
 public:
  explicit RandomStream(std::uint64_t seed) : state_(seed) {}
  std::uint64_t next();
  /// Uniform on 0 to count - 1.
  std::size_t below(std::size_t count);

 private:
  std::uint64_t state_;
};

/// Inverse of the standard normal distribution [wichura1988], for p strictly between 0 and 1; error below
/// 1e-15.
double normal_quantile(double p);

/// `count` numbers, one in the middle of each of `count` equal slices of 0 to 1, in an order that depends on
/// seed and stream alone: every slice of a population is filled once.
std::vector<double> stratified(std::size_t count, std::uint64_t seed, std::uint64_t stream);

}  // namespace simulation
