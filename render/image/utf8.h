#pragma once

#include <cstddef>
#include <string_view>

namespace render {

/// The code point that starts at text[at]; at moves behind it. Bytes that are no UTF-8 come out one by one as
/// U+FFFD. at must lie inside text.
char32_t next_code_point(std::string_view text, std::size_t& at);

}  // namespace render
