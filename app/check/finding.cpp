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

Stamp stamp_of(const std::vector<Finding>& findings) {
  Stamp worst = Stamp::none;
  for (const Finding& finding : findings) worst = std::max(worst, finding.stamp);
  return worst;
}

std::string stamp_words(Stamp stamp, const Texts& texts) {
  if (stamp == Stamp::none) return {};
  return texts.at(stamp == Stamp::over_label ? "stamp.over_label" : "stamp.outside_published");
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
