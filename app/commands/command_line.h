#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <variant>

namespace app {

/// What was typed, before the values are read: each command reads its own.
struct WindowArguments {
  std::filesystem::path plan;    // empty: the example plan
  std::filesystem::path beside;  // a second plan; empty: none
};
struct KioskArguments {
  std::filesystem::path config;  // empty: defaults
  bool prepare = false;          // only keep the kiosk's bodies, then end
};
/// How the body is held.
struct PoseArguments {
  std::optional<std::string> expression, pose, effort;
};
struct CaptureArguments {
  std::filesystem::path plan;
  std::filesystem::path folder;  // empty: no stills
  std::optional<std::string> weeks, views, size, preset, dpi, bits, name, max_difference, seconds;
  std::optional<std::filesystem::path> clip, reference, beside;
  std::string responder = "typical";
  std::string layer = "skin";
  std::string compare = "none";
  std::string light = "clinical";
  std::optional<std::string> treatment, state, isolate, hide;
  PoseArguments pose;
  std::optional<std::string> tape, wipe;
  bool points = false;
  bool transparent = false;
  bool caption = false;
};
struct PredictArguments {
  std::filesystem::path plan;
  std::optional<std::filesystem::path> file;  // absent: standard output
  std::optional<std::string> people, seed, step, until;
  std::string format = "csv";
};
struct CheckArguments {
  std::filesystem::path plan;
};
struct ExportArguments {
  std::filesystem::path plan;
  std::filesystem::path file;
  std::string week;
  std::string responder = "typical";
  PoseArguments pose;
};
struct SheetArguments {
  std::filesystem::path plan;
  std::filesystem::path file;
  std::string paper = "a4";
  std::optional<std::string> weeks;
  std::string responder = "typical";
};
/// Help or version: print it and end well.
struct TextOutput {
  std::string text;
};

using Command = std::variant<WindowArguments, KioskArguments, CaptureArguments, PredictArguments,
                             CheckArguments, ExportArguments, SheetArguments, TextOutput>;

/// Throws InputError with one clear line for an unknown option or command (names the nearest known one), a
/// missing value or a missing argument.
Command parse_command_line(int argc, const char* const* argv);

}  // namespace app
