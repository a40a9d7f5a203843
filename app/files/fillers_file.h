#pragma once

#include <filesystem>

#include "simulation/filler/filler_model.h"

namespace app {

/// Reads assets/clinical/fillers.json. Every figure must cite keys of its sources.bib, and one that cites
/// `assumption` must be called assumed. Throws AssetError with file and key: broken JSON, a missing or
/// unknown site, key or source, a unit that is not the expected one, low, typical and high out of order, a
/// value that no filler can have.
simulation::FillerModel read_filler_model(const std::filesystem::path& path);

}  // namespace app
