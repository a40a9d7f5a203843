#include "app/commands/command_line.h"

#include <CLI/CLI.hpp>
#include <algorithm>
#include <vector>

#include "app/base/error.h"
#include "app/base/nearest.h"
#include "app/base/version.h"

namespace app {
namespace {

namespace fs = std::filesystem;

constexpr const char* kLayers = "skin, muscle, xray, heat or, of a calf, fat";

constexpr const char* kBeside =
    "A second plan for the same person, or a case for its plan, shown beside the first";

/// Everything a command line can fill; which of it counts is decided by the command that was named.
struct Parsed {
  std::string window_plan;
  std::string window_beside;
  KioskArguments kiosk;
  CaptureArguments capture;
  PredictArguments predict;
  CheckArguments check;
  ExportArguments export_;
  SheetArguments sheet;
};

void add_plan(CLI::App& command, fs::path& plan) {
  command.add_option("PLAN", plan, "Plan or case file")->required()->type_name("");
}

void add_pose(CLI::App& command, PoseArguments& a) {
  command
      .add_option("--expression", a.expression,
                  "Face: neutral, frown, raise, squint, smile or, of the eyes, shut (neutral)")
      ->type_name("E");
  command.add_option("--pose", a.pose, "Calf: standing or tiptoe (standing)")->type_name("P");
  command.add_option("--effort", a.effort, "Expression or tip-toe: how hard, 0 to 1 (1)")->type_name("N");
}

void add_capture(CLI::App& app, CaptureArguments& a) {
  CLI::App& c = *app.add_subcommand("capture", "Stills or a clip; needs no display and no GPU");
  add_plan(c, a.plan);
  c.add_option("-o,--output", a.folder, "Folder for the pictures; made if missing")->type_name("DIR");
  c.add_option("--weeks", a.weeks, "Weeks, such as 0,8,26 (0,12,39)")->type_name("W,W");
  c.add_option("--views", a.views,
               "front, back, left, right, quarter-left, quarter-right; face: top, glabella, forehead, "
               "crows-feet-left, crows-feet-right, lower-face, jaw-left, jaw-right; calf: calf-back, "
               "calf-inner-left, calf-inner-right, calf-outer-left, calf-outer-right, calf-heel")
      ->type_name("V,V");
  c.add_option("--responder", a.responder, "low, typical, high or all (typical)")->type_name("R");
  c.add_option("--size", a.size, "Pixels, such as 1600x1200")->type_name("WxH");
  c.add_option("--preset", a.preset, "A size by name, such as square, portrait, story, full-hd")
      ->type_name("NAME");
  c.add_option("--dpi", a.dpi, "Dots per inch, told in the file for printing, 36 to 2400 (300)")
      ->type_name("N");
  c.add_option("--bits", a.bits, "Stills: bits of each colour, 8 or 16 (8)")->type_name("N");
  c.add_option("--layer", a.layer, std::string(kLayers) + " (skin)")->type_name("L");
  c.add_option("--isolate", a.isolate,
               "Muscle, xray and fat layers: show this structure alone, such as soleus")
      ->type_name("NAME");
  c.add_option("--hide", a.hide, "The same layers: leave these structures out")->type_name("NAME,NAME");
  c.add_option("--treatment", a.treatment, "Face: what is shown of a plan, toxin, filler or both (both)")
      ->type_name("T");
  c.add_option("--state", a.state,
               "A possible side effect, shown for teaching: none, bumps, bruise, lid-droop, brow-droop, "
               "uneven-smile or weak-push-off (none)")
      ->type_name("S");
  c.add_option("--compare", a.compare, "none, side, wipe or ghost, against week 0 (none)")->type_name("C");
  c.add_option("--wipe", a.wipe, "Place of the divider of --compare wipe, 0 (left) to 1 (on the shape)")
      ->type_name("X");
  c.add_option("--light", a.light,
               "clinical, beauty or a Radiance .hdr map; any but clinical is named in the picture (clinical)")
      ->type_name("LIGHT");
  c.add_option("--beside", a.beside, kBeside)->type_name("PLAN2");
  add_pose(c, a.pose);
  c.add_option(
       "--tape", a.tape,
       "Calf: a measuring tape and its readings, at largest (where the calf is widest) or 0 (knee) to 1 "
       "(ankle)")
      ->type_name("T");
  c.add_flag("--points", a.points, "Needle points on the skin with their units, and possible spread");
  c.add_option("--clip", a.clip, "Clip over the weeks: .mp4, .webm or .gif (needs ffmpeg)")
      ->type_name("FILE");
  c.add_option("--seconds", a.seconds, "Length of the clip, 1 to 60 (8)")->type_name("N");
  c.add_flag("--caption", a.caption,
             "Week and responder in the corner (clips and comparisons always have them)");
  c.add_flag("--transparent", a.transparent, "No background");
  c.add_option("--name", a.name, "File name, such as {region}_{view}_w{week:02}_{responder}")
      ->type_name("TEXT");
  c.add_option("--reference", a.reference, "Picture the one picture must match; else exit code 5")
      ->type_name("FILE");
  c.add_option("--max-difference", a.max_difference,
               "Largest allowed difference of any colour value, 0 to 255 (0)")
      ->type_name("X");
}

void add_predict(CLI::App& app, PredictArguments& a) {
  CLI::App& c = *app.add_subcommand("predict", "The range of outcomes over a population, week by week");
  add_plan(c, a.plan);
  c.add_option("-o,--output", a.file, "File to write (standard output)")->type_name("FILE");
  c.add_option("--people", a.people, "People drawn, 1 to 1000000 (2000)")->type_name("N");
  c.add_option("--seed", a.seed, "Seed of the draw (1)")->type_name("S");
  c.add_option("--step", a.step, "Weeks between rows (1)")->type_name("WEEKS");
  c.add_option("--until", a.until, "Last week (39 after the last session)")->type_name("WEEK");
  c.add_option("--format", a.format, "csv or json (csv)")->type_name("F");
}

void add_export(CLI::App& app, ExportArguments& a) {
  CLI::App& c = *app.add_subcommand("export", "The skin surface of one week, in millimetres");
  add_plan(c, a.plan);
  c.add_option("--week", a.week, "Week")->required()->type_name("W");
  c.add_option("--responder", a.responder, "low, typical or high (typical)")->type_name("R");
  add_pose(c, a.pose);
  c.add_option("-o,--output", a.file, "File to write: .glb, .ply, .stl or .obj")
      ->required()
      ->type_name("FILE");
}

void add_sheet(CLI::App& app, SheetArguments& a) {
  CLI::App& c = *app.add_subcommand("sheet", "A take-home sheet: one page of pictures and plain words");
  add_plan(c, a.plan);
  c.add_option("-o,--output", a.file, "File to write: .pdf")->required()->type_name("FILE");
  c.add_option("--paper", a.paper, "a4 or letter (a4)")->type_name("P");
  c.add_option("--weeks", a.weeks, "Weeks of the pictures, at most four (before, peak and last)")
      ->type_name("W,W");
  c.add_option("--responder", a.responder, "low, typical or high (typical)")->type_name("R");
}

void build(CLI::App& app, Parsed& parsed) {
  app.set_help_flag("--help,-h", "Show this help and end");
  app.set_version_flag("--version", std::string(kProgramName) + " " + kVersion, "Show the version and end");
  app.add_option("PLAN", parsed.window_plan, "Plan, case or saved picture to open in the window")
      ->type_name("");
  app.add_option("--beside", parsed.window_beside, kBeside)->type_name("PLAN2");
  app.require_subcommand(0, 1);
  CLI::App& kiosk = *app.add_subcommand("kiosk", "Touch kiosk, full screen");
  kiosk.add_option("--config", parsed.kiosk.config, "Kiosk settings")->type_name("FILE");
  kiosk.add_flag("--prepare", parsed.kiosk.prepare,
                 "At set-up: work out the bodies the kiosk shows and keep them, then end. The kiosk itself "
                 "writes to no cache");
  add_capture(app, parsed.capture);
  add_predict(app, parsed.predict);
  add_plan(*app.add_subcommand("check", "Problems and safety warnings of a plan, one line each"),
           parsed.check.plan);
  add_export(app, parsed.export_);
  add_sheet(app, parsed.sheet);
  app.footer(
      "Exit codes: 0 ok, 2 wrong input, 3 asset missing or broken, 4 no graphics, 5 picture differs.\n"
      "Simulation - a model, not a patient. Results vary.");
}

std::string unknown_argument(const CLI::App& app, const CLI::App& command) {
  std::vector<std::string> names;
  for (const CLI::Option* option : command.get_options())
    for (const std::string& name : option->get_lnames()) names.push_back("--" + name);
  const std::vector<std::string> words = app.remaining(true);
  const auto dashed = std::find_if(words.begin(), words.end(),
                                   [](const std::string& word) { return word.size() > 1 && word[0] == '-'; });
  if (dashed == words.end())
    return (words.empty() ? std::string("argument") : words.front()) + ": not expected here; see --help";
  const std::string option = dashed->substr(0, dashed->find('='));
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string near = nearest(option, known);
  return option + ": unknown option, " + (near.empty() ? "see --help" : "did you mean " + near + "?");
}

Command chosen(const CLI::App& app, Parsed parsed) {
  if (app.got_subcommand("kiosk")) return parsed.kiosk;
  if (app.got_subcommand("capture")) return parsed.capture;
  if (app.got_subcommand("predict")) return parsed.predict;
  if (app.got_subcommand("check")) return parsed.check;
  if (app.got_subcommand("export")) return parsed.export_;
  if (app.got_subcommand("sheet")) return parsed.sheet;
  return WindowArguments{parsed.window_plan, parsed.window_beside};
}

/// A word that is no file but nearly a command was meant as one.
void reject_mistyped_command(const CLI::App& app, const std::string& word) {
  std::error_code error;
  if (word.empty() || fs::exists(word, error)) return;
  std::vector<std::string> names;
  for (const CLI::App* command : app.get_subcommands({})) names.push_back(command->get_name());
  const std::vector<std::string_view> known(names.begin(), names.end());
  const std::string near = nearest(word, known);
  if (!near.empty()) throw InputError(word + ": no such file or command, did you mean " + near + "?");
}

}  // namespace

Command parse_command_line(int argc, const char* const* argv) {
  CLI::App app(
      "Shows in 3D what a neuromodulator plan for the calf or the face is likely to do, week by week.",
      kProgramName);
  Parsed parsed;
  build(app, parsed);
  const auto active = [&app]() -> const CLI::App& {
    const auto named = app.get_subcommands();
    return named.empty() ? app : *named.front();
  };
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp&) {
    return TextOutput{active().help(&active() == &app ? "" : kProgramName)};
  } catch (const CLI::CallForVersion&) {
    return TextOutput{std::string(kProgramName) + " " + kVersion + "\n"};
  } catch (const CLI::ExtrasError&) {
    reject_mistyped_command(app, parsed.window_plan);
    throw InputError(unknown_argument(app, active()));
  } catch (const CLI::ParseError& error) {
    throw InputError(std::string(error.what()) + "; see --help");
  }
  if (app.get_subcommands().empty()) reject_mistyped_command(app, parsed.window_plan);
  return chosen(app, std::move(parsed));
}

}  // namespace app
