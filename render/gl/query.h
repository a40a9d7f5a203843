#pragma once

#include "render/gl/handle.h"

namespace render::gl {

void destroy_query(unsigned id);

/// When the driver gets to a place among its orders, on the driver's own clock. Asking for it makes nobody
/// wait.
class Query {
 public:
  Query() = default;
  static Query make_time();

  /// The place: after everything that was ordered so far.
  void mark() const;
  /// Whether the driver has got there, so that milliseconds() does not wait.
  bool ready() const;
  /// Waits for the result.
  double milliseconds() const;

  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  Handle<destroy_query> handle_;
};

}  // namespace render::gl
