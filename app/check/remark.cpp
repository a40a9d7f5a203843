#include "app/check/remark.h"

#include <algorithm>

#include "app/base/number_text.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::FaceLine;

/// Remarks that are told as one.
struct Group {
  const Remark* first = nullptr;
  std::vector<double> weeks;
  std::vector<double> amounts;
  std::size_t count = 0;
};

bool told_as_one(const Remark& a, const Remark& b) {
  return a.severity == b.severity && a.harm == b.harm && a.key == b.key && a.values == b.values &&
         a.sources == b.sources && a.session.has_value() == b.session.has_value();
}

std::vector<Group> grouped(const Remarks& remarks, const simulation::Plan& plan) {
  std::vector<Group> groups;
  for (const Remark& remark : remarks) {
    auto found = std::find_if(groups.begin(), groups.end(),
                              [&](const Group& group) { return told_as_one(*group.first, remark); });
    if (found == groups.end()) found = groups.insert(groups.end(), Group{&remark, {}, {}, 0});
    ++found->count;
    if (remark.session) found->weeks.push_back(plan.sessions[*remark.session].week);
    if (remark.amount) found->amounts.push_back(*remark.amount);
  }
  for (Group& group : groups) {
    std::sort(group.weeks.begin(), group.weeks.end());
    group.weeks.erase(std::unique(group.weeks.begin(), group.weeks.end()), group.weeks.end());
  }
  return groups;
}

std::string amount_text(const std::vector<double>& amounts, const Texts& texts) {
  if (amounts.empty()) return {};
  const auto [least, most] = std::minmax_element(amounts.begin(), amounts.end());
  const std::string low = number_text(*least), high = number_text(*most);
  return low == high ? low : texts.fill("finding.range", {{"low", low}, {"high", high}});
}

std::string with_weeks(const std::string& text, const std::vector<double>& weeks, const Texts& texts) {
  constexpr std::size_t kListed = 4;  // more are told as first and last
  if (weeks.size() == 1)
    return texts.fill("finding.in_session", {{"week", number_text(weeks[0])}, {"text", text}});
  if (weeks.size() > kListed)
    return texts.fill("finding.in_many_sessions", {{"count", std::to_string(weeks.size())},
                                                   {"first", number_text(weeks.front())},
                                                   {"last", number_text(weeks.back())},
                                                   {"text", text}});
  std::vector<std::string> words;
  for (const double week : weeks) words.push_back(number_text(week));
  return texts.fill("finding.in_sessions", {{"weeks", list_in_words(words, texts)}, {"text", text}});
}

}  // namespace

std::vector<Finding> worded(const Remarks& remarks, const Checked& checked) {
  const Texts& texts = checked.texts;
  std::vector<Finding> findings;
  for (const Group& group : grouped(remarks, checked.plan)) {
    auto values = group.first->values;
    values.emplace_back("amount", amount_text(group.amounts, texts));
    values.emplace_back("times_told", std::to_string(group.count));
    std::string text = texts.fill(group.first->key, values);
    if (checked.plan.sessions.size() > 1 && !group.weeks.empty()) text = with_weeks(text, group.weeks, texts);
    findings.push_back({group.first->severity, group.first->field,
                        with_sources(text, group.first->sources, texts), group.first->harm,
                        group.first->stamp});
  }
  return findings;
}

std::string session_path(std::size_t session) {
  return "sessions[" + std::to_string(session) + "]";
}

std::string injection_path(std::size_t session, std::size_t injection) {
  return session_path(session) + ".injections[" + std::to_string(injection) + "]";
}

std::string list_in_words(const std::vector<std::string>& words, const Texts& texts) {
  std::vector<std::string> once;
  for (const std::string& word : words)
    if (std::find(once.begin(), once.end(), word) == once.end()) once.push_back(word);
  std::string list;
  for (std::size_t i = 0; i < once.size(); ++i) {
    if (i > 0 && i + 1 == once.size())
      list = texts.fill("finding.list_end", {{"list", list}, {"last", once[i]}});
    else
      list += (i == 0 ? "" : ", ") + once[i];
  }
  return list;
}

std::string words_of(simulation::Muscle muscle) {
  std::string text(simulation::name(muscle));
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

std::string words_of(const std::vector<simulation::Muscle>& muscles, const Texts& texts) {
  std::vector<std::string> words;
  for (const simulation::Muscle muscle : muscles) words.push_back(words_of(muscle));
  return list_in_words(words, texts);
}

std::string words_of(FaceLine area, const Texts& texts) {
  switch (area) {
    case FaceLine::glabella:
      return texts.at("finding.glabella");
    case FaceLine::forehead:
      return texts.at("finding.forehead");
    case FaceLine::crows_feet:
      return texts.at("finding.crows_feet");
  }
  return {};
}

void add_sources(Sources& sources, const Sources& more) {
  for (const std::string& source : more)
    if (std::find(sources.begin(), sources.end(), source) == sources.end()) sources.push_back(source);
}

const ProductLimits* limits_of(const Checked& checked, simulation::Product product) {
  const auto found = checked.limits.products.find(product);
  return found == checked.limits.products.end() ? nullptr : &found->second;
}

}  // namespace app
