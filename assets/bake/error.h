#pragma once

#include <stdexcept>

namespace bake {

/// A package file that is missing, broken or not the expected version. Ends the program with exit code 3.
class AssetError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace bake
