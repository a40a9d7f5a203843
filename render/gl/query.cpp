#include "render/gl/query.h"

#include <glad/gl.h>

namespace render::gl {

void destroy_query(unsigned id) {
  glDeleteQueries(1, &id);
}

Query Query::make_time() {
  GLuint id = 0;
  glGenQueries(1, &id);
  Query query;
  query.handle_ = Handle<destroy_query>(id);
  return query;
}

void Query::mark() const {
  glQueryCounter(id(), GL_TIMESTAMP);
}

bool Query::ready() const {
  GLint there = 0;
  glGetQueryObjectiv(id(), GL_QUERY_RESULT_AVAILABLE, &there);
  return there != 0;
}

double Query::milliseconds() const {
  GLuint64 nanoseconds = 0;
  glGetQueryObjectui64v(id(), GL_QUERY_RESULT, &nanoseconds);
  return static_cast<double>(nanoseconds) * 1e-6;
}

}  // namespace render::gl
