#include "app/commands/capture_options.h"

#include <algorithm>
#include <array>
#include <set>

#include "app/base/number_text.h"
#include "app/base/option_value.h"
#include "app/commands/format_options.h"
#include "app/commands/teaching_options.h"
#include "app/studio/close_ups.h"
#include "app/studio/side_effect.h"

namespace app {
namespace {

/// What one plan can be compared with; a second plan has an option of its own.
constexpr Names<Join, 4> kCompareNames{{kJoinNames[0], kJoinNames[1], kJoinNames[2], kJoinNames[3]}};

std::vector<double> read_weeks(const CaptureArguments& a, const simulation::Plan& plan, double until = 0.0) {
  std::vector<double> weeks;
  for (const std::string& text : list_value("--weeks", a.weeks.value_or("0,12,39")))
    weeks.push_back(shown_week("--weeks", text, plan, until));
  return weeks;
}

std::vector<render::StandardView> read_views(const CaptureArguments& a, const simulation::Plan& plan) {
  const std::string fallback = plan.region == simulation::Region::calf ? "back" : "front";
  std::vector<render::StandardView> views;
  for (const std::string& text : list_value("--views", a.views.value_or(fallback))) {
    const auto view = render::view_from_name(text);
    if (!view || !shows(plan.region, *view)) {
      std::vector<std::string_view> names;
      for (const auto known : render::kStandardViews)
        if (shows(plan.region, known)) names.push_back(render::view_name(known));
      const std::string region(name_of(kRegionNames, plan.region));
      fail_option("--views", "\"" + text + "\" " + (view ? "is no view of a " + region : "is not known") +
                                 ", expected " + list_of(names));
    }
    views.push_back(*view);
  }
  return views;
}

std::vector<simulation::Responder> read_responders(const CaptureArguments& a) {
  if (a.responder == "all")
    return {simulation::Responder::low, simulation::Responder::typical, simulation::Responder::high};
  std::vector<simulation::Responder> responders;
  for (const auto& [value, name] : kResponderNames)
    if (name == a.responder) return {value};
  fail_option("--responder", "\"" + a.responder + "\" is not known, expected low, typical, high or all");
}

std::string product_of(const simulation::Plan& plan) {
  return plan.sessions.empty() ? "untreated"
                               : std::string(name_of(kProductNames, plan.sessions.front().product));
}

std::string file_name(const NameTemplate& name, const Still& still, const simulation::Plan& plan,
                      int number) {
  const Moment& moment = still.pane.moment;
  NameTemplate::Values values;
  values.region = name_of(kRegionNames, plan.region);
  values.view = render::view_name(still.view);
  values.responder = name_of(kResponderNames, moment.responder);
  values.layer = name_of(kLayerNames, still.pane.layer);
  values.compare = name_of(kJoinNames, still.join);
  values.expression = name_of(kExpressionNames, moment.expression);
  values.pose = name_of(kPoseNames, moment.pose);
  values.product = product_of(plan);
  values.state = name_of(kStateNames, moment.side_effect);
  values.treatment = name_of(kTreatmentNames, moment.treatment);
  values.week = moment.week;
  values.effort = moment.effort;
  values.width = still.format.size.x;
  values.height = still.format.size.y;
  values.number = number;
  return name.expand(values);
}

std::vector<Still> read_stills(const CaptureArguments& a, const simulation::Plan& plan, Still still,
                               double until) {
  const bool standing = still.pane.moment.pose == simulation::CalfPose::standing;
  const NameTemplate name(a.name.value_or(standing ? kDefaultName : kDefaultPoseName));
  std::vector<Still> stills;
  std::set<std::string> names;
  for (const auto view : read_views(a, plan)) {
    for (const auto responder : read_responders(a)) {
      for (const double week : read_weeks(a, plan, until)) {
        still.view = view;
        still.pane.moment.responder = responder;
        still.pane.moment.week = week;
        if (still.pane.needles) still.pane.needles = needles_of(plan, session_at(plan, week));
        still.file = file_name(name, still, plan, static_cast<int>(stills.size()) + 1);
        stills.push_back(still);
        if (!names.insert(stills.back().file).second)
          fail_option(a.name ? "--name" : "--weeks",
                      "two pictures would have the name " + stills.back().file + ", expected each to differ");
      }
    }
  }
  return stills;
}

Clip read_clip(const CaptureArguments& a, const simulation::Plan& plan, Still still) {
  Clip clip;
  clip.file = *a.clip;
  const std::string extension = clip.file.extension().string();
  if (extension != ".mp4" && extension != ".webm" && extension != ".gif")
    fail_option("--clip",
                clip.file.string() + " ends in \"" + extension + "\", expected .mp4, .webm or .gif");
  const auto views = read_views(a, plan);
  const auto responders = read_responders(a);
  if (views.size() != 1) fail_option("--clip", "shows one view, expected one in --views");
  if (responders.size() != 1) fail_option("--clip", "shows one responder, expected low, typical or high");
  if (a.transparent) fail_option("--transparent", "is not for clips, expected without --clip");
  if (still.format.size.x % 2 != 0 || still.format.size.y % 2 != 0)
    fail_option("--size", "has an odd side, expected even sides for a clip");
  still.view = views.front();
  still.pane.moment.responder = responders.front();
  still.format.captioned = true;
  still.format.depth = render::Depth::bits_8;
  clip.still = std::move(still);
  clip.from_week = 0.0;
  clip.to_week = simulation::last_shown_week(plan);
  if (a.weeks) {
    const auto weeks = read_weeks(a, plan);
    clip.from_week = *std::min_element(weeks.begin(), weeks.end());
    clip.to_week = *std::max_element(weeks.begin(), weeks.end());
  }
  if (a.seconds) clip.seconds = number_value("--seconds", *a.seconds, 1.0, 60.0);
  return clip;
}

/// What two plans beside each other cannot show.
void require_plain(const CaptureArguments& a) {
  const char* const reason = "is of one plan, expected without --beside";
  if (a.compare != "none") fail_option("--compare", "is against week 0, expected without --beside");
  if (a.tape) fail_option("--tape", reason);
  if (a.points) fail_option("--points", reason);
  if (a.clip) fail_option("--clip", reason);
}

}  // namespace

double shown_week(std::string_view option, std::string_view text, const simulation::Plan& plan,
                  double until) {
  const double last = std::max(simulation::last_shown_week(plan), until);
  const double week = number_value(option, text, -1e9, 1e9);
  if (week < 0.0 || week > last)
    fail_option(option, std::string(text) + " is outside the weeks shown for this plan, expected 0 to " +
                            number_text(last));
  return week;
}

void read_pose(const PoseArguments& a, const simulation::Plan& plan, Moment& moment) {
  const bool calf = plan.region == simulation::Region::calf;
  if (calf && a.expression)
    fail_option("--expression", "a calf has no expression, expected with a face plan");
  if (!calf && a.pose) fail_option("--pose", "a face does not stand, expected with a calf plan");
  if (a.expression) moment.expression = word_value("--expression", *a.expression, kExpressionNames);
  if (a.pose) moment.pose = word_value("--pose", *a.pose, kPoseNames);
  if (calf && a.effort && moment.pose == simulation::CalfPose::standing)
    fail_option("--effort", "a calf that stands makes none, expected with --pose tiptoe or a face plan");
  if (a.effort) moment.effort = number_value("--effort", *a.effort, 0.0, 1.0);
}

TapePlace read_tape_place(const std::optional<std::string>& text, const simulation::Plan& plan) {
  TapePlace place;
  if (!text) return place;
  if (plan.region != simulation::Region::calf)
    fail_option("--tape", "a face has no calf to measure, expected with a calf plan");
  place.shown = true;
  if (*text != "largest") {
    const auto is_number = text->find_first_not_of("0123456789.-+eE") == std::string::npos && !text->empty();
    if (!is_number)
      fail_option("--tape", "\"" + *text + "\" is not known, expected largest or 0 (knee) to 1 (ankle)");
    place.t = number_value("--tape", *text, 0.0, 1.0);
  }
  return place;
}

Frame frame_of(const Still& still, const std::shared_ptr<const Outcome>& outcome,
               const std::shared_ptr<const Outcome>& beside) {
  Pane pane = still.pane;
  pane.outcome = outcome;
  pane.camera =
      view_camera(still.view, framing_of(outcome->body(), pane.moment.pose, pane.moment.side_effect),
                  pane_size(still.join, still.format.size), still.format.keep_clear, still.format.letters);
  Frame frame = joined(still.join, std::move(pane), beside);
  frame.told = quantity_in(still.view, outcome->plan(), still.pane.moment.expression);
  const glm::ivec2 size = still.format.size;
  // A view of a treated place of the face has that place in its middle.
  const bool in_the_middle =
      render::is_close_up(still.view) && outcome->body().region() == simulation::Region::face;
  if (still.wipe)
    frame.wipe = *still.wipe;
  else if (still.join == Join::wipe && !in_the_middle)
    frame.wipe = wipe_place(outcome->body(), frame.main().camera, static_cast<double>(size.x) / size.y);
  return frame;
}

CaptureJob capture_job(const CaptureArguments& a, const simulation::Plan& plan,
                       const simulation::Plan* beside) {
  CaptureJob job;
  Still still;
  Pane& pane = still.pane;
  pane.layer = word_value("--layer", a.layer, kLayerNames);
  if (pane.layer == render::Layer::fat && plan.region != simulation::Region::calf)
    fail_option("--layer", "fat is of a calf, the model has none of a face; expected with a calf plan");
  pane.hidden = read_hidden(a, plan, pane.layer);
  still.join = word_value("--compare", a.compare, kCompareNames);
  if (a.wipe && still.join != Join::wipe)
    fail_option("--wipe", "is the place of a divider, expected with --compare wipe");
  if (a.wipe) still.wipe = number_value("--wipe", *a.wipe, 0.0, 1.0);
  pane.light = read_light("--light", a.light);
  read_pose(a.pose, plan, pane.moment);
  read_state(a, plan, pane);
  if (a.treatment && plan.region == simulation::Region::calf)
    fail_option("--treatment", "a calf has no filler, expected with a face plan");
  if (a.treatment) pane.moment.treatment = word_value("--treatment", *a.treatment, kTreatmentNames);
  pane.tape = read_tape_place(a.tape, plan);
  if (a.points) pane.needles.emplace();  // those of the session that the week belongs to
  if (beside) require_plain(a);
  if (beside) still.join = Join::beside;
  still.format = read_format(a);
  if (a.folder.empty() && !a.clip) fail_option("-o", "missing, expected a folder for the pictures");
  if (!a.folder.empty()) {
    job.folder = a.folder;
    job.stills = read_stills(a, plan, still, beside ? simulation::last_shown_week(*beside) : 0.0);
  }
  if (a.clip) job.clip = read_clip(a, plan, still);
  if (a.seconds && !a.clip) fail_option("--seconds", "is for clips, expected with --clip");
  if (a.max_difference && !a.reference)
    fail_option("--max-difference", "has nothing to compare with, expected with --reference");
  if (a.reference) {
    if (job.stills.size() != 1)
      fail_option("--reference", "is compared with one picture, this makes " +
                                     std::to_string(job.stills.size()) +
                                     "; expected one week, one view and one responder");
    job.reference = a.reference;
    if (a.max_difference)
      job.max_difference = number_value("--max-difference", *a.max_difference, 0.0, 255.0);
  }
  return job;
}

}  // namespace app
