#include "app/files/fillers_file.h"

#include <set>

#include "app/base/number_text.h"
#include "app/files/clinical_file.h"
#include "app/files/json_field.h"

namespace app {
namespace {

using simulation::FillerFigure;

/// What a figure must be in: its unit and the values that make sense.
struct Expected {
  std::string_view unit;
  double least;
  double most;
};

FillerFigure read_figure(const Field& field, const Expected& expected, const std::set<std::string>& known) {
  field.allow_keys({"low", "typical", "high", "unit", "sources", "assumed", "why"});
  FillerFigure figure;
  figure.unit = field.at("unit").text();
  if (figure.unit != expected.unit)
    field.at("unit").fail("is `" + figure.unit + "`, expected `" + std::string(expected.unit) + "`");
  figure.low = field.at("low").number();
  figure.typical = field.at("typical").number();
  figure.high = field.at("high").number();
  if (!(expected.least <= figure.low && figure.low <= figure.typical && figure.typical <= figure.high &&
        figure.high <= expected.most))
    field.fail("has low, typical and high " + number_text(figure.low) + ", " + number_text(figure.typical) +
               ", " + number_text(figure.high) + ", expected them in order from " +
               number_text(expected.least) + " to " + number_text(expected.most));
  figure.assumed = field.at("assumed").boolean();
  const Field sources = field.at("sources");
  for (const Field& source : sources.items()) {
    figure.sources.push_back(source.text());
    if (!known.contains(figure.sources.back()))
      source.fail("`" + figure.sources.back() + "` is not in sources.bib, expected one of its keys");
    if (figure.sources.back() == "assumption" && !figure.assumed)
      field.at("assumed").fail("is false, expected true for a figure without a published source");
  }
  if (figure.sources.empty()) sources.fail("is empty, expected at least one key of sources.bib");
  figure.why = field.at("why").text(300);
  return figure;
}

}  // namespace

simulation::FillerModel read_filler_model(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_fillers", "sites", "course_shape", "line_lift", "line_lift_half_ml"});
  if (root.at("foreshow_fillers").integer() != 1)
    root.at("foreshow_fillers").fail("is not 1, expected a file of this version");
  const std::set<std::string> known = read_source_keys(sources_of(path));
  simulation::FillerModel model;
  const Field sites = root.at("sites");
  sites.allow_keys({"glabella", "nasolabial_fold", "cheek", "lips", "tear_trough"});
  for (const auto& [site, name] : kFillerSiteNames) {
    const Field field = sites.at(name);
    field.allow_keys({"weeks_to_half", "tissue_share"});
    model.at(site).weeks_to_half = read_figure(field.at("weeks_to_half"), {"week", 1.0, 520.0}, known);
    model.at(site).tissue_share = read_figure(field.at("tissue_share"), {"share", 0.1, 1.5}, known);
  }
  model.course_shape = read_figure(root.at("course_shape"), {"ratio", 1.0, 6.0}, known);
  model.line_lift = read_figure(root.at("line_lift"), {"share", 0.0, 0.95}, known);
  model.line_lift_half_ml = read_figure(root.at("line_lift_half_ml"), {"mL", 0.01, 5.0}, known);
  return model;
}

}  // namespace app
