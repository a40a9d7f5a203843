#include "app/base/number_text.h"

#include <cmath>
#include <cstdio>

namespace app {

std::string number_text(double value) {
  char text[64];
  std::snprintf(text, sizeof text, "%.2f", std::round(value * 100.0) / 100.0);
  std::string trimmed = text;
  while (trimmed.back() == '0') trimmed.pop_back();
  if (trimmed.back() == '.') trimmed.pop_back();
  return trimmed;
}

std::string number_text(double value, int decimals, bool plus) {
  char digits[32];
  std::snprintf(digits, sizeof digits, "%.*f", decimals, std::abs(value));
  bool zero = true;
  for (const char* c = digits; *c; ++c) zero = zero && (*c == '0' || *c == '.');
  if (zero) return digits;
  if (value < 0) return std::string("−") + digits;
  return plus ? std::string("+") + digits : std::string(digits);
}

}  // namespace app
