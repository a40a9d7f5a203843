#pragma once

#include <string>

namespace render::gl {

using ProcAddress = void (*)();

/// Loads the entry points of the context that is current on this thread, and in debug builds installs a
/// callback that remembers the driver's errors for check_errors. Throws GraphicsError below OpenGL 3.3.
void load(ProcAddress (*address_of)(const char* name));

struct DeviceInfo {
  std::string vendor, renderer, version;
  bool software = false;      // drawn by the processor
  int max_texture_size = 0;   // texels
  int max_viewport_size = 0;  // pixels
  int max_samples = 0;
  float max_anisotropy = 1;  // 1: not available
};

/// Asks the current context.
DeviceInfo device_info();

/// Throws GraphicsError naming `where` when the driver has recorded an error since the last call.
void check_errors(const char* where);

/// Waits until the driver has finished everything.
void finish();

/// Whether the current context's pictures are drawn by the processor.
bool draws_in_software();

/// finish() on a software driver alone. What waits to be drawn lies there as sorted triangles, some 60 MB for
/// a head, and whatever waits side by side is never given back: between the passes of a still this keeps one
/// pass's worth. True where it has waited.
bool finish_in_software();

}  // namespace render::gl
