#pragma once

#include <cstddef>
#include <initializer_list>
#include <memory>
#include <span>
#include <utility>
#include <vector>

namespace render {

/// An array that nobody writes to and that copies share: memory of its own, or a piece of a mapped file that
/// it keeps open. A copy costs no memory.
template <typename T>
class SharedArray {
 public:
  using value_type = T;
  using size_type = std::size_t;
  using const_iterator = const T*;

  SharedArray() = default;
  SharedArray(std::vector<T> values) {
    const auto owned = std::make_shared<const std::vector<T>>(std::move(values));
    values_ = *owned;
    owner_ = owned;
  }
  SharedArray(std::initializer_list<T> values) : SharedArray(std::vector<T>(values)) {}
  /// `values` live as long as `owner`.
  SharedArray(std::shared_ptr<const void> owner, std::span<const T> values)
      : owner_(std::move(owner)), values_(values) {}

  const T* data() const { return values_.data(); }
  std::size_t size() const { return values_.size(); }
  bool empty() const { return values_.empty(); }
  const T* begin() const { return values_.data(); }
  const T* end() const { return values_.data() + values_.size(); }
  const T& operator[](std::size_t i) const { return values_[i]; }

 private:
  std::shared_ptr<const void> owner_;
  std::span<const T> values_;
};

}  // namespace render
