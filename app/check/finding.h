#pragma once

#include <string>
#include <vector>

#include "app/files/texts.h"

namespace app {

enum class Severity { error, warning, note };

/// What a finding is about, in the order in which it can harm: the one list that findings are sorted by.
enum class Harm {
  ceiling,         // more than a label allows at all
  spread,          // to lid and sight
  overdose,        // more than a label or any study gave
  mistaken_units,  // the number of another product
  no_evidence,     // no dose on record
  cumulative,      // sessions that add up
  person,          // this person is at more risk
  placement,       // sides and areas that do not go together
  benefit,         // little to gain
  off_label,       // what the label does not name
  shown            // what the program can show of it
};

/// What every picture of a plan is marked with, when a finding leaves what is known: the worse is the
/// greater.
enum class Stamp { none, outside_published, over_label };

/// One thing to tell about a plan. `field` is a path such as `sessions[0].injections[1].units`; `text` comes
/// from the texts' family `finding.` and is part of a sentence.
struct Finding {
  Severity severity = Severity::note;
  std::string field;
  std::string text;
  Harm harm = Harm::shown;
  Stamp stamp = Stamp::none;
  bool operator==(const Finding&) const = default;
};

/// Errors, then warnings, then notes; among them what can harm first comes first, the rest stays in order.
void worst_first(std::vector<Finding>& findings);

bool has_error(const std::vector<Finding>& findings);

/// The worst stamp of the findings.
Stamp stamp_of(const std::vector<Finding>& findings);
/// Its words, a line of their own over the permanent label; empty for none.
std::string stamp_words(Stamp stamp, const Texts& texts);

/// The text with keys of sources.bib behind it, if there are any: `text (sources: a, b)`.
std::string with_sources(const std::string& text, const std::vector<std::string>& sources,
                         const Texts& texts);

/// `error|warning|note: field.path: text`, without line end. The first word is for programs that read the
/// lines, as compilers write it, and the same in every language.
std::string line_of(const Finding& finding);

}  // namespace app
