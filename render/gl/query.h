#pragma once

#include "render/gl/handle.h"

namespace render::gl {

void destroy_query(unsigned id);

/// Time the driver spends between begin() and end(). One may run at a time.
class Query {
 public:
  Query() = default;
  static Query make_timer();

  void begin() const;
  void end() const;
  /// Waits for the result.
  double milliseconds() const;

  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  Handle<destroy_query> handle_;
};

}  // namespace render::gl
