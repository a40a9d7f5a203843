#include <algorithm>

#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "app/check/rules.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::FaceLine;
using simulation::Region;
using simulation::Session;

bool treats(const simulation::Plan& plan, Region region) {
  return std::any_of(plan.sessions.begin(), plan.sessions.end(), [&](const Session& session) {
    return region_units(session, plan.region, region) > 0.0;
  });
}

bool treats(const simulation::Plan& plan, FaceLine line) {
  return std::any_of(plan.sessions.begin(), plan.sessions.end(),
                     [&](const Session& session) { return area_units(session, line) > 0.0; });
}

void add(const Checked& checked, const char* key, const Limit& years, const std::string& product,
         Remarks& remarks) {
  remarks.push_back({Severity::warning,
                     Harm::person,
                     "person.age_years",
                     key,
                     {{"age", number_text(checked.plan.person.age_years)},
                      {"years", number_text(years.value)},
                      {"product", product}},
                     years.sources});
}

void age(const Checked& checked, Remarks& remarks) {
  const double years = checked.plan.person.age_years;
  const Limits& limits = checked.limits;
  if (treats(checked.plan, Region::calf) && years >= limits.falls_from_years.value)
    add(checked, "finding.falls", limits.falls_from_years, {}, remarks);
  if (treats(checked.plan, FaceLine::forehead) && years >= limits.forehead_from_years.value)
    add(checked, "finding.old_forehead", limits.forehead_from_years, {}, remarks);
  for (const auto& [product, known] : limits.products) {
    if (!known.face_under_years || years < known.face_under_years->value) continue;
    const bool on_face = std::any_of(checked.plan.sessions.begin(), checked.plan.sessions.end(),
                                     [&, product = product](const Session& session) {
                                       return session.product == product &&
                                              region_units(session, checked.plan.region, Region::face) > 0.0;
                                     });
    if (on_face) add(checked, "finding.label_age", *known.face_under_years, known.name, remarks);
  }
}

void sport(const Checked& checked, Remarks& remarks) {
  if (checked.plan.person.activity != simulation::Activity::high || !treats(checked.plan, Region::calf))
    return;
  remarks.push_back({Severity::warning,
                     Harm::person,
                     "person.activity",
                     "finding.calf_sport",
                     {},
                     checked.limits.calf_sport});
}

void calf_build(const Checked& checked, Remarks& remarks) {
  const auto& calf = checked.plan.person.calf;
  const Limits& limits = checked.limits;
  if (calf.fat_mm > limits.calf_fat_mm.value)
    remarks.push_back(
        {Severity::warning,
         Harm::benefit,
         "person.calf.fat_mm",
         "finding.calf_fat",
         {{"fat_mm", number_text(calf.fat_mm)}, {"limit_mm", number_text(limits.calf_fat_mm.value)}},
         limits.calf_fat_mm.sources});
  std::vector<std::string> thin;
  std::string field;
  for (const BodySide side : simulation::kBodySides) {
    if (calf.gastrocnemius_mm[side] >= limits.calf_muscle_mm.value) continue;
    const bool left = side == BodySide::left;
    if (thin.empty()) field = std::string("person.calf.gastrocnemius_mm.") + (left ? "left" : "right");
    thin.push_back(checked.texts.fill(left ? "finding.mm_left" : "finding.mm_right",
                                      {{"mm", number_text(calf.gastrocnemius_mm[side])}}));
  }
  if (thin.empty()) return;
  remarks.push_back(
      {Severity::warning,
       Harm::benefit,
       field,
       "finding.calf_muscle",
       {{"thin", list_in_words(thin, checked.texts)}, {"limit_mm", number_text(limits.calf_muscle_mm.value)}},
       limits.calf_muscle_mm.sources});
}

/// A graded line that is treated, and where its grades stand.
struct TreatedLine {
  std::string words;
  std::string field;
  simulation::LineGrade grade;
};

std::vector<TreatedLine> treated_lines(const Checked& checked) {
  const auto& face = checked.plan.person.face;
  const Texts& texts = checked.texts;
  std::vector<TreatedLine> lines;
  if (treats(checked.plan, FaceLine::glabella))
    lines.push_back({texts.at("finding.glabella"), "person.face.glabella", face.glabella});
  if (treats(checked.plan, FaceLine::forehead))
    lines.push_back({texts.at("finding.forehead"), "person.face.forehead", face.forehead});
  if (treats(checked.plan, FaceLine::crows_feet)) {
    lines.push_back({texts.at("finding.left_eye"), "person.face.crows_feet.left", face.crows_feet.left});
    lines.push_back({texts.at("finding.right_eye"), "person.face.crows_feet.right", face.crows_feet.right});
  }
  return lines;
}

void lines(const Checked& checked, Remarks& remarks) {
  std::vector<std::string> fixed, none;
  std::string fixed_field, none_field;
  for (const TreatedLine& line : treated_lines(checked)) {
    if (line.grade.effort > line.grade.rest) continue;
    const bool nothing = line.grade.rest == 0;
    std::vector<std::string>& list = nothing ? none : fixed;
    if (list.empty()) (nothing ? none_field : fixed_field) = line.field;
    list.push_back(line.words);
  }
  if (!fixed.empty())
    remarks.push_back({Severity::warning,
                       Harm::benefit,
                       fixed_field,
                       "finding.static_lines",
                       {{"lines", list_in_words(fixed, checked.texts)}},
                       {}});
  if (!none.empty())
    remarks.push_back({Severity::note,
                       Harm::benefit,
                       none_field,
                       "finding.no_lines",
                       {{"lines", list_in_words(none, checked.texts)}},
                       {}});
}

}  // namespace

void check_person(const Checked& checked, Remarks& remarks) {
  age(checked, remarks);
  sport(checked, remarks);
  if (checked.plan.region == Region::calf)
    calf_build(checked, remarks);
  else
    lines(checked, remarks);
}

}  // namespace app
