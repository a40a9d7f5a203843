#pragma once

#include <filesystem>
#include <optional>
#include <string>
#include <vector>

#include "app/commands/command_line.h"
#include "app/commands/name_template.h"
#include "app/studio/compose.h"
#include "simulation/plan/plan.h"

namespace app {

/// One still, as far as it can be told before there is a body.
struct Still {
  Pane pane;  // without outcome and camera
  Join join = Join::one;
  std::optional<double> wipe;  // place of the divider, 0 to 1; without: on the shape
  render::StandardView view = render::StandardView::front;
  PictureFormat format;
  std::string file;
};

/// The frame of a still. `beside`: of the second plan, for Join::beside.
Frame frame_of(const Still& still, const std::shared_ptr<const Outcome>& outcome,
               const std::shared_ptr<const Outcome>& beside = nullptr);

struct Clip {
  std::filesystem::path file;
  Still still;  // its week is set per frame
  double from_week = 0.0;
  double to_week = 0.0;
  double seconds = 8.0;
};

/// A capture, read and checked: nothing in it can fail any more but files, assets and the driver.
struct CaptureJob {
  std::filesystem::path folder;
  std::vector<Still> stills;
  std::optional<Clip> clip;
  std::optional<std::filesystem::path> reference;
  double max_difference = 0.0;
};

/// Reads the options of `capture` for this plan. Throws InputError `--option: what is wrong, what was
/// expected`: weeks outside what is shown, unknown words, sizes out of range, expression for a calf, names
/// that would overwrite each other, and options that contradict each other.
/// With `--beside` the halves show two plans, and weeks go as far as the longer of them.
CaptureJob capture_job(const CaptureArguments& arguments, const simulation::Plan& plan,
                       const simulation::Plan* beside = nullptr);

/// Expression, pose and effort of `capture` and `export`. Throws InputError for an expression of a calf, a
/// pose of a face, and an effort of a calf that stands.
void read_pose(const PoseArguments& arguments, const simulation::Plan& plan, Moment& moment);

/// The tape of `capture`. Throws InputError for a face and for what is neither `largest` nor 0 to 1.
TapePlace read_tape_place(const std::optional<std::string>& text, const simulation::Plan& plan);

/// A week within what is shown of the plan, or until `last`. Throws InputError.
double shown_week(std::string_view option, std::string_view text, const simulation::Plan& plan,
                  double last = 0.0);

}  // namespace app
