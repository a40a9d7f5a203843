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
  Checker(const Plan& plan, const Limits& limits) : plan_(plan), limits_(limits) {}

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
  void add(Severity severity, std::string field, std::string text) {
    findings_.push_back({severity, std::move(field), std::move(text)});
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
          number_text(units) + " U " + limits->name + " at each of " + std::to_string(points) +
              (points == 1 ? " site" : " sites") + " is above " + number_text(limits->units_per_site.value) +
              " U per site (" + limits->units_per_site.source + ")");
    }
  }

  /// The ceiling of one session also holds for sessions of one product closer than the labels' interval.
  void session_ceiling(std::size_t s) {
    const Session& session = plan_.sessions[s];
    const ProductLimits* limits = limits_of(session.product);
    const std::string field = index_path("sessions", s);
    if (!limits) {
      add(Severity::note, field + ".product",
          "no dose limit of " + std::string(product_name(session.product)) +
              " is on record here; see its label");
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
    const double units = session_units(session);
    const std::string ceiling = " U " + limits->name + " is above " +
                                number_text(limits->units_per_session.value) + " U per session in all (" +
                                limits->units_per_session.source + ")";
    if (units > limits->units_per_session.value) {
      add(Severity::error, field, number_text(units) + ceiling);
    } else if (units + near > limits->units_per_session.value) {
      add(Severity::error, field,
          "with the sessions less than " + number_text(limits_.weeks_between_sessions.value) +
              " weeks before, " + number_text(units + near) + ceiling);
    }
  }

  void interval(std::size_t s) {
    const Session& session = plan_.sessions[s];
    for (std::size_t i = 0; i < plan_.sessions.size(); ++i) {
      const double gap = session.week - plan_.sessions[i].week;
      if (i == s || gap < 0.0 || (gap == 0.0 && i > s) || gap >= limits_.weeks_between_sessions.value)
        continue;
      add(Severity::warning, index_path("sessions", s) + ".week",
          number_text(gap) + " weeks after sessions[" + std::to_string(i) + "] is less than " +
              number_text(limits_.weeks_between_sessions.value) + " weeks (" +
              limits_.weeks_between_sessions.source + ")");
    }
  }

  void studied(std::size_t s) {
    const Session& session = plan_.sessions[s];
    for (const StudiedDose& dose : limits_.studied) {
      if (dose.product != session.product) continue;
      if (!dose.per_leg) {
        beyond(s, dose, muscle_units(session, dose.muscles), "");
        continue;
      }
      const double left = side_units(session, dose.muscles, BodySide::left);
      const double right = side_units(session, dose.muscles, BodySide::right);
      if (left == right) {
        beyond(s, dose, left, " per leg");
      } else {
        beyond(s, dose, left, " in the left leg");
        beyond(s, dose, right, " in the right leg");
      }
    }
  }

  void beyond(std::size_t s, const StudiedDose& dose, double units, const std::string& where) {
    if (units <= dose.units) return;
    std::string group;
    for (const Muscle muscle : dose.muscles)
      group += (group.empty() ? "" : ", ") + words(simulation::name(muscle));
    add(Severity::warning, index_path("sessions", s) + ".injections",
        number_text(units) + " U" + where + " in " + group + " is beyond the studied " +
            number_text(dose.units) + " U: " + dose.finding + " (" + dose.source + ")");
  }

  /// Some label names the muscle or its group, or some study on record treated it.
  bool on_record(Muscle muscle) const {
    const auto among = [muscle](const std::vector<Muscle>& list) {
      return std::any_of(list.begin(), list.end(),
                         [muscle](Muscle known) { return simulation::is_part_of(muscle, known); });
    };
    return std::any_of(limits_.products.begin(), limits_.products.end(),
                       [&](const auto& product) { return among(product.second.labelled_muscles); }) ||
           std::any_of(limits_.studied.begin(), limits_.studied.end(),
                       [&](const StudiedDose& dose) { return among(dose.muscles); });
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
            name + " is a muscle without indication in a " +
                std::string(name_of(kRegionNames, plan_.region)) +
                " plan; its units count, its effect is not shown");
      } else if (target->muscle == Muscle::soleus) {
        add(Severity::warning, field,
            "soleus is a muscle without indication: slimming trials and leaflets treat the gastrocnemius "
            "alone (" +
                limits_.calf_muscles + ")");
      } else if (plan_.region == simulation::Region::face && !on_record(target->muscle)) {
        add(Severity::error, field,
            "no published dose or result of " + name +
                " is on record here: there is no evidence base, what is shown is an assumption");
      } else if (plan_.region == Region::face && limits &&
                 std::find(limits->labelled_muscles.begin(), limits->labelled_muscles.end(),
                           target->muscle) == limits->labelled_muscles.end()) {
        add(Severity::note, field, name + " is off-label for " + limits->name + " (" + limits->label + ")");
      }
    }
  }

  void fillers(std::size_t s) {
    for (std::size_t i = 0; i < plan_.fillers.size(); ++i) {
      if (plan_.fillers[i].week != plan_.sessions[s].week) continue;
      add(Severity::warning, index_path("fillers", i) + ".week",
          "filler and toxin in one visit, with sessions[" + std::to_string(s) +
              "]: the order and site are questions for the clinician (" + limits_.filler_same_visit + ")");
    }
  }

  void glabella_fillers() {
    for (std::size_t i = 0; i < plan_.fillers.size(); ++i)
      if (plan_.fillers[i].site == simulation::FillerSite::glabella && plan_.fillers[i].millilitres > 0.0)
        add(Severity::warning, index_path("fillers", i) + ".site",
            "filler between the brows has the most reports of lost sight of any site: 38.8 % (" +
                limits_.filler_glabella + ")");
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
        add(Severity::warning, index_path("sessions", s) + ".injections",
            "facial toxin on top of a full calf dose: " + number_text(units) + " U " + limits->name +
                " in the calves, " + number_text(limits->full_calf_units.value) + " U is a full dose (" +
                limits->full_calf_units.source + ")");
        break;
      }
    }
  }

  void region_notes() {
    if (plan_.sessions.empty()) {
      add(Severity::note, "sessions", "no session: the untreated body is shown");
      return;
    }
    if (plan_.region != Region::calf) return;
    add(Severity::note, "region", "calf slimming is off-label for every product");
    for (std::size_t s = 0; s < plan_.sessions.size(); ++s) {
      const Product product = plan_.sessions[s].product;
      if (std::find(limits_.unstudied_calf.begin(), limits_.unstudied_calf.end(), product) !=
          limits_.unstudied_calf.end())
        add(Severity::note, index_path("sessions", s) + ".product",
            "no calf trial of " + std::string(product_name(product)) +
                " was found: its curve is carried over from Botox");
    }
  }

  void calf_questions() {
    const auto& calf = plan_.person.calf;
    if (calf.fat_mm > limits_.calf_fat_mm.value)
      add(Severity::warning, "person.calf.fat_mm",
          number_text(calf.fat_mm) + " mm is above " + number_text(limits_.calf_fat_mm.value) + " mm (" +
              limits_.calf_fat_mm.source +
              "): question for the clinician: is the outline made by fat? The toxin does not reduce fat");
    for (const BodySide side : simulation::kBodySides) {
      if (calf.gastrocnemius_mm[side] >= limits_.calf_muscle_mm.value) continue;
      add(Severity::warning,
          std::string("person.calf.gastrocnemius_mm.") + (side == BodySide::left ? "left" : "right"),
          number_text(calf.gastrocnemius_mm[side]) + " mm is below " +
              number_text(limits_.calf_muscle_mm.value) + " mm (" + limits_.calf_muscle_mm.source +
              "): question for the clinician: is there enough muscle to reduce?");
    }
  }

  void line_question(const simulation::LineGrade& grade, const std::string& field,
                     std::span<const Muscle> muscles) {
    const bool treated =
        std::any_of(plan_.sessions.begin(), plan_.sessions.end(),
                    [&](const Session& session) { return muscle_units(session, muscles) > 0.0; });
    if (!treated || grade.effort > grade.rest) return;
    if (grade.rest == 0) {
      add(Severity::note, field, "no lines at rest or at full effort: there is nothing to soften");
      return;
    }
    add(Severity::warning, field,
        "the lines are no deeper at full effort (grade " + std::to_string(grade.effort) + ") than at rest (" +
            std::to_string(grade.rest) +
            "), static lines only: question for the clinician: will relaxing the muscle help?");
  }

  /// Muscles a plan may name that make a line, groups among them.
  static std::vector<Muscle> makers_of(simulation::FaceLine line) {
    std::vector<Muscle> makers;
    for (const simulation::AtlasRow& row : simulation::atlas()) {
      if (!row.muscle || !row.planned) continue;
      const auto parts = simulation::columns_of(*row.muscle);
      if (simulation::row_of(parts.front()).line == line) makers.push_back(*row.muscle);
    }
    return makers;
  }

  void line_questions() {
    using simulation::FaceLine;
    const auto& face = plan_.person.face;
    line_question(face.glabella, "person.face.glabella", makers_of(FaceLine::glabella));
    line_question(face.forehead, "person.face.forehead", makers_of(FaceLine::forehead));
    const std::vector<Muscle> eye = makers_of(FaceLine::crows_feet);
    line_question(face.crows_feet.left, "person.face.crows_feet.left", eye);
    line_question(face.crows_feet.right, "person.face.crows_feet.right", eye);
  }

  const Plan& plan_;
  const Limits& limits_;
  std::vector<Finding> findings_;
};

}  // namespace

std::vector<Finding> check_plan(const Plan& plan, const Limits& limits) {
  return Checker(plan, limits).run();
}

}  // namespace app
