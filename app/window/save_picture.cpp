#include "app/window/save_picture.h"

#include <cmath>
#include <cstdio>

#include "app/base/error.h"
#include "app/base/names.h"
#include "app/files/clinical_file.h"
#include "app/session/frame_of_session.h"
#include "app/studio/close_ups.h"
#include "app/studio/picture.h"
#include "app/studio/sidecar.h"

namespace app {
namespace {

constexpr int kHeight = 1600;

std::filesystem::path free_name(const Session& session, const std::filesystem::path& folder) {
  char week[16];
  std::snprintf(week, sizeof week, "w%02d", static_cast<int>(std::lround(session.week())));
  const std::string stem =
      "foreshow_" + std::string(name_of(kRegionNames, session.region)) + "_" + week + "_";
  for (int n = 1;; ++n) {
    const std::filesystem::path path = folder / (stem + std::to_string(n) + ".png");
    if (!std::filesystem::exists(path) && !std::filesystem::exists(sidecar_path(path))) return path;
  }
}

/// A standard view stands clear of the letters, which the window has elsewhere.
void set_letters(Frame& frame, const Session& session, Photographer& photographer, glm::ivec2 pane_size,
                 PictureFormat& format) {
  const double aspect = static_cast<double>(pane_size.x) / pane_size.y;
  const simulation::Plan* const second = session.view().beside ? &*session.view().beside : nullptr;
  format.letters = photographer.letter_rows(frame.main(), frame.join, session.plan(), second, format);
  for (const render::StandardView view : render::kStandardViews) {
    if (!render::offers(session.framing(), view) ||
        frame.main().camera != render::standard_camera(view, session.framing(), aspect))
      continue;
    const render::Camera camera = view_camera(view, session.framing(), pane_size, 0, format.letters);
    for (Pane& pane : frame.panes) pane.camera = camera;
    frame.told = quantity_in(view, session.plan(), session.expression);
    return;
  }
}

}  // namespace

std::filesystem::path save_picture(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                                   const std::shared_ptr<const Outcome>& beside, const Paths& paths,
                                   const std::string& driver, const std::filesystem::path& folder) {
  const glm::ivec2 pane(std::max(1, static_cast<int>(std::lround(kHeight * session.aspect))), kHeight);
  auto frame = frame_of(session, outcome, beside, static_cast<double>(pane.x) / pane.y);
  if (!frame) throw InputError("the plan is not worked out yet");
  PictureFormat format;
  format.size = {in_halves(frame->join) ? 2 * pane.x : pane.x, pane.y};
  // Of its own, so that what the window shows stays as it is.
  Photographer photographer(paths);
  set_letters(*frame, session, photographer, pane, format);
  const Taken taken = photographer.take(*frame, format);
  const Provenance provenance{"", permanent_label(photographer.texts()),
                              response_model_hash(paths.shared_file("clinical/response.json")), driver};
  const std::filesystem::path path = free_name(session, folder);
  write_picture(path, *frame, format, taken, provenance);
  return path;
}

}  // namespace app
