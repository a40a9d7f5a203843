#include "app/check/plan_check.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/base/names.h"
#include "app/base/number_text.h"
#include "app/check/dose_sums.h"
#include "simulation/anatomy/atlas.h"
#include "simulation/plan/protocol.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::Plan;
using simulation::Product;
using simulation::Region;
using simulation::Session;

std::string index_path(std::string_view list, std::size_t index) {
  return std::string(list) + "[" + std::to_string(index) + "]";
}

std::string words(std::string_view name) {
  std::string text(name);
  std::replace(text.begin(), text.end(), '_', ' ');
  return text;
}

class Checker {
 public:
  Checker(const Plan& plan, const Limits& limits, const Texts& texts)
      : plan_(plan), limits_(limits), texts_(texts) {}

  std::vector<Finding> run() {
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      sites(i);
      session_ceiling(i);
      interval(i);
      studied(i);
      muscles(i);
      fillers(i);
    }
    glabella_fillers();
    face_on_full_calf();
    region_notes();
    if (plan_.region == Region::calf) {
      calf_questions();
    } else {
      line_questions();
    }
    std::stable_sort(findings_.begin(), findings_.end(),
                     [](const Finding& a, const Finding& b) { return a.severity < b.severity; });
    return findings_;
  }

 private:
  void add(Severity severity, std::string field, std::string_view key, Texts::Values values = {}) {
    findings_.push_back({severity, std::move(field), texts_.fill(key, values)});
  }

  const ProductLimits* limits_of(Product product) const {
    const auto found = limits_.products.find(product);
    return found == limits_.products.end() ? nullptr : &found->second;
  }

  static std::string_view product_name(Product product) { return name_of(kProductNames, product); }

  void sites(std::size_t s) {
    const Session& session = plan_.sessions[s];
    const ProductLimits* limits = limits_of(session.product);
    if (!limits) return;
    for (std::size_t i = 0; i < session.injections.size(); ++i) {
      const auto& injection = session.injections[i];
      const auto* target = std::get_if<MuscleTarget>(&injection.target);
      const int points = target ? target->points.value_or(simulation::protocol_points(target->muscle)) : 1;
      const double units = injection.units / points;
      if (units <= limits->units_per_site.value) continue;
      add(Severity::error, index_path("sessions", s) + "." + index_path("injections", i) + ".units",
          points == 1 ? "finding.above_site_one" : "finding.above_site",
          {{"units", number_text(units)},
           {"product", limits->name},
           {"points", std::to_string(points)},
           {"limit", number_text(limits->units_per_site.value)},
           {"source", limits->units_per_site.source}});
    }
  }

  /// The ceiling of one session also holds for sessions of one product closer than the labels' interval.
  void session_ceiling(std::size_t s) {
    const Session& session = plan_.sessions[s];
    const ProductLimits* limits = limits_of(session.product);
    const std::string field = index_path("sessions", s);
    if (!limits) {
      add(Severity::note, field + ".product", "finding.no_limit",
          {{"product", product_name(session.product)}});
      return;
    }
    double near = 0.0;
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      const Session& other = plan_.sessions[i];
      const bool earlier = other.week < session.week || (other.week == session.week && i < s);
      if (earlier && other.product == session.product &&
          session.week - other.week < limits_.weeks_between_sessions.value)
        near += session_units(other);
    }
    const Limit& limit = limits->units_per_session;
    const double units = session_units(session);
    const bool alone = units > limit.value;
    if (!alone && units + near <= limit.value) return;
    add(Severity::error, field, alone ? "finding.above_session" : "finding.above_close_sessions",
        {{"units", number_text(alone ? units : units + near)},
         {"weeks", number_text(limits_.weeks_between_sessions.value)},
         {"product", limits->name},
         {"limit", number_text(limit.value)},
         {"source", limit.source}});
  }

  void interval(std::size_t s) {
    const Session& session = plan_.sessions[s];
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      const double gap = session.week - plan_.sessions[i].week;
      if (i == s || gap < 0.0 || (gap == 0.0 && i > s) || gap >= limits_.weeks_between_sessions.value)
        continue;
      add(Severity::warning, index_path("sessions", s) + ".week", "finding.interval",
          {{"gap", number_text(gap)},
           {"earlier", index_path("sessions", i)},
           {"weeks", number_text(limits_.weeks_between_sessions.value)},
           {"source", limits_.weeks_between_sessions.source}});
    }
  }

  void studied(std::size_t s) {
    const Session& session = plan_.sessions[s];
    for (const StudiedDose& dose : limits_.studied) {
      if (dose.product != session.product) continue;
      if (!dose.per_leg) {
        beyond(s, dose, muscle_units(session, dose.muscles), "finding.beyond_studied");
        continue;
      }
      const double left = side_units(session, dose.muscles, BodySide::left);
      const double right = side_units(session, dose.muscles, BodySide::right);
      if (left == right) {
        beyond(s, dose, left, "finding.beyond_studied_leg");
      } else {
        beyond(s, dose, left, "finding.beyond_studied_left");
        beyond(s, dose, right, "finding.beyond_studied_right");
      }
    }
  }

  void beyond(std::size_t s, const StudiedDose& dose, double units, std::string_view key) {
    if (units <= dose.units) return;
    std::string group;
    for (const Muscle muscle : dose.muscles)
      group += (group.empty() ? "" : ", ") + words(simulation::name(muscle));
    add(Severity::warning, index_path("sessions", s) + ".injections", key,
        {{"units", number_text(units)},
         {"muscles", group},
         {"studied", number_text(dose.units)},
         {"finding", dose.finding},
         {"source", dose.source}});
  }

  void muscles(std::size_t s) {
    const Session& session = plan_.sessions[s];
    const ProductLimits* limits = limits_of(session.product);
    for (std::size_t i = 0; i < session.injections.size(); ++i) {
      const auto* target = std::get_if<MuscleTarget>(&session.injections[i].target);
      if (!target) continue;
      const std::string field = index_path("sessions", s) + "." + index_path("injections", i) + ".muscle";
      const std::string name = words(simulation::name(target->muscle));
      if (region_of(session.injections[i], plan_.region) != plan_.region) {
        add(Severity::warning, field,
            plan_.region == Region::calf ? "finding.not_of_calf" : "finding.not_of_face", {{"muscle", name}});
      } else if (target->muscle == Muscle::soleus) {
        add(Severity::warning, field, "finding.soleus", {{"source", limits_.calf_muscles}});
      } else if (plan_.region == simulation::Region::face && !is_on_record(limits_, target->muscle)) {
        add(Severity::error, field, "finding.no_evidence", {{"muscle", name}});
      } else if (plan_.region == Region::face && limits &&
                 std::find(limits->labelled_muscles.begin(), limits->labelled_muscles.end(),
                           target->muscle) == limits->labelled_muscles.end()) {
        add(Severity::note, field, "finding.off_label",
            {{"muscle", name}, {"product", limits->name}, {"source", limits->label}});
      }
    }
  }

  void fillers(std::size_t s) {
    for (std::size_t i = 0; i < plan_.fillers.size(); ++i) {
      if (plan_.fillers[i].week != plan_.sessions[s].week) continue;
      add(Severity::warning, index_path("fillers", i) + ".week", "finding.filler_same_visit",
          {{"session", index_path("sessions", s)}, {"source", limits_.filler_same_visit}});
    }
  }

  void glabella_fillers() {
    for (std::size_t i = 0; i < plan_.fillers.size(); ++i)
      if (plan_.fillers[i].site == simulation::FillerSite::glabella && plan_.fillers[i].millilitres > 0.0)
        add(Severity::warning, index_path("fillers", i) + ".site", "finding.filler_glabella",
            {{"source", limits_.filler_glabella}});
  }

  void face_on_full_calf() {
    for (std::size_t s = 0; s < plan_.sessions.size(); ++s) {
      const Session& face = plan_.sessions[s];
      if (region_units(face, plan_.region, Region::face) <= 0.0) continue;
      for (const Session& calf : plan_.sessions) {
        const ProductLimits* limits = limits_of(calf.product);
        const double units = region_units(calf, plan_.region, Region::calf);
        if (!limits || std::abs(calf.week - face.week) >= limits_.weeks_between_sessions.value ||
            units < limits->full_calf_units.value)
          continue;
        add(Severity::warning, index_path("sessions", s) + ".injections", "finding.face_on_full_calf",
            {{"units", number_text(units)},
             {"product", limits->name},
             {"full", number_text(limits->full_calf_units.value)},
             {"source", limits->full_calf_units.source}});
        break;
      }
    }
  }

  void region_notes() {
    if (plan_.sessions.empty()) {
      add(Severity::note, "sessions", "finding.no_session");
      return;
    }
    if (plan_.region != Region::calf) return;
    add(Severity::note, "region", "finding.calf_off_label");
    for (std::size_t s = 0; s < plan_.sessions.size(); ++s) {
      const Product product = plan_.sessions[s].product;
      if (std::find(limits_.unstudied_calf.begin(), limits_.unstudied_calf.end(), product) !=
          limits_.unstudied_calf.end())
        add(Severity::note, index_path("sessions", s) + ".product", "finding.no_calf_trial",
            {{"product", product_name(product)}});
    }
  }

  void calf_questions() {
    const auto& calf = plan_.person.calf;
    if (calf.fat_mm > limits_.calf_fat_mm.value)
      add(Severity::warning, "person.calf.fat_mm", "finding.calf_fat",
          {{"fat_mm", number_text(calf.fat_mm)},
           {"limit_mm", number_text(limits_.calf_fat_mm.value)},
           {"source", limits_.calf_fat_mm.source}});
    for (const BodySide side : simulation::kBodySides) {
      if (calf.gastrocnemius_mm[side] >= limits_.calf_muscle_mm.value) continue;
      add(Severity::warning,
          std::string("person.calf.gastrocnemius_mm.") + (side == BodySide::left ? "left" : "right"),
          "finding.calf_muscle",
          {{"muscle_mm", number_text(calf.gastrocnemius_mm[side])},
           {"limit_mm", number_text(limits_.calf_muscle_mm.value)},
           {"source", limits_.calf_muscle_mm.source}});
    }
  }

  void line_question(const simulation::LineGrade& grade, const std::string& field,
                     std::span<const Muscle> muscles) {
    const bool treated =
        std::any_of(plan_.sessions.begin(), plan_.sessions.end(),
                    [&](const Session& session) { return muscle_units(session, muscles) > 0.0; });
    if (!treated || grade.effort > grade.rest) return;
    if (grade.rest == 0) {
      add(Severity::note, field, "finding.no_lines");
      return;
    }
    add(Severity::warning, field, "finding.static_lines",
        {{"effort", std::to_string(grade.effort)}, {"rest", std::to_string(grade.rest)}});
  }

  void line_questions() {
    using simulation::FaceLine;
    const auto& face = plan_.person.face;
    line_question(face.glabella, "person.face.glabella", simulation::planned_muscles_of(FaceLine::glabella));
    line_question(face.forehead, "person.face.forehead", simulation::planned_muscles_of(FaceLine::forehead));
    const std::vector<Muscle> eye = simulation::planned_muscles_of(FaceLine::crows_feet);
    line_question(face.crows_feet.left, "person.face.crows_feet.left", eye);
    line_question(face.crows_feet.right, "person.face.crows_feet.right", eye);
  }

  const Plan& plan_;
  const Limits& limits_;
  const Texts& texts_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_plan(const Plan& plan, const Limits& limits, const Texts& texts) {
  return Checker(plan, limits, texts).run();
}

}  // namespace app
