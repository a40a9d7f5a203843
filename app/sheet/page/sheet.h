#pragma once

#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/base/names.h"
#include "render/image/image.h"

/// All that stands on the take-home sheet, in the order in which it is read. What it says is worked out
/// before (../make_sheet.h); where it stands is page.h's business.
namespace app {

enum class Paper { a4, letter };
inline constexpr Names<Paper, 2> kPaperNames{{{Paper::a4, "a4"}, {Paper::letter, "letter"}}};

struct SheetPicture {
  render::Image image;
  std::string caption,
      range;  // what it shows, and where most people end up then; no range of an untreated body
  bool operator==(const SheetPicture&) const = default;
};

/// A place on an axis and its words.
struct SheetTick {
  double at = 0.0;  // week, or value
  std::string words;
  bool operator==(const SheetTick&) const = default;
};

/// The outcome curve: a band, the typical line in it, and what is marked on the weeks.
struct SheetCurve {
  enum class Mark { session, filler, turn };
  struct Point {
    double week = 0.0, low = 0.0, middle = 0.0, high = 0.0;
    bool operator==(const Point&) const = default;
  };
  struct Marked {
    Mark kind = Mark::session;
    SheetTick tick;
    bool operator==(const Marked&) const = default;
  };
  /// What others say of when something happens: one row under the weeks.
  struct Claim {
    double from_week = 0.0, until_week = 0.0;
    std::string words;
    bool filled = false;
    bool operator==(const Claim&) const = default;
  };
  struct Lane {
    std::string name;
    std::vector<Claim> claims;
    bool operator==(const Lane&) const = default;
  };

  std::string title;
  std::string key;      // what band and line are
  std::string summary;  // what it says in words
  double last_week = 39.0;
  double low = -1.0, high = 1.0;  // of the value axis
  std::vector<Point> points;      // weeks ascending; none: nothing is drawn
  std::vector<SheetTick> values, months;
  std::string months_name;    // left of them
  std::vector<Marked> marks;  // weeks ascending
  std::vector<Lane> lanes;
  bool operator==(const SheetCurve&) const = default;
};

/// Something with its name in front.
struct SheetRow {
  std::string name, text;
  bool operator==(const SheetRow&) const = default;
};

/// How many of 100 have something, whole people. Where both are equal there is one figure.
struct SheetCount {
  int low = 0, high = 0;
  bool operator==(const SheetCount&) const = default;
};

/// One side effect with treatment and without.
struct SheetRisk {
  std::string name, note;
  SheetCount treated;
  std::string treated_words;
  std::optional<SheetCount> untreated;  // nothing: nobody counted it
  std::string untreated_words;
  bool operator==(const SheetRisk&) const = default;
};

struct Sheet {
  Paper paper = Paper::a4;
  std::string language = "en";
  std::string iso_date;  // YYYY-MM-DD, also of the file
  std::string maker;     // program and version

  std::string title, subtitle, date;
  std::vector<SheetRow> notices;  // what must not be missed, boxed
  std::vector<SheetPicture> pictures;
  std::string pictures_note;
  SheetCurve curve;
  std::string plan_title;
  std::vector<SheetRow> plan;
  std::string expect_title, expect_note;
  std::vector<SheetRow> expect;
  std::string risks_title, risks_treated, risks_untreated;
  std::vector<SheetRisk> risks;
  std::vector<std::string> risk_notes;
  SheetRow help;  // empty text: none
  std::string limits_title;
  std::vector<std::string> limits;
  std::string evidence_title;
  std::vector<std::string> evidence;
  SheetRow decide;
  std::string label;  // the permanent label
  bool operator==(const Sheet&) const = default;
};

}  // namespace app
