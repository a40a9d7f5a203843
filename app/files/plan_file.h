#pragma once

#include <filesystem>
#include <string>
#include <string_view>

#include "app/files/json.h"
#include "simulation/plan/plan.h"

namespace app {

/// Reads a plan file (format 1), checks it and returns it; of a case file, told by its content, its plan.
/// What the file leaves out under `person` has the defaults of simulation/plan/plan.h; of a pair with one
/// side given, the other side takes the same value. Throws InputError `FILE: field.path: what is wrong, what
/// was expected`.
simulation::Plan read_plan(const std::filesystem::path& path);

/// A plan to compare with `first`, for the same region and person: two plans are compared on one body. Throws
/// InputError as read_plan() does, and when region or person differ.
simulation::Plan read_plan_beside(const std::filesystem::path& path, const simulation::Plan& first);

/// read_plan() for text already in memory; `path` serves messages only.
simulation::Plan parse_plan(std::string_view text, const std::filesystem::path& path);

/// The plan as a JSON value with every field written out; reading it back gives an equal plan.
JsonValue plan_value(const simulation::Plan& plan);

/// Writes a plan file (temporary name, then rename). Throws InputError.
void write_plan(const std::filesystem::path& path, const simulation::Plan& plan);

}  // namespace app
