#pragma once

#include <algorithm>
#include <cstddef>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace simulation {

/// A row of values that are worked out once and only read from then on: its own, or those of memory that
/// another made and that stays as long as anybody reads it. Copies share the values.
///
/// What is costly to work out names its members in a static `visit_members(self, visit)`, always in the same
/// order: whoever keeps it writes each member down, and fills those of an empty one with what was written.
template <typename T>
class KeptArray {
 public:
  KeptArray() = default;
  KeptArray(std::vector<T> values) {
    const auto own = std::make_shared<const std::vector<T>>(std::move(values));
    values_ = *own;
    owner_ = own;
  }
  /// `owner` keeps the memory behind `values`.
  KeptArray(std::span<const T> values, std::shared_ptr<const void> owner)
      : values_(values), owner_(std::move(owner)) {}

  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  const T& operator[](std::size_t i) const { return values_[i]; }
  const T& back() const { return values_.back(); }
  const T* data() const { return values_.data(); }
  auto begin() const { return values_.begin(); }
  auto end() const { return values_.end(); }
  operator std::span<const T>() const { return values_; }
  friend bool operator==(const KeptArray& a, const KeptArray& b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  }

 private:
  std::span<const T> values_;
  std::shared_ptr<const void> owner_;
};

}  // namespace simulation
