#include "app/sheet/sheet_date.h"

#include <charconv>
#include <cstdio>
#include <cstdlib>
#include <ctime>
#include <stdexcept>

#include "app/base/error.h"

namespace app {
namespace {

constexpr long long kLastSecond = 253402300799;  // of the year 9999

std::string iso(const std::tm& day) {
  char text[48];
  std::snprintf(text, sizeof text, "%04d-%02d-%02d", day.tm_year + 1900, day.tm_mon + 1, day.tm_mday);
  return text;
}

int part(std::string_view text) {
  int value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (error != std::errc() || end != text.data() + text.size())
    throw std::invalid_argument("no date: " + std::string(text));
  return value;
}

}  // namespace

std::string sheet_date() {
  std::tm day{};
  const char* given = std::getenv("SOURCE_DATE_EPOCH");
  if (!given || !*given) {
    const std::time_t now = std::time(nullptr);
    ::localtime_r(&now, &day);
    return iso(day);
  }
  const std::string_view text = given;
  long long seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  if (error != std::errc() || end != text.data() + text.size() || seconds < 0 || seconds > kLastSecond)
    throw InputError("SOURCE_DATE_EPOCH: \"" + std::string(text) +
                     "\" is no time, expected seconds since 1970");
  const std::time_t then = static_cast<std::time_t>(seconds);
  ::gmtime_r(&then, &day);
  return iso(day);
}

std::string date_words(std::string_view iso_date, const Texts& texts) {
  if (iso_date.size() != 10) throw std::invalid_argument("no date: " + std::string(iso_date));
  const int month = part(iso_date.substr(5, 2)), day = part(iso_date.substr(8, 2));
  if (month < 1 || month > 12) throw std::invalid_argument("no month: " + std::string(iso_date));
  return texts.fill("date.day", {{"day", std::to_string(day)},
                                 {"month", texts.at("date.month." + std::to_string(month))},
                                 {"year", iso_date.substr(0, 4)}});
}

}  // namespace app
