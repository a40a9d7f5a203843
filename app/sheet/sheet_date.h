#pragma once

#include <string>
#include <string_view>

#include "app/files/texts.h"

namespace app {

/// The day of a sheet as YYYY-MM-DD: that which SOURCE_DATE_EPOCH names (seconds since 1970, UTC), so that
/// the same input gives the same bytes, else today's here. Throws InputError for a SOURCE_DATE_EPOCH that is
/// no such number.
std::string sheet_date();

/// `28 November 2026`. Throws AssetError for a missing text, std::invalid_argument for what is no such date.
std::string date_words(std::string_view iso_date, const Texts& texts);

}  // namespace app
