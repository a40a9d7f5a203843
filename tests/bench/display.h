#pragma once

#include <sys/types.h>

#include <string>

namespace bench {

/// An X display for programs that need one: the one of the environment, else an Xvfb that ends with this.
class Display {
 public:
  Display();
  ~Display();
  Display(const Display&) = delete;
  Display& operator=(const Display&) = delete;

  /// As in the variable DISPLAY; empty: there is none and Xvfb cannot be started.
  const std::string& name() const { return name_; }

 private:
  pid_t server_ = -1;
  std::string name_;
};

}  // namespace bench
