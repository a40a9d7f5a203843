#include "app/commands/capture.h"

#include <cmath>
#include <future>
#include <memory>
#include <utility>

#include "app/base/number_text.h"
#include "app/body/workbench.h"
#include "app/commands/capture_options.h"
#include "app/commands/clip_writer.h"
#include "app/commands/plan_stamp.h"
#include "app/files/file.h"
#include "app/files/plan_file.h"
#include "app/studio/letters.h"
#include "app/studio/sidecar.h"
#include "render/context/context.h"

namespace app {
namespace {

namespace fs = std::filesystem;

void check_targets(const CaptureJob& job, const CaptureArguments& arguments) {
  std::vector<fs::path> read{arguments.plan};
  for (const auto& file : {arguments.beside, job.reference})
    if (file) read.push_back(*file);
  if (arguments.light.ends_with(".hdr")) read.emplace_back(arguments.light);
  const auto check = [&read](const fs::path& file) {
    if (fs::is_directory(file)) fail_file(FileOwner::user, file, "is a folder, expected a file name");
    for (const fs::path& other : read) require_other_file(file, other);
  };
  if (!job.stills.empty()) require_writable_folder(job.folder);
  for (const Still& still : job.stills)
    for (const fs::path& file : {job.folder / still.file, sidecar_path(job.folder / still.file)}) check(file);
  if (!job.clip) return;
  require_writable_file(job.clip->file);
  for (const fs::path& file : {job.clip->file, sidecar_path(job.clip->file)}) check(file);
  ClipWriter::require_ffmpeg();
}

/// The least that must be read in every picture.
void require_label_fits(const CaptureJob& job, const Paths& paths, Stamp given) {
  const render::Font font(paths.shared_file("fonts/Inter-Medium.otf"));
  const Texts texts = read_texts(paths.shared_file("texts/en.json"));
  const std::string stamp = stamp_words(given, texts);
  if (!job.stills.empty()) app::require_label_fits(font, texts, job.stills.front().format, stamp);
  if (job.clip) app::require_label_fits(font, texts, job.clip->still.format, stamp);
}

/// One still for every frame of a clip.
Still still_at(Still still, const simulation::Plan& plan, double week) {
  still.pane.moment.week = week;
  if (still.pane.needles) still.pane.needles = needles_of(plan, session_at(plan, week));
  return still;
}

void take_clip(const Clip& clip, const std::shared_ptr<const Outcome>& outcome, Photographer& photographer,
               Provenance provenance) {
  const PictureFormat& format = clip.still.format;
  ClipWriter writer(clip.file, format.size);
  const int frames = static_cast<int>(std::lround(clip.seconds * ClipWriter::kFramesPerSecond));
  // A GIF loops, so it runs forward and back: no jump where it starts again.
  const bool back_and_forth = clip.file.extension() == ".gif";
  const int turn = back_and_forth ? frames / 2 : frames - 1;
  photographer.prepare(outcome);
  Frame shown;
  Taken taken;
  for (int frame = 0; frame < frames; ++frame) {
    const int step = frame <= turn ? frame : 2 * turn - frame;
    const double week = clip.from_week + (clip.to_week - clip.from_week) * step / std::max(1, turn);
    shown = frame_of(still_at(clip.still, outcome->plan(), week), outcome);
    taken = photographer.take(shown, format);
    writer.add(taken.image);
  }
  provenance.file = clip.file.filename().string();
  const std::string sidecar = sidecar_text(shown, format, taken, provenance);
  writer.finish();
  write_file(sidecar_path(clip.file), sidecar);
}

void require_same(const render::Image& image, const render::Image& reference, const CaptureJob& job) {
  const render::ImageDifference difference = render::difference(reference, image);
  if (!difference.same_size)
    throw DifferenceError(job.reference->string() + ": is " + std::to_string(reference.width) + "x" +
                          std::to_string(reference.height) + ", the picture is " +
                          std::to_string(image.width) + "x" + std::to_string(image.height));
  if (difference.max <= job.max_difference) return;
  throw DifferenceError(
      job.reference->string() + ": the picture differs by up to " + std::to_string(difference.max) +
      " of 255 in " + std::to_string(difference.differing_pixels) + " pixels (mean " +
      number_text(difference.mean) + "), expected at most " + number_text(job.max_difference));
}

/// Both plans on their bodies.
struct Worked {
  std::shared_ptr<const Outcome> outcome, beside;
  std::string model_hash;
};

Worked work_out(const simulation::Plan& plan, const std::optional<simulation::Plan>& second,
                const Paths& paths) {
  Workbench workbench(paths);
  Worked worked;
  worked.outcome = workbench.outcome(plan, {}, second ? simulation::last_shown_week(*second) : 0.0);
  if (second) worked.beside = workbench.outcome(*second, {}, simulation::last_shown_week(plan));
  worked.model_hash = workbench.model_hash();
  return worked;
}

/// What draws, in the order in which it is torn down.
struct Darkroom {
  std::unique_ptr<render::Context> context;
  std::unique_ptr<Photographer> photographer;
  explicit Darkroom(const Paths& paths)
      : context(render::make_offscreen_context()), photographer(std::make_unique<Photographer>(paths)) {}
};

/// Works the plans out while the driver starts: neither needs the other, and what is made with a context
/// stays on the thread that made it. Of two errors that of the plans is told.
std::pair<Worked, std::unique_ptr<Darkroom>> make_ready(const simulation::Plan& plan,
                                                        const std::optional<simulation::Plan>& second,
                                                        const Paths& paths) {
  auto working = std::async(std::launch::async, [&] { return work_out(plan, second, paths); });
  std::unique_ptr<Darkroom> darkroom;
  std::exception_ptr no_graphics;
  try {
    darkroom = std::make_unique<Darkroom>(paths);
  } catch (...) {
    no_graphics = std::current_exception();
  }
  Worked worked = working.get();
  if (no_graphics) std::rethrow_exception(no_graphics);
  return {std::move(worked), std::move(darkroom)};
}

}  // namespace

void run_capture(const CaptureArguments& arguments, const Paths& paths, std::ostream& notes) {
  const simulation::Plan plan = read_plan(arguments.plan);
  std::optional<simulation::Plan> second;
  if (arguments.beside) second = read_plan_beside(*arguments.beside, plan);
  const CaptureJob job = capture_job(arguments, plan, second ? &*second : nullptr);
  check_targets(job, arguments);
  Stamp stamp = tell_stamp(arguments.plan, plan, paths, notes);
  if (second) stamp = std::max(stamp, tell_stamp(*arguments.beside, *second, paths, notes));
  require_label_fits(job, paths, stamp);
  std::optional<render::Image> reference;
  if (job.reference) reference = render::read_png(*job.reference);

  const auto [worked, darkroom] = make_ready(plan, second, paths);
  Photographer& photographer = *darkroom->photographer;
  const Provenance provenance{"", permanent_label(photographer.texts()), worked.model_hash,
                              darkroom->context->description()};
  if (!job.stills.empty()) make_folder(job.folder);
  const auto with_letters = [&](Still still) {
    still.format.letters =
        photographer.letter_rows(still.pane, still.join, plan, second ? &*second : nullptr, still.format);
    return still;
  };
  for (const Still& named : job.stills) {
    const Still still = with_letters(named);
    const Frame frame = frame_of(still, worked.outcome, worked.beside);
    const Taken taken = photographer.take(frame, still.format);
    write_picture(job.folder / still.file, frame, still.format, taken, provenance);
    if (reference) require_same(taken.image, *reference, job);
  }
  if (!job.clip) return;
  Clip clip = *job.clip;
  clip.still = with_letters(clip.still);
  take_clip(clip, worked.outcome, photographer, provenance);
}

}  // namespace app
