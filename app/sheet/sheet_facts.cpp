#include "app/sheet/sheet_facts.h"

#include "app/files/clinical_file.h"

namespace app {

SheetFacts read_sheet_facts(const Paths& paths) {
  const auto clinical = [&](const char* name) { return paths.shared_file(std::string("clinical/") + name); };
  return {read_texts(paths.shared_file("texts/en.json")),
          read_limits(clinical("limits.json")),
          read_outcomes(clinical("outcomes.json")),
          read_claims(clinical("claims.json")),
          read_evidence(clinical("evidence.json")),
          read_source_names(sources_of(clinical("evidence.json")))};
}

}  // namespace app
