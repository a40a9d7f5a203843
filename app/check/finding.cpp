#include "app/check/finding.h"

#include <algorithm>
#include <string_view>
#include <tuple>

namespace app {

void worst_first(std::vector<Finding>& findings) {
  std::stable_sort(findings.begin(), findings.end(), [](const Finding& a, const Finding& b) {
    return std::tie(a.severity, a.harm) < std::tie(b.severity, b.harm);
  });
}

bool has_error(const std::vector<Finding>& findings) {
  return std::any_of(findings.begin(), findings.end(),
                     [](const Finding& finding) { return finding.severity == Severity::error; });
}

std::string with_sources(const std::string& text, const std::vector<std::string>& sources,
                         const Texts& texts) {
  if (sources.empty()) return text;
  std::string keys;
  for (const std::string& source : sources) keys += (keys.empty() ? "" : ", ") + source;
  return texts.fill("finding.with_sources", {{"text", text}, {"sources", keys}});
}

std::string line_of(const Finding& finding) {
  constexpr std::string_view kWords[] = {"error", "warning", "note"};
  return std::string(kWords[static_cast<std::size_t>(finding.severity)]) + ": " + finding.field + ": " +
         finding.text;
}

}  // namespace app
