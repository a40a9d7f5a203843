#pragma once

#include <utility>

namespace render::gl {

/// Owns one driver object. Move-only; 0 is empty; the destructor of an empty handle does nothing. Destroy is
/// a function declared in a header and defined beside the gl* calls.
template <void (*Destroy)(unsigned)>
class Handle {
 public:
  Handle() = default;
  explicit Handle(unsigned id) : id_(id) {}
  ~Handle() {
    if (id_ != 0) Destroy(id_);
  }
  Handle(const Handle&) = delete;
  Handle& operator=(const Handle&) = delete;
  Handle(Handle&& other) noexcept : id_(std::exchange(other.id_, 0)) {}
  Handle& operator=(Handle&& other) noexcept {
    std::swap(id_, other.id_);
    return *this;
  }

  unsigned id() const { return id_; }
  bool empty() const { return id_ == 0; }

 private:
  unsigned id_ = 0;
};

}  // namespace render::gl
