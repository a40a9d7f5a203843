#include "app/commands/capture.h"

#include <cmath>

#include "app/base/number_text.h"
#include "app/body/workbench.h"
#include "app/commands/capture_options.h"
#include "app/commands/clip_writer.h"
#include "app/commands/sidecar.h"
#include "app/files/file.h"
#include "app/files/plan_file.h"
#include "app/files/texts.h"
#include "app/studio/picture.h"
#include "render/context/context.h"

namespace app {
namespace {

namespace fs = std::filesystem;

/// What taking pictures needs, in the order it must be made and torn down.
struct Darkroom {
  std::unique_ptr<render::Context> context;
  render::Font font;
  Texts texts;
  render::Renderer renderer;
  Presenter presenter;
  Photographer photographer;

  explicit Darkroom(const Paths& paths)
      : context(render::make_offscreen_context()),
        font(paths.shared_file("fonts/Inter-Medium.otf")),
        texts(read_texts(paths.shared_file("texts/en.json"))),
        renderer(paths.share / "shaders"),
        presenter(renderer, paths),
        photographer(renderer, presenter, font, texts) {}
};

fs::path sidecar_path(fs::path picture) {
  return picture.replace_extension(".json");
}

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

void take_clip(const Clip& clip, const Outcome& outcome, Darkroom& darkroom, Provenance provenance) {
  ClipWriter writer(clip.file, clip.picture.size);
  Picture picture = clip.picture;
  const int frames = static_cast<int>(std::lround(clip.seconds * ClipWriter::kFramesPerSecond));
  // A GIF loops, so it runs forward and back: no jump where it starts again.
  const bool back_and_forth = clip.file.extension() == ".gif";
  const int turn = back_and_forth ? frames / 2 : frames - 1;
  Taken taken;
  for (int frame = 0; frame < frames; ++frame) {
    const int step = frame <= turn ? frame : 2 * turn - frame;
    picture.moment.week = clip.from_week + (clip.to_week - clip.from_week) * step / std::max(1, turn);
    taken = darkroom.photographer.take(outcome, picture, 1);
    writer.add(taken.image);
  }
  provenance.file = clip.file.filename().string();
  const std::string sidecar = sidecar_text(outcome, picture, taken, provenance);
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

}  // namespace

void run_capture(const CaptureArguments& arguments, const Paths& paths) {
  const simulation::Plan plan = read_plan(arguments.plan);
  std::optional<simulation::Plan> second;
  if (arguments.beside) second = read_plan_beside(*arguments.beside, plan);
  const CaptureJob job = capture_job(arguments, plan, second ? &*second : nullptr);
  check_targets(job, arguments);
  std::optional<render::Image> reference;
  if (job.reference) reference = render::read_png(*job.reference);

  Workbench workbench(paths);
  const double until = second ? simulation::last_shown_week(*second) : 0.0;
  const auto outcome = workbench.outcome(plan, {}, until);
  const auto beside = second ? workbench.outcome(*second, {}, simulation::last_shown_week(plan)) : nullptr;
  Darkroom darkroom(paths);
  Provenance provenance{"", outcome->body().mesh().hash(), workbench.model_hash(),
                        darkroom.context->description()};
  if (!job.stills.empty()) make_folder(job.folder);
  for (const Still& still : job.stills) {
    const Taken taken = beside ? darkroom.photographer.take_beside(*outcome, *beside, still.picture)
                               : darkroom.photographer.take(*outcome, still.picture);
    provenance.file = still.file;
    const std::string sidecar = sidecar_text(*outcome, still.picture, taken, provenance, beside.get());
    render::write_png(job.folder / still.file, taken.image);
    write_file(sidecar_path(job.folder / still.file), sidecar);
    if (reference) require_same(taken.image, *reference, job);
  }
  if (job.clip) take_clip(*job.clip, *outcome, darkroom, provenance);
}

}  // namespace app
