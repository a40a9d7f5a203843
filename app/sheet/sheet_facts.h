#pragma once

#include <map>
#include <string>
#include <vector>

#include "app/files/claims_file.h"
#include "app/files/evidence_file.h"
#include "app/files/limits_file.h"
#include "app/files/outcomes_file.h"
#include "app/files/paths.h"
#include "app/files/source_names.h"
#include "app/files/texts.h"

namespace app {

/// What a sheet tells beside its own plan: words, limits and evidence of the clinical files.
struct SheetFacts {
  Texts texts;
  Limits limits;
  std::vector<KnownOutcome> outcomes;
  std::vector<Claim> claims;
  std::vector<Evidence> evidence;
  std::map<std::string, SourceName> sources;  // by key of sources.bib
};

/// Throws AssetError where one of the files is missing or broken.
SheetFacts read_sheet_facts(const Paths& paths);

}  // namespace app
