#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "app/base/error.h"
#include "app/base/names.h"
#include "app/base/nearest.h"

namespace app {

/// Readers of option values. All throw InputError `--option: what is wrong, what was expected`.
/// Numbers use a decimal point whatever the locale.

double number_value(std::string_view option, std::string_view text, double low, double high);

/// A whole number.
long long whole_value(std::string_view option, std::string_view text, long long low, long long high);

/// Parts between commas, at least one, none empty.
std::vector<std::string> list_value(std::string_view option, std::string_view text);

[[noreturn]] void fail_option(std::string_view option, const std::string& message);

template <typename E, std::size_t N>
E word_value(std::string_view option, std::string_view text, const Names<E, N>& names) {
  for (const auto& [value, name] : names)
    if (name == text) return value;
  fail_option(option, "\"" + std::string(text) + "\" is not known, expected " + list_of(words_of(names)));
}

}  // namespace app
