#include "app/sheet/page/risk_table.h"

#include <algorithm>

namespace app {
namespace {

constexpr int kRow = 10;          // people in a row of an array of 100
constexpr double kCell = 3.2;     // room of one person
constexpr double kColumn = 42.0;  // of an array, with the room to the next
constexpr Style kHead{6.8, PANGO_WEIGHT_MEDIUM, kQuiet};
constexpr Style kName{8.6, PANGO_WEIGHT_SEMIBOLD, kText};
constexpr Style kNumbers{8.6, PANGO_WEIGHT_NORMAL, kText};
constexpr Style kNote{7.4, PANGO_WEIGHT_NORMAL, kQuiet};

/// 100 people, those who have it in one block from the bottom: the least number full, up to the most paler.
/// Nobody counted: 100 open circles.
void draw_people(Pen& pen, Spot at, const std::optional<SheetCount>& count) {
  const double cell = pen.px(kCell);
  for (int person = 0; person < kRow * kRow; ++person) {
    const Spot middle{at.x + (person % kRow + 0.5) * cell, at.y + (kRow - person / kRow - 0.5) * cell};
    if (!count)
      pen.ring(middle, 0.33 * cell, kEdge, 0.35);
    else
      pen.disc(middle, 0.4 * cell,
               person < count->low    ? kMark
               : person < count->high ? kMarkSoft
                                      : kHairline);
  }
}

std::string capital(std::string words) {
  if (!words.empty() && words[0] >= 'a' && words[0] <= 'z')
    words[0] = static_cast<char>(words[0] - 'a' + 'A');
  return words;
}

double draw_words(Pen& pen, Spot at, double width, const Sheet& sheet, const SheetRisk& risk) {
  double y = at.y;
  const auto told = [&](const std::string& head, const std::string& number) {
    const std::string name = head + ": ";
    y += pen.words({at.x, y}, width, name + number, kNumbers, name.size());
  };
  {
    const Pen::Part cell(pen, "TH");
    y += pen.words({at.x, y}, width, capital(risk.name), kName);
  }
  {
    const Pen::Part cell(pen, "TD");
    told(sheet.risks_treated, risk.treated_words);
    told(sheet.risks_untreated, risk.untreated_words);
    y += pen.words({at.x, y}, width, risk.note, kNote);
  }
  return y - at.y;
}

}  // namespace

double draw_risks(Pen& pen, Spot at, double width, const Sheet& sheet) {
  if (sheet.risks.empty()) return 0.0;
  const double column = pen.px(kColumn), array = pen.px(kCell) * kRow;
  double y = at.y;
  pen.words({at.x, y}, column, sheet.risks_treated, kHead);
  y += pen.words({at.x + column, y}, column, sheet.risks_untreated, kHead) + pen.px(1.5);
  const Pen::Part table(pen, "Table");
  for (const SheetRisk& risk : sheet.risks) {
    const Pen::Part row(pen, "TR");
    draw_people(pen, {at.x, y + pen.px(1)}, risk.treated);
    draw_people(pen, {at.x + column, y + pen.px(1)}, risk.untreated);
    const double words =
        draw_words(pen, {at.x + 2 * column + pen.px(2), y}, width - 2 * column - pen.px(2), sheet, risk);
    y += std::max(words, array + pen.px(1)) + pen.px(5);
  }
  return y - at.y;
}

}  // namespace app
