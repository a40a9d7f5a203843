#pragma once

#include <stdexcept>

namespace simulation {

/// A value from outside (plan, clinical data, mesh) that the model cannot use. what() starts with the field
/// path, then what is wrong and what was expected; the caller adds the file name. Ends the program with exit
/// code 2.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace simulation
