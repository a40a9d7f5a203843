#include "app/files/limits_file.h"

#include <algorithm>
#include <set>

#include "app/files/clinical_file.h"
#include "app/files/json_field.h"
#include "simulation/anatomy/atlas.h"

namespace app {
namespace {

using simulation::FaceLine;
using simulation::Muscle;

constexpr Names<FaceLine, 3> kAreaNames{{{FaceLine::glabella, "glabella"},
                                         {FaceLine::forehead, "forehead"},
                                         {FaceLine::crows_feet, "crows_feet"}}};
constexpr std::string_view kNoPaper = "assumption";

/// Reads the values of one file, knowing the keys of sources.bib.
class LimitsReader {
 public:
  explicit LimitsReader(const std::filesystem::path& path) : known_(read_source_keys(sources_of(path))) {}

  Sources sources(const Field& field) const {
    Sources keys;
    for (const Field& item : field.items()) {
      keys.push_back(item.text());
      if (!known_.contains(keys.back()))
        item.fail("`" + keys.back() + "` is not in sources.bib, expected one of its keys");
    }
    if (keys.empty()) field.fail("is empty, expected at least one key of sources.bib");
    return keys;
  }

  /// Of a caution that has no figure.
  Sources sources_alone(const Field& field) const {
    field.allow_keys({"sources"});
    return sources(field.at("sources"));
  }

  double positive(const Field& field) const {
    const double value = field.number();
    if (value <= 0.0) field.fail("is not above zero, expected a positive figure");
    return value;
  }

  Limit limit(const Field& field) const {
    field.allow_keys({"value", "sources", "assumed", "why"});
    Limit limit{positive(field.at("value")), sources(field.at("sources"))};
    const bool no_paper =
        std::find(limit.sources.begin(), limit.sources.end(), kNoPaper) != limit.sources.end();
    const auto assumed = field.find("assumed");
    if (no_paper != (assumed && assumed->boolean()))
      field.fail("expected `assumed` to be true if `sources` cites `assumption`, and only then");
    if (no_paper && field.at("why").text().empty()) field.at("why").fail("is empty, expected a reason");
    return limit;
  }

  std::optional<Limit> limit_if_any(const Field& parent, std::string_view key) const {
    const auto field = parent.find(key);
    return field ? std::optional(limit(*field)) : std::nullopt;
  }

  std::vector<Muscle> muscles(const Field& field) const {
    std::vector<Muscle> muscles;
    for (const Field& item : field.items()) muscles.push_back(item.one_of(muscle_names()));
    if (muscles.empty()) field.fail("is empty, expected muscles");
    return muscles;
  }

