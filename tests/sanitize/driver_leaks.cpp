// Linked into every program of a sanitizer build that may draw. The software drivers keep allocations until
// the process ends, and the window libraries unload them first, so that the leak check sees blocks without an
// owner and without a module name. Keeping the modules loaded gives the names back; the names are then
// excused below. Our own leaks are still found: a report is excused only where one of these modules is on the
// stack of the allocation.

#include <dlfcn.h>

extern "C" int dlclose(void* /*handle*/) noexcept {
  return 0;
}

extern "C" const char* __lsan_default_suppressions();  // NOLINT: the name is the sanitizer's

extern "C" const char* __lsan_default_suppressions() {  // NOLINT: the name is the sanitizer's
  return
      // Mesa's software rasteriser: screens, shader caches and compiled code live as long as the process.
      "leak:libgallium\n"
      "leak:swrast_dri.so\n"
      "leak:libLLVM\n"
      "leak:libglapi\n"
      // The loader's tables of vendors and displays are never given back.
      "leak:libEGL\n"
      "leak:libGLX\n"
      "leak:libGLdispatch\n"
      // The X connection's extension records, and the settings file the driver reads through expat.
      "leak:libX11\n"
      "leak:libxcb\n"
      "leak:libdrm\n"
      "leak:libexpat\n";
}
