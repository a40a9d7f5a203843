#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "simulation/calf/leg_fields.h"

namespace app {

/// A solved leg as bytes: a header with the key of the leg, the fields, and a SHA-256 over all of it. Little
/// endian; only read on the kind of machine that wrote it.
std::string leg_fields_bytes(const simulation::LegFields& fields, std::string_view key);

/// None when the bytes are cut short, changed, of another version, or belong to another key.
std::optional<simulation::LegFields> leg_fields_from(std::string_view bytes, std::string_view key);

}  // namespace app