 private:
  std::set<std::string> known_;
};

template <typename E, std::size_t N>
E key_of(const std::array<std::pair<E, std::string_view>, N>& names, const std::string& name,
         const Field& field, const std::string& what) {
  for (const auto& [value, known] : names)
    if (known == name) return value;
  field.fail("is not " + what + ", expected one the plan format knows");
}

LabelArea read_area(FaceLine line, const Field& field, const Sources& label, const LimitsReader& read) {
  field.allow_keys({"muscles", "units", "points", "sources"});
  LabelArea area{line, read.muscles(field.at("muscles")), read.positive(field.at("units")),
                 field.at("points").integer(), label};
  if (area.points < 1) field.at("points").fail("is below one, expected the label's number of points");
  const std::vector<Muscle> of_line = simulation::planned_muscles_of(line);
  for (const Muscle muscle : area.muscles)
    if (std::find(of_line.begin(), of_line.end(), muscle) == of_line.end())
      field.at("muscles").fail(std::string(simulation::name(muscle)) +
                               " does not make this line, expected one that does");
  if (const auto own = field.find("sources")) area.sources = read.sources(*own);
  return area;
}

ProductLimits read_product(const Field& field, const LimitsReader& read) {
  field.allow_keys({"name", "sources", "units_per_site", "units_per_session", "full_calf_units",
                    "face_under_years", "areas"});
  ProductLimits limits;
  limits.name = field.at("name").text();
  limits.label = read.sources(field.at("sources"));
  limits.units_per_site = read.limit_if_any(field, "units_per_site");
  limits.units_per_session = read.limit_if_any(field, "units_per_session");
  limits.full_calf_units = read.limit_if_any(field, "full_calf_units");
  limits.face_under_years = read.limit_if_any(field, "face_under_years");
  for (const auto& [name, area] : field.at("areas").members())
    limits.areas.push_back(read_area(key_of(kAreaNames, name, area, "an area"), area, limits.label, read));
  return limits;
}

StudiedDose read_studied(const Field& field, const LimitsReader& read) {
  field.allow_keys({"product", "muscles", "per", "units", "finding", "sources"});
  constexpr Names<bool, 2> kPer{{{true, "side"}, {false, "session"}}};
  StudiedDose dose;
  dose.product = field.at("product").one_of(kProductNames);
  dose.muscles = read.muscles(field.at("muscles"));
  dose.per_side = field.at("per").one_of(kPer);
  dose.units = read.positive(field.at("units"));
  dose.finding = field.at("finding").text();
  dose.sources = read.sources(field.at("sources"));
  return dose;
}

MenDose read_men(const Field& field, const LimitsReader& read) {
  field.allow_keys({"product", "area", "up_to_units", "better_units", "sources"});
  MenDose dose{field.at("product").one_of(kProductNames), field.at("area").one_of(kAreaNames),
               read.positive(field.at("up_to_units")), read.positive(field.at("better_units")),
               read.sources(field.at("sources"))};
  if (dose.better_units <= dose.up_to_units)
    field.at("better_units").fail("is not above `up_to_units`, expected more");
  return dose;
}

void read_figures(const Field& root, const LimitsReader& read, Limits& limits) {
  const auto in = [&](std::string_view group, std::initializer_list<std::string_view> keys) {
    const Field field = root.at(group);
    field.allow_keys(keys);
    return field;
  };
  const Field mistaken = in("mistaken_units", {"within_percent", "apart_times"});
  limits.mistaken = {read.limit(mistaken.at("within_percent")), read.limit(mistaken.at("apart_times"))};
  const Field repeats = in("repeats", {"sessions_in_year", "ceilings_in_year", "antibodies"});
  limits.repeats = {read.limit(repeats.at("sessions_in_year")), read.limit(repeats.at("ceilings_in_year")),
                    read.sources_alone(repeats.at("antibodies"))};
  const Field lid = in("lid_zone", {"rim_over_eye_mm", "orbit_half_width_mm", "clear_mm"});
  limits.lid = {read.limit(lid.at("rim_over_eye_mm")), read.limit(lid.at("orbit_half_width_mm")),
                read.limit(lid.at("clear_mm"))};
  limits.weeks_between_sessions = read.limit(root.at("weeks_between_sessions"));
  limits.point_times_label = read.limit(root.at("point_times_label"));
  limits.forehead_from_years = read.limit(root.at("forehead_from_years"));
  limits.falls_from_years = read.limit(root.at("falls_from_years"));
  limits.calf_fat_mm = read.limit(root.at("calf_fat_mm"));
  limits.calf_muscle_mm = read.limit(root.at("calf_muscle_mm"));
  limits.filler_glabella_percent = read.limit(root.at("filler_glabella_percent"));
  const Field cautions = in("cautions", {"calf_muscles", "calf_off_label", "calf_sport", "forehead_alone",
                                         "one_side", "filler_same_visit"});
  limits.calf_muscles = read.sources_alone(cautions.at("calf_muscles"));
  limits.calf_off_label = read.sources_alone(cautions.at("calf_off_label"));
  limits.calf_sport = read.sources_alone(cautions.at("calf_sport"));
  limits.forehead_alone = read.sources_alone(cautions.at("forehead_alone"));
  limits.one_side = read.sources_alone(cautions.at("one_side"));
  limits.filler_same_visit = read.sources_alone(cautions.at("filler_same_visit"));
}

}  // namespace

Limits read_limits(const std::filesystem::path& path) {
  const JsonFile file = read_json(path, FileOwner::product);
  const Field root(file);
  root.allow_keys({"foreshow_limits", "products", "weeks_between_sessions", "studied", "unstudied_calf",
                   "men", "mistaken_units", "repeats", "lid_zone", "point_times_label", "forehead_from_years",
                   "falls_from_years", "calf_fat_mm", "calf_muscle_mm", "filler_glabella_percent", "cautions",
                   "questions"});
  if (root.at("foreshow_limits").integer() != 2) root.fail("foreshow_limits: unknown version, expected 2");
  const LimitsReader read(path);
  Limits limits;
  const Field products = root.at("products");
  for (const auto& [name, field] : products.members())
    limits.products[key_of(kProductNames, name, field, "a product")] = read_product(field, read);
  for (const auto& [product, name] : kProductNames)
    if (!limits.products.contains(product))
      products.fail(std::string(name) + ": missing, expected an entry for every product");
  for (const Field& field : root.at("studied").items()) limits.studied.push_back(read_studied(field, read));
  for (const Field& field : root.at("unstudied_calf").items())
    limits.unstudied_calf.push_back(field.one_of(kProductNames));
  for (const Field& field : root.at("men").items()) limits.men.push_back(read_men(field, read));
  read_figures(root, read, limits);
  for (const Field& field : root.at("questions").items()) {
    field.allow_keys({"text", "sources"});
    limits.questions.push_back({field.at("text").text(), read.sources(field.at("sources"))});
    if (limits.questions.back().text.empty()) field.fail("text: is empty, expected a question");
  }
  return limits;
}

bool is_labelled(const ProductLimits& product, Muscle muscle) {
  return std::any_of(product.areas.begin(), product.areas.end(), [muscle](const LabelArea& area) {
    return std::any_of(area.muscles.begin(), area.muscles.end(),
                       [muscle](Muscle known) { return simulation::is_part_of(muscle, known); });
  });
}

bool is_on_record(const Limits& limits, Muscle muscle) {
  return std::any_of(limits.products.begin(), limits.products.end(),
                     [&](const auto& product) { return is_labelled(product.second, muscle); }) ||
         std::any_of(limits.studied.begin(), limits.studied.end(), [&](const StudiedDose& dose) {
           return std::any_of(dose.muscles.begin(), dose.muscles.end(),
                              [muscle](Muscle known) { return simulation::is_part_of(muscle, known); });
         });
}

const LabelArea* label_area(const Limits& limits, simulation::Product product, FaceLine line) {
  const auto found = limits.products.find(product);
  if (found == limits.products.end()) return nullptr;
  for (const LabelArea& area : found->second.areas)
    if (area.line == line) return &area;
  return nullptr;
}

}  // namespace app
