#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

#include "app/base/view_names.h"
#include "app/files/json.h"
#include "render/camera/camera.h"
#include "simulation/plan/plan.h"
#include "simulation/response/state.h"

namespace app {

/// A camera that was set by hand in a pane of an aspect, width by height.
struct CaseCamera {
  render::Camera camera;
  double aspect = 1.0;
  bool operator==(const CaseCamera&) const = default;
};

/// Where the tape lies: a height from 0 knee to 1 ankle; empty: where the calf is widest.
struct CaseTape {
  std::optional<double> t;
  bool operator==(const CaseTape&) const = default;
};

/// How a plan is looked at. What is left out stays as it is where the view is opened.
struct CaseView {
  std::optional<double> week;  // 0 to the end of the longest plan
  std::optional<simulation::Responder> responder;
  std::optional<render::Layer> layer;
  std::optional<simulation::Expression> expression;
  std::optional<simulation::CalfPose> pose;
  std::optional<double> effort;  // of expression or pose, 0 to 1
  std::optional<std::variant<render::StandardView, CaseCamera>> camera;
  std::optional<Join> compare;
  std::optional<double> wipe;   // share of the width that shows week 0
  std::optional<double> ghost;  // opacity, 0 to 1
  std::optional<Treatment> treatment;
  std::optional<std::optional<simulation::AdverseOutcome>> state;  // a side effect to teach with, or none
  std::optional<CaseTape> tape;                                    // calf only
  std::optional<bool> points;                                      // needle points shown
  std::optional<render::LightPreset> light;
  std::optional<std::string> quantity;  // of the timeline, as predict names it
  std::optional<int> session;           // of the plan, in the plan panel, from 0
  std::vector<simulation::Structure> hidden;
  bool operator==(const CaseView&) const = default;
};

/// A step of a talk: what is shown, and words and drawings with it.
struct Bookmark {
  std::string title;
  std::optional<CaseView> view;
  std::string text;                 // for the patient
  std::vector<JsonValue> drawings;  // objects, kept as they stand in the file
  bool operator==(const Bookmark&) const = default;
};

/// All that a consultation leaves behind. It has no field for a name, a birth date or a photo.
struct Case {
  std::string title;
  simulation::Plan plan;
  std::optional<simulation::Plan> beside;  // plan B, of the same region and person
  std::optional<CaseView> view;
  std::vector<Bookmark> bookmarks;
  std::string notes;
  bool operator==(const Case&) const = default;
};

/// Longest title and notes, bytes.
inline constexpr std::size_t kMaxTitleBytes = 200;
inline constexpr std::size_t kMaxNotesBytes = 20'000;

/// Reads a case file (format 1) and checks it as strictly as a plan file: unknown keys are errors that name
/// the nearest known one. All but `foreshow_case` and `plan` may be left out; what `beside` leaves out of
/// region and person is that of `plan`. Throws InputError `FILE: field.path: what is wrong, what was
/// expected`.
Case read_case(const std::filesystem::path& path);

/// read_case() for text already in memory; `path` serves messages only.
Case parse_case(std::string_view text, const std::filesystem::path& path);

/// Whether the file is a case: it has the key of one.
bool is_case(const JsonFile& file);

/// The case of a file already parsed, which is_case().
Case checked_case(const JsonFile& file);

/// The case as a JSON value; what is empty is left out.
JsonValue case_value(const Case& value);

/// The text of a case file; reading it back gives an equal case.
std::string case_text(const Case& value);

/// Writes a case file that nobody but its owner reads (mode 0600), whole or not at all. Throws InputError;
/// for a case too large to be read again as well.
void write_case(const std::filesystem::path& path, const Case& value);

}  // namespace app
