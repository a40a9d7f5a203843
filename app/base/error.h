#pragma once

#include <exception>
#include <stdexcept>
#include <string>

namespace app {

/// Wrong input from the user: an option, a plan, a mesh, a folder. Ends the program with exit code 2.
/// what() reads `FILE: field.path: what is wrong, what was expected`.
class InputError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// An asset of the product that is missing or broken. Ends the program with exit code 3.
class AssetError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

/// A picture that differs from its reference by more than was allowed. Ends the program with exit code 5.
class DifferenceError : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

enum class ExitCode { ok = 0, input = 2, asset = 3, graphics = 4, difference = 5 };

struct Failure {
  ExitCode code = ExitCode::ok;
  std::string message;  // one line, without the program's name
};

/// What an error of any layer (app, render, simulation, standard library) means for the person at the
/// keyboard.
Failure describe(std::exception_ptr error);

}  // namespace app
