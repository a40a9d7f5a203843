#pragma once

#include <filesystem>
#include <map>
#include <set>
#include <string>

#include "simulation/response/model.h"

namespace app {

/// The most that a BibTeX file may hold.
inline constexpr std::size_t kMaxBibBytes = 4 << 20;

/// Keys of a BibTeX file: the word after `@type{`. Throws AssetError when the file is missing, empty, or has
/// a key twice.
std::set<std::string> read_source_keys(const std::filesystem::path& path);

/// The `sources.bib` that belongs to a clinical file: beside it, else in the folder above.
std::filesystem::path sources_of(const std::filesystem::path& clinical_file);

/// The parameters of a file like assets/clinical/response.json, which cite keys of `sources`; complete or
/// not. Throws AssetError as read_response_model() does, but for missing and unknown parameters.
std::map<std::string, simulation::Parameter> read_parameters(const std::filesystem::path& path,
                                                             const std::filesystem::path& sources);

/// SHA-256 of all that read_response_model() reads of the model: of the one file, or of both files' hashes.
std::string response_model_hash(const std::filesystem::path& path);

/// Reads assets/clinical/response.json, and the draws of `draws.json` where that lies beside it. Every
/// parameter must cite keys of its sources.bib. Throws AssetError with file and key: broken JSON, a missing
/// or unknown key or source, a unit that is not the expected one, a range upside down, a value outside its
/// range.
simulation::ResponseModel read_response_model(const std::filesystem::path& path);

}  // namespace app
