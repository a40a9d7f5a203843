#pragma once

#include <glm/mat4x4.hpp>
#include <glm/vec2.hpp>
#include <glm/vec3.hpp>
#include <glm/vec4.hpp>
#include <string>
#include <unordered_map>

#include "render/gl/handle.h"

namespace render::gl {

void destroy_program(unsigned id);

/// A linked pair of shaders. Uniforms that the driver has optimised away are ignored.
class Program {
 public:
  Program() = default;
  /// Throws GraphicsError with the driver's log and the program's name.
  Program(const std::string& name, const std::string& vertex_source, const std::string& fragment_source);

  void use() const;
  /// Connects a uniform block with a binding point.
  void set_block(const char* block, unsigned binding);
  /// use() must have been called for the following.
  void set(const char* uniform, int value);
  void set(const char* uniform, float value);
  void set(const char* uniform, glm::ivec2 value);
  void set(const char* uniform, glm::vec2 value);
  void set(const char* uniform, glm::vec3 value);
  void set(const char* uniform, glm::vec4 value);
  void set(const char* uniform, const glm::mat4& value);

  unsigned id() const { return handle_.id(); }
  bool empty() const { return handle_.empty(); }

 private:
  int location(const char* uniform);

  Handle<destroy_program> handle_;
  std::unordered_map<std::string, int> locations_;
};

}  // namespace render::gl
