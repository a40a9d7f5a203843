#pragma once

#include <functional>
#include <glm/vec4.hpp>
#include <span>
#include <string>

namespace render {

/// Where the light that surroundings leave a shape may be kept between runs: gathering it costs a software
/// driver more than half of a picture. Nothing here throws: what is not there is gathered again.
class LightStore {
 public:
  using Values = std::span<const glm::vec4>;

  LightStore() = default;
  LightStore(const LightStore&) = delete;
  LightStore& operator=(const LightStore&) = delete;
  virtual ~LightStore() = default;

  /// Hands what was kept under this name to `take`, if there is any. A name is a SHA-256 in hexadecimal
  /// digits of all that the values depend on but the program's own code.
  virtual void find(const std::string& name, const std::function<void(Values)>& take) const = 0;
  virtual void keep(const std::string& name, Values values) const = 0;
};

}  // namespace render
