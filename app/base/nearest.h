#pragma once

#include <span>
#include <string>
#include <string_view>

namespace app {

/// Number of single-letter insertions, deletions and replacements that turn one word into the other.
std::size_t edit_distance(std::string_view a, std::string_view b);

/// The known word nearest to `word`; empty when none is near enough to be what was meant (more than half of
/// its letters differ).
std::string nearest(std::string_view word, std::span<const std::string_view> known);

/// `a, b or c`.
std::string list_of(std::span<const std::string_view> words);

}  // namespace app
