// The numbers of the panels are those of predict: the same p50, p10 and p90, rounded in the same way.
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>

#include "app/body/quantity_words.h"
#include "app/files/plan_file.h"
#include "app/window/view/curves.h"
#include "app/window/view/structure_view.h"
#include "simulation/plan/names.h"
#include "simulation/prediction/main_quantity.h"
#include "tests/app/window/panel_harness.h"
#include "tests/simulation/prediction/rows.h"

namespace {

using namespace app;
using clinical::Rows;
using simulation::Muscle;
using simulation::MuscleTarget;
using simulation::PredictionRow;
using simulation::Responder;
using simulation::Side;

constexpr double kWeeks[] = {0.0, 2.0, 8.0, 13.0, 30.0};

simulation::Plan stored_plan(const std::string& name) {
  return read_plan(std::string(FORESHOW_ASSETS_SOURCE) + "/plans/" + name + ".json");
}

simulation::Plan jaw_plan() {
  simulation::Plan plan = clinical::glabella(0.0);
  plan.sessions[0].injections = {{MuscleTarget{Muscle::masseter, Side::left, 5}, 20.0},
                                 {MuscleTarget{Muscle::masseter, Side::right, 5}, 30.0}};
  return plan;
}

Rows predicted(const simulation::Plan& plan) {
  return clinical::predict(plan, 1.0, simulation::last_shown_week(plan), 300);
}

Session session_on(const simulation::Plan& plan, Mode mode = Mode::consultant) {
  Session session = sample_session(mode);
  session.region = plan.region;
  session.view().plan = plan;
  return session;
}

/// A desk on a plan with what predict says of it.
struct Desk : PanelHarness {
  explicit Desk(const simulation::Plan& plan)
      : PanelHarness(session_on(plan), ImVec2(1600, 1400), false), rows(predicted(plan)) {
    data.curves = curves_of(rows);
  }
  Session& session() { return history.now; }
  std::string value(const std::string& quantity, double number) const {
    return quantity_value(texts, quantity_of(quantity), number);
  }
  std::string digits(const std::string& quantity, double week) const {
    return quantity_digits(quantity_of(quantity), *row(quantity, week).p50);
  }
  const PredictionRow& row(const std::string& quantity, double week) const {
    return clinical::row(rows, quantity, week);
  }
  Rows rows;
  Texts texts = read_texts(std::string(FORESHOW_ASSETS_SOURCE) + "/texts/en.json");
};

/// A value of a row, a grade by its name.
std::string worded(const Desk& desk, const std::string& quantity, double value) {
  if (quantity_of(quantity).told != simulation::Told::grade) return desk.value(quantity, value);
  return desk.texts.at("grade." + std::to_string(std::lround(value)));
}

std::string expected_range(const Desk& desk, const PredictionRow& row) {
  if (row.sd_reading > 0.0 && *row.sd_people + *row.sd_unknown < 1e-9)
    return "Not treated, a tape reads " + desk.value(row.quantity, *row.p10) + " to " +
           desk.value(row.quantity, *row.p90);
  const std::string low = worded(desk, row.quantity, row.people_p10.value_or(*row.p10)),
                    high = worded(desk, row.quantity, row.people_p90.value_or(*row.p90));
  return "Most people " + (low == high ? low : low + " to " + high);
}

std::string expected_row(const Desk& desk, const PredictionRow& row) {
  if (!row.p50) return desk.value(row.quantity, row.mean);
  return worded(desk, row.quantity, *row.p50) + " " + expected_range(desk, row);
}

/// What the panel calls by a quantity's name is predict's p50, and its range that of people, for every one.
TEST(QuantityPanels, EveryQuantityOfThePanelIsThatOfPredict) {
  for (const simulation::Plan& plan : {stored_plan("calf-standard"), stored_plan("calf-one-leg"),
                                       stored_plan("face-full"), stored_plan("face-glabella"), jaw_plan()}) {
    Desk desk(plan);
    // With a second plan the panel shows any quantity that is asked for: the same one here.
    desk.session().view().beside = plan;
    desk.data.beside = BesideView{true, desk.data.curves};
    for (const double week : kWeeks) {
      desk.session().view().week = week;
      for (const Curve& curve : desk.data.curves) {
        desk.session().view().quantity = curve.quantity;
        const std::string wanted = expected_row(desk, desk.row(curve.quantity, week));
        const std::string told = desk.told();
        ASSERT_NE(told.find(" A " + wanted + " B " + wanted), std::string::npos)
            << plan.title << ", week " << week << ", " << curve.quantity << ": " << wanted << "\n"
            << told;
      }
    }
  }
}

TEST(QuantityPanels, CardsOfTheCalfAreThoseOfPredict) {
  Desk desk(stored_plan("calf-standard"));
  for (const double week : kWeeks) {
    desk.session().view().week = week;
    const std::string told = desk.told();
    for (const std::string side : {"left", "right"}) {
      const std::string girth = "calf." + side + ".max_girth";
      EXPECT_NE(told.find((side == "left" ? "Left " : "Right ") + desk.digits(girth, 0.0) + " → " +
                          desk.digits(girth, week) + " cm"),
                std::string::npos)
          << told;
    }
    for (const auto& [heading, end] : {std::pair("Muscle size", "volume_change"), {"Nerve block", "block"}}) {
      const std::string key = "calf.left.gastrocnemius." + std::string(end);
      const std::string right = "calf.right.gastrocnemius." + std::string(end);
      const std::string own = desk.value(key, *desk.row(key, week).p50),
                        other = desk.value(right, *desk.row(right, week).p50);
      const std::string wanted = own == other ? own : "L " + own + " R " + other;
      EXPECT_NE(told.find(std::string(heading) + " " + wanted), std::string::npos) << wanted << "\n" << told;
    }
  }
}

TEST(QuantityPanels, ThePushOffIsToldOfferedAndHasItsCard) {
  Desk desk(stored_plan("calf-one-leg"));
  desk.session().view().week = 8.0;
  const PredictionRow& row = desk.row("calf.right.push_off_change", 8.0);
  ASSERT_LT(*row.p50, -1.0);
  EXPECT_NE(desk.told().find("Strength of the push-off " + expected_row(desk, row)), std::string::npos);
  desk.press("info/push_off_change");
  EXPECT_EQ(desk.session().overlay.card, "push_off");
  EXPECT_EQ(desk.session().overlay.quantity, row.quantity);
  const auto offered = simulation::timeline_quantities(desk.session().plan());
  EXPECT_NE(std::find(offered.begin(), offered.end(), row.quantity), offered.end());
}

TEST(QuantityPanels, CardsOfTheFaceAreThoseOfPredict) {
  Desk desk(stored_plan("face-full"));
  const auto grade = [&](double value) {
    return desk.texts.at("grade." + std::to_string(std::lround(value)));
  };
  for (const double week : kWeeks) {
    desk.session().view().week = week;
    const std::string told = desk.told();
    for (const std::string line : {"glabella", "forehead", "crows_feet"}) {
      const std::string key = "face." + line + ".";
      std::string wanted = desk.texts.at("place." + line);
      for (const auto& [heading, end] :
           {std::pair("At full effort", "grade_effort"), {"At rest", "grade_rest"}}) {
        const PredictionRow& row = desk.row(key + end, week);
        wanted += std::string(" ") + heading + " " + grade(*desk.row(key + end, 0.0).p50) + " → " +
                  grade(*row.p50) + " " + expected_range(desk, row);
      }
      wanted += " None or mild in " +
                quantity_digits(quantity_of(key + "none_or_mild_effort"),
                                desk.row(key + "none_or_mild_effort", week).mean) +
                " of 100 people now";
      EXPECT_NE(told.find(wanted), std::string::npos) << wanted << "\n" << told;
    }
    const PredictionRow& brow = desk.row("face.brow.left.height_change", week);
    EXPECT_NE(told.find("Brow height at rest " + expected_row(desk, brow)), std::string::npos) << told;
    for (const std::string& key : simulation::thickness_quantities(desk.session().plan())) {
      const auto muscle = simulation::quantity_named(key)->place.muscle;
      EXPECT_NE(told.find(desk.texts.at("muscle." + std::string(name(muscle))) + " " +
                          expected_row(desk, desk.row(key, week))),
                std::string::npos)
          << key << "\n"
          << told;
    }
  }
}

TEST(QuantityPanels, TheTimelineBeginsWithTheMainQuantityOfThePlan) {
  for (const simulation::Plan& plan : {stored_plan("calf-one-leg"), stored_plan("face-full"), jaw_plan()}) {
    Desk desk(plan);
    EXPECT_NE(desk.told().find(quantity_name(desk.texts, simulation::main_quantity(plan))), std::string::npos)
        << simulation::main_quantity(plan);
  }
}

TEST(QuantityPanels, TheTappedMuscleHasTheNumbersOfPredict) {
  Desk desk(stored_plan("face-full"));
  desk.session().view().week = 8.0;
  for (const auto& [structure, own] : {std::pair(simulation::Structure::frontalis, "frontalis"),
                                       {simulation::Structure::corrugator, "corrugator"}}) {
    desk.session().tapped = Tapped{structure, simulation::BodySide::left, true, 0, {}, 0};
    StructureView view;
    tell_as_predicted(view, desk.session(), desk.data);
    const std::string key = "face." + std::string(own) + ".left.";
    EXPECT_DOUBLE_EQ(view.effect.block, *desk.row(key + "block", 8.0).p50);
    EXPECT_NEAR(100.0 * (view.effect.volume - 1.0), *desk.row(key + "thickness_change", 8.0).p50, 1e-9);
  }
  // No row of predict: the drawn state's figures stay.
  desk.session().tapped->structure = simulation::Structure::zygomaticus;
  StructureView view;
  view.effect = {StructureEffect::Reach::spread, 0.04, 0.99};
  tell_as_predicted(view, desk.session(), desk.data);
  EXPECT_EQ(view.effect.block, 0.04);
  EXPECT_EQ(view.effect.volume, 0.99);
}

/// p10 and p90 of girth hold the error of a tape; a person who responds little does not grow by it.
TEST(ShownValue, LowAndHighResponderAreThePeopleWithoutTheErrorOfTheTape) {
  const Desk desk(stored_plan("calf-standard"));
  Session session = desk.history.now;
  session.view().week = 8.0;
  for (const Curve& curve : desk.data.curves) {
    const PredictionRow& row = desk.row(curve.quantity, 8.0);
    const auto now = [&](Responder responder) {
      session.responder = responder;
      return shown_value(curve, session).now;
    };
    EXPECT_DOUBLE_EQ(now(Responder::typical), *row.p50) << curve.quantity;
    const double least = row.people_p10.value_or(*row.p10), most = row.people_p90.value_or(*row.p90);
    const bool falls = *row.p50 < shown_value(curve, session).before;
    EXPECT_NEAR(now(Responder::low), falls ? most : least, 1e-12) << curve.quantity;
    EXPECT_NEAR(now(Responder::high), falls ? least : most, 1e-12) << curve.quantity;
    if (curve.quantity == "calf.left.max_girth_change") {
      EXPECT_GT(shown_value(curve, session).range.read.high, 0.0);    // a tape may read more
      EXPECT_LT(shown_value(curve, session).range.people.high, 0.0);  // of people who got thinner
      EXPECT_LT(now(Responder::low), 0.0);                            // yet the leg is thinner
    }
  }
}

TEST(ShownValue, WhileTheToxinIsNotShownNothingHasChanged) {
  const Desk desk(stored_plan("face-glabella"));
  Session session = desk.history.now;
  session.view().week = 8.0;
  session.treatment = Treatment::filler;
  for (const Curve& curve : desk.data.curves) {
    const ShownValue shown = shown_value(curve, session);
    EXPECT_EQ(shown.now, shown.before) << curve.quantity;
  }
}

TEST(QuantityPanels, TheKioskTellsOfTheLegThatIsTreated) {
  const simulation::Plan plan = stored_plan("calf-one-leg");  // right leg only
  PanelHarness booth(session_on(plan, Mode::kiosk), ImVec2(1920, 1080), true);
  const Rows rows = predicted(plan);
  booth.data.curves = curves_of(rows);
  booth.press("kiosk.begin");
  booth.press("kiosk.notice.accept");
  booth.history.now.view().week = 8.0;
  const PredictionRow& row = clinical::row(rows, "calf.right.max_girth_change", 8.0);
  const auto number = [&](double value) { return quantity_digits(quantity_of(row.quantity), value); };
  const std::string told = booth.told();
  EXPECT_NE(told.find("Most people: " + number(*row.people_p10) + "\u00A0cm to " + number(*row.people_p90) +
                      "\u00A0cm of girth. Some see no change. A tape may read " + number(*row.p10) +
                      "\u00A0cm to " + number(*row.p90) + "\u00A0cm."),
            std::string::npos)
      << told;
}

TEST(QuantityWords, OneRoundingForAll) {
  const auto digits = [](const char* key, double value) { return quantity_digits(quantity_of(key), value); };
  EXPECT_EQ(digits("calf.left.max_girth", 36.44), "36.4");
  EXPECT_EQ(digits("calf.left.max_girth_change", 0.26), "+0.3");
  EXPECT_EQ(digits("calf.left.max_girth_change", -0.04), "0.0");
  EXPECT_EQ(digits("calf.left.gastrocnemius.volume_change", -14.4), "−14");
  EXPECT_EQ(digits("face.corrugator.left.block", 0.784), "78");
  EXPECT_EQ(digits("face.glabella.none_or_mild_effort", 77.4), "77");
  EXPECT_THROW(quantity_of("calf.left.weight"), std::invalid_argument);
}

}  // namespace
