#include "render/gl/program.h"

#include <glad/gl.h>

#include "render/error.h"
#include "render/gl/names.h"

namespace render::gl {
namespace {

class Shader {
 public:
  Shader(GLenum stage, const std::string& source) : id_(glCreateShader(stage)) {
    const char* text = source.c_str();
    glShaderSource(id_, 1, &text, nullptr);
    glCompileShader(id_);
  }
  ~Shader() { glDeleteShader(id_); }
  Shader(const Shader&) = delete;
  Shader& operator=(const Shader&) = delete;

  void require_compiled(const std::string& name) const {
    GLint done = 0;
    glGetShaderiv(id_, GL_COMPILE_STATUS, &done);
    if (done != 0) return;
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetShaderInfoLog(id_, static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    throw GraphicsError("shader " + name + ": " + log);
  }
  GLuint id() const { return id_; }

 private:
  GLuint id_;
};

}  // namespace

void destroy_program(unsigned id) {
  glDeleteProgram(id);
}

Program::Program(const std::string& name, const std::string& vertex_source,
                 const std::string& fragment_source) {
  const Shader vertex(GL_VERTEX_SHADER, vertex_source);
  vertex.require_compiled(name + " (vertex)");
  const Shader fragment(GL_FRAGMENT_SHADER, fragment_source);
  fragment.require_compiled(name + " (fragment)");
  handle_ = Handle<destroy_program>(glCreateProgram());
  glAttachShader(id(), vertex.id());
  glAttachShader(id(), fragment.id());
  glLinkProgram(id());
  glDetachShader(id(), vertex.id());
  glDetachShader(id(), fragment.id());
  GLint done = 0;
  glGetProgramiv(id(), GL_LINK_STATUS, &done);
  if (done == 0) {
    std::string log(4096, '\0');
    GLsizei length = 0;
    glGetProgramInfoLog(id(), static_cast<GLsizei>(log.size()), &length, log.data());
    log.resize(static_cast<std::size_t>(length));
    throw GraphicsError("shader program " + name + ": " + log);
  }
  set_label(Labelled::program, id(), name.c_str());
}

void Program::use() const {
  glUseProgram(id());
}

void Program::set_block(const char* block, unsigned binding) {
  const GLuint index = glGetUniformBlockIndex(id(), block);
  if (index != GL_INVALID_INDEX) glUniformBlockBinding(id(), index, binding);
}

int Program::location(const char* uniform) {
  const auto found = locations_.find(uniform);
  if (found != locations_.end()) return found->second;
  const int place = glGetUniformLocation(id(), uniform);
  locations_.emplace(uniform, place);
  return place;
}

void Program::set(const char* uniform, int value) {
  glUniform1i(location(uniform), value);
}
void Program::set(const char* uniform, float value) {
  glUniform1f(location(uniform), value);
}
void Program::set(const char* uniform, glm::ivec2 value) {
  glUniform2i(location(uniform), value.x, value.y);
}
void Program::set(const char* uniform, glm::vec2 value) {
  glUniform2f(location(uniform), value.x, value.y);
}
void Program::set(const char* uniform, glm::vec3 value) {
  glUniform3f(location(uniform), value.x, value.y, value.z);
}
void Program::set(const char* uniform, glm::vec4 value) {
  glUniform4f(location(uniform), value.x, value.y, value.z, value.w);
}
void Program::set(const char* uniform, const glm::mat4& value) {
  glUniformMatrix4fv(location(uniform), 1, GL_FALSE, &value[0][0]);
}

}  // namespace render::gl
