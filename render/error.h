#pragma once

#include <stdexcept>

namespace render {

/// A file given by the user that cannot be used. Ends the program with exit code 2.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An asset of the product that is missing or broken. Ends the program with exit code 3.
class AssetError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// No way to draw: no display, driver or context. what() lists what was tried. Ends the program with exit
/// code 4.
class GraphicsError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace render
