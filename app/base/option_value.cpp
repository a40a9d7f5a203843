#include "app/base/option_value.h"

#include <charconv>
#include <cmath>

#include "app/base/number_text.h"

namespace app {

void fail_option(std::string_view option, const std::string& message) {
  throw InputError(std::string(option) + ": " + message);
}

double number_value(std::string_view option, std::string_view text, double low, double high) {
  double value = 0.0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || !std::isfinite(value))
    fail_option(option, "\"" + std::string(text) + "\" is not a number, expected " + number_text(low) +
                            " to " + number_text(high));
  if (value < low || value > high)
    fail_option(option, std::string(text) + " is out of range, expected " + number_text(low) + " to " +
                            number_text(high));
  return value;
}

long long whole_value(std::string_view option, std::string_view text, long long low, long long high) {
  long long value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size() || value < low || value > high)
    fail_option(option, "\"" + std::string(text) + "\" cannot be used, expected a whole number from " +
                            std::to_string(low) + " to " + std::to_string(high));
  return value;
}

std::vector<std::string> list_value(std::string_view option, std::string_view text) {
  std::vector<std::string> parts;
  for (std::size_t start = 0; start <= text.size();) {
    const std::size_t comma = std::min(text.find(',', start), text.size());
    if (comma == start) fail_option(option, "has an empty part, expected values between commas");
    parts.emplace_back(text.substr(start, comma - start));
    start = comma + 1;
  }
  return parts;
}

}  // namespace app
