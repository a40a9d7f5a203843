#include "tests/simulation/prediction/fit/trial.h"

#include <algorithm>
#include <cmath>
#include <set>
#include <stdexcept>

#include "tests/simulation/clinical.h"

namespace trial {
namespace {

using namespace simulation;

// Trials of facial lines take in moderate and severe lines; how many of each is seldom said: half and half.
constexpr int kGrades[] = {2, 3};
constexpr std::size_t kChildPrior = 2;
// Weeks at which the share of those who are better is followed until half are not.
constexpr double kFirstLostWeek = 6.0;
constexpr double kLastLostWeek = 39.0;
// Durations are told of those who had answered at day 30.
constexpr double kAnsweredWeek = 30.0 / 7.0;

const std::map<std::string, std::string>& quantity_ends() {
  static const std::map<std::string, std::string> ends{
      {"one_grade_better", "one_grade_better_effort"}, {"median_week_lost", "one_grade_better_effort"},
      {"none_or_mild", "none_or_mild_effort"},         {"grade_change", "grade_effort"},
      {"relief_rest_change", "relief_rest_change"},    {"onset_reported", "onset_reported"}};
  return ends;
}

std::string quantity_of(const app::PublishedRow& row) {
  if (row.measure == "max_girth_change") return "calf.left.max_girth_change";
  if (row.measure == "gastrocnemius_volume_change") return "calf.left.gastrocnemius.volume_change";
  if (row.measure == "procerus_volume_change") return "face.procerus.left.thickness_change";
  if (row.measure == "third_session_volume_change") return "face.masseter.left.thickness_change";
  return "face." + row.area + "." + quantity_ends().at(row.measure);
}

/// Part of a placebo group that counts as well: of abstracts of the same measures (6 to 8 % in diaries, 5 to
/// 13 % one grade better, 2 to 8 % none or mild).
double placebo_percent(const app::PublishedRow& row) {
  if (row.source == "beer2011") return 0.0;  // open label, without a placebo group
  if (row.measure == "onset_reported") return 7.0;
  if (row.measure == "one_grade_better") return row.week.value_or(0.0) > 12.0 ? 3.0 : 6.0;
  if (row.measure == "none_or_mild") return 3.0;
  return 0.0;
}

Report report_of(const app::PublishedRow& row) {
  return row.source == "beer2011" ? Report::open_label : Report::diary;
}

Plan face_plan(const app::PublishedRow& row, int grade) {
  Plan plan;
  plan.region = Region::face;
  plan.person.face.glabella = {1, grade};
  plan.person.face.forehead = {1, grade};
  plan.person.face.crows_feet = {{1, grade}, {1, grade}};
  Session session;
  session.product = row.product;
  const Muscle muscle = row.area == "forehead"   ? Muscle::frontalis
                        : row.area == "masseter" ? Muscle::masseter
                                                 : Muscle::orbicularis_oculi;
  session.injections.push_back({MuscleTarget{muscle, Side::both, 3}, 0.5 * row.units});
  plan.sessions = {session};
  if (row.measure == "third_session_volume_change") {
    plan.sessions = {session, session, session};
    plan.sessions[1].week = 26.0;
    plan.sessions[2].week = 52.0;
  }
  return plan;
}

Plan plan_of(const app::PublishedRow& row, int grade) {
  if (row.area == "calf") return clinical::calf(row.units, Side::both, row.product);
  Plan plan =
      row.area == "glabella" ? clinical::glabella(row.units, grade, row.product) : face_plan(row, grade);
  if (row.measure == "procerus_volume_change") plan.person.sex = Sex::male;  // the two who were scanned
  return plan;
}

/// Rows with the same key come from the same run.
std::string arm_of(const app::PublishedRow& row) {
  return row.area + "/" + std::to_string(static_cast<int>(row.product)) + "/" + std::to_string(row.units) +
         "/" + row.person + "/" + std::to_string(static_cast<int>(report_of(row))) +
         (row.measure == "procerus_volume_change" ? "/man" : "") +
         (row.measure == "third_session_volume_change" ? "/three" : "");
}

}  // namespace

bool is_used(const app::PublishedRow& row) {
  return row.use == app::PublishedUse::fit;
}

double misfit(const app::PublishedRow& row) {
  if (app::is_share(row)) return 0.25;
  return row.measure == "median_week_lost" ? 1.0 : 0.1 * std::abs(row.value);
}

bool is_of_children(const app::PublishedRow& row) {
  return row.person == "child";
}

Trials::Trials(const ResponseModel& model, const std::vector<app::PublishedRow>& rows, int people)
    : model_(model), rows_(rows), people_(people) {}

const Trials::Course& Trials::run(const app::PublishedRow& row, int grade, std::uint64_t study) {
  const std::string arm = arm_of(row);
  const auto [found, is_new] =
      runs_.try_emplace(arm + "/" + std::to_string(grade) + "/" + std::to_string(study));
  if (!is_new) return found->second;
  std::set<double> weeks;
  std::set<std::string> quantities;
  for (const app::PublishedRow& other : rows_) {
    if (!is_used(other) || arm_of(other) != arm) continue;
    quantities.insert(quantity_of(other));
    if (other.week) weeks.insert(*other.week);
    if (other.measure == "median_week_lost") weeks.insert(kAnsweredWeek);
    if (other.measure == "median_week_lost")
      for (double week = kFirstLostWeek; week <= kLastLostWeek; week += 1.0) weeks.insert(week);
  }
  PredictionOptions options;
  options.people = people_;
  options.seed = 1;  // common random numbers: models differ, people do not
  options.study = study + 1;
  options.report = report_of(row);
  options.weeks.assign(weeks.begin(), weeks.end());
  if (is_of_children(row)) options.calf_prior = kChildPrior;
  for (const PredictionRow& r : predict(plan_of(row, grade), model_, clinical::region(), options)) {
    if (!quantities.contains(r.quantity)) continue;
    const double sd = r.sd.value_or(std::sqrt(std::max(0.0, r.mean * (100.0 - r.mean))));
    found->second[r.quantity][r.week] = {r.mean, sd};
  }
  return found->second;
}

Result Trials::at(const app::PublishedRow& row, std::uint64_t study, double week) {
  Result sum;
  const bool graded = row.area != "calf" && row.area != "masseter";
  for (int grade : kGrades) {
    const Course& course = run(row, graded ? grade : kGrades[0], study);
    const Point& point = course.at(quantity_of(row)).at(week);
    sum.mean += 0.5 * (point.mean - (row.measure == "grade_change" ? grade : 0.0));
    sum.sd += 0.5 * point.sd;
  }
  const double placebo = 0.01 * placebo_percent(row);
  if (app::is_share(row)) {
    sum.mean = 100.0 * placebo + (1.0 - placebo) * sum.mean;
    sum.sd = std::sqrt(std::max(0.0, sum.mean * (100.0 - sum.mean)));
  }
  return sum;
}

double Trials::week_lost(const app::PublishedRow& row, std::uint64_t study, double share) {
  const double level = share * at(row, study, kAnsweredWeek).mean;
  double lost = 0.0;
  double last = 0.0;
  for (double week = kFirstLostWeek; week <= kLastLostWeek; week += 1.0) {
    const double now = at(row, study, week).mean;
    if (last >= level && now < level) lost = week - (level - now) / (last - now);
    last = now;
  }
  if (lost > 0.0) return lost;
  return last >= level ? kLastLostWeek : kFirstLostWeek;
}

Result Trials::result(const app::PublishedRow& row, std::uint64_t study) {
  if (row.measure == "median_week_lost") return {week_lost(row, study, 0.5), 0.0};
  return at(row, study, *row.week);
}

double Trials::drawn(const app::PublishedRow& row, std::uint64_t study, double chance, double other) {
  const double z = chance / std::sqrt(static_cast<double>(row.people.value_or(50)));
  if (row.measure == "median_week_lost") return week_lost(row, study, 0.5 + 0.5 * z) + other * misfit(row);
  const Result one = at(row, study, *row.week);
  if (!app::is_share(row)) return one.mean + one.sd * z + other * misfit(row);
  const double share = std::clamp(0.01 * one.mean, 1e-4, 1.0 - 1e-4);
  const double odds = share / (1.0 - share) * std::exp(other * misfit(row));
  const double moved = 100.0 * odds / (1.0 + odds);
  return std::clamp(moved + std::sqrt(moved * (100.0 - moved)) * z, 0.0, 100.0);
}

}  // namespace trial
