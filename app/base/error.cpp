#include "app/base/error.h"

#include <algorithm>
#include <new>

#include "render/error.h"
#include "simulation/error.h"

namespace app {
namespace {

std::string one_line(std::string text) {
  // File names and keys are quoted in messages; none of them may break the line or steer a terminal.
  std::replace_if(
      text.begin(), text.end(), [](unsigned char c) { return c < ' ' || c == 0x7f; }, ' ');
  return text;
}

}  // namespace

Failure describe(std::exception_ptr error) {
  try {
    std::rethrow_exception(error);
  } catch (const InputError& e) {
    return {ExitCode::input, one_line(e.what())};
  } catch (const simulation::InputError& e) {
    return {ExitCode::input, one_line(e.what())};
  } catch (const render::InputError& e) {
    return {ExitCode::input, one_line(e.what())};
  } catch (const AssetError& e) {
    return {ExitCode::asset, one_line(e.what())};
  } catch (const render::AssetError& e) {
    return {ExitCode::asset, one_line(e.what())};
  } catch (const render::GraphicsError& e) {
    return {ExitCode::graphics, one_line(e.what())};
  } catch (const DifferenceError& e) {
    return {ExitCode::difference, one_line(e.what())};
  } catch (const std::bad_alloc&) {
    return {ExitCode::input, "not enough memory for what was asked; try a smaller picture or fewer people"};
  } catch (const std::exception& e) {
    return {ExitCode::asset, one_line(std::string("unexpected fault: ") + e.what())};
  }
}

}  // namespace app
