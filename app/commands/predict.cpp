#include "app/commands/predict.h"

#include <charconv>
#include <cmath>

#include "app/base/option_value.h"
#include "app/base/version.h"
#include "app/body/workbench.h"
#include "app/commands/plan_stamp.h"
#include "app/files/evidence_file.h"
#include "app/files/file.h"
#include "app/files/json.h"
#include "app/files/plan_file.h"
#include "app/files/texts.h"

namespace app {
namespace {

constexpr int kDecimals = 4;
constexpr int kWeekDecimals = 6;  // a day is 0.142857 weeks

double rounded(double value, int decimals) {
  const double scale = std::pow(10.0, decimals);
  const double result = std::round(value * scale) / scale;
  return result == 0.0 ? 0.0 : result;  // no minus zero
}

std::string fixed(double value, int decimals) {
  char text[64];
  const auto end =
      std::to_chars(text, text + sizeof text, rounded(value, decimals), std::chars_format::fixed, decimals);
  return {text, end.ptr};
}

std::string week_text(double week) {
  std::string text = fixed(week, kWeekDecimals);
  while (text.back() == '0') text.pop_back();
  if (text.back() == '.') text.pop_back();
  return text;
}

std::string cell(const std::optional<double>& value) {
  return value ? fixed(*value, kDecimals) : "";
}

JsonValue json_cell(const std::optional<double>& value) {
  return value ? JsonValue(rounded(*value, kDecimals)) : JsonValue();
}

simulation::PredictionOptions read_options(const PredictArguments& a) {
  simulation::PredictionOptions options;
  if (a.people) options.people = static_cast<int>(whole_value("--people", *a.people, 1, 1'000'000));
  if (a.seed)
    options.seed =
        static_cast<std::uint64_t>(whole_value("--seed", *a.seed, 0, std::numeric_limits<long long>::max()));
  if (a.step) options.step_weeks = number_value("--step", *a.step, 0.01, simulation::kMaxWeek);
  if (a.until)
    options.until_week =
        number_value("--until", *a.until, 0.0, simulation::kMaxWeek + simulation::kWeeksShown);
  return options;
}

/// No citation, no figure.
void require_evidence(std::span<const simulation::PredictionRow> rows, const std::vector<Evidence>& registry,
                      const std::filesystem::path& path) {
  for (const auto& row : rows)
    if (!evidence_of(registry, row.quantity))
      fail_file(FileOwner::product, path, "quantities: `" + row.quantity + "` has no entry, expected one");
}

}  // namespace

std::string prediction_csv(std::span<const simulation::PredictionRow> rows) {
  std::string text = "week,quantity,unit,p10,p50,p90,mean,sd,sd_people,sd_reading,sd_unknown\n";
  for (const auto& row : rows) {
    text += week_text(row.week) + "," + row.quantity + "," + row.unit + "," + cell(row.p10) + "," +
            cell(row.p50) + "," + cell(row.p90) + "," + fixed(row.mean, kDecimals) + "," + cell(row.sd) +
            "," + cell(row.sd_people) + "," + cell(row.sd_reading) + "," + cell(row.sd_unknown) + "\n";
  }
  return text;
}

std::string prediction_json(std::span<const simulation::PredictionRow> rows,
                            const simulation::PredictionOptions& options, const std::string& model_hash,
                            const std::string& label, const std::string& stamp) {
  using Object = JsonValue::Object;
  JsonValue::Array items;
  for (const auto& row : rows) {
    items.emplace_back(Object{{"week", rounded(row.week, kWeekDecimals)},
                              {"quantity", row.quantity},
                              {"unit", row.unit},
                              {"p10", json_cell(row.p10)},
                              {"p50", json_cell(row.p50)},
                              {"p90", json_cell(row.p90)},
                              {"mean", rounded(row.mean, kDecimals)},
                              {"sd", json_cell(row.sd)},
                              {"sd_people", json_cell(row.sd_people)},
                              {"sd_reading", json_cell(row.sd_reading)},
                              {"sd_unknown", json_cell(row.sd_unknown)}});
  }
  Object value{{"foreshow_prediction", 1}, {"label", label}};
  if (!stamp.empty()) value.push_back({"stamp", stamp});
  value.push_back({"program_version", kVersion});
  value.push_back({"model_sha256", model_hash});
  value.push_back({"people", options.people});
  value.push_back({"seed", static_cast<double>(options.seed)});
  value.push_back({"rows", std::move(items)});
  return format_json(std::move(value));
}

void run_predict(const PredictArguments& arguments, const Paths& paths, std::ostream& out,
                 std::ostream& notes) {
  const simulation::Plan plan = read_plan(arguments.plan);
  const simulation::PredictionOptions options = read_options(arguments);
  constexpr Names<bool, 2> kFormats{{{false, "csv"}, {true, "json"}}};
  const bool json = word_value("--format", arguments.format, kFormats);
  if (arguments.file) {
    require_writable_file(*arguments.file);
    require_other_file(*arguments.file, arguments.plan);
  }

  const Texts texts = read_texts(paths.shared_file("texts/en.json"));
  const Stamp stamp = tell_stamp(arguments.plan, plan, paths, notes);
  Workbench workbench(paths);
  const auto rows = workbench.predict(plan, options);
  const std::filesystem::path evidence = paths.shared_file("clinical/evidence.json");
  require_evidence(rows, read_evidence(evidence), evidence);
  const std::string text = json ? prediction_json(rows, options, workbench.model_hash(),
                                                  permanent_label(texts), stamp_words(stamp, texts))
                                : prediction_csv(rows);
  if (arguments.file) {
    write_file(*arguments.file, text);
    return;
  }
  out << text << std::flush;
  if (!out) throw InputError("standard output: cannot be written");
}

}  // namespace app
