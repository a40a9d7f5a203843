#pragma once

#include <mutex>
#include <optional>

namespace app {

/// A value that is worked out when it is first needed and then kept. Safe from several threads: one works it
/// out while the others wait. What the maker throws goes to who asked, and the next one tries again.
template <typename T>
class Lazy {
 public:
  template <typename Make>
  const T& get(Make make) const {
    const std::lock_guard lock(mutex_);
    if (!value_) value_.emplace(make());
    return *value_;
  }
  /// The same for its only user, who may change it.
  template <typename Make>
  T& own(Make make) {
    const std::lock_guard lock(mutex_);
    if (!value_) value_.emplace(make());
    return *value_;
  }
  /// What it was made from has changed. Nobody may hold the value any more.
  void forget() {
    const std::lock_guard lock(mutex_);
    value_.reset();
  }

 private:
  mutable std::mutex mutex_;
  mutable std::optional<T> value_;
};

}  // namespace app
