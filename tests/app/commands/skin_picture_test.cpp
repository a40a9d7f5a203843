#include <gtest/gtest.h>

#include <algorithm>

#include "render/image/image.h"
#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

namespace {

int light_of(const render::Image& image, int x, int y) {
  const auto* p = &image.rgba[4 * static_cast<std::size_t>(y * image.width + x)];
  return p[0] + p[1] + p[2];
}

/// Pixels much darker than all that lie two pixels off: a fold or an edge is longer than that.
int specks(const render::Image& image, int from_row, int to_row) {
  int count = 0;
  for (int y = from_row; y < to_row; ++y)
    for (int x = 2; x + 2 < image.width; ++x) {
      int darkest = 765;
      for (const int down : {-2, 0, 2})
        for (const int across : {-2, 0, 2})
          if (down != 0 || across != 0) darkest = std::min(darkest, light_of(image, x + across, y + down));
      count += light_of(image, x, y) < darkest - 150;
    }
  return count;
}

// A sample that is no number makes its pixel black. Two such stood in these very pictures.
TEST(SkinPicture, HasNoSpecks) {
  Scratch scratch;
  for (const auto& [plan, week, view] :
       {std::tuple("face-full", "4", "front"), {"calf-standard", "12", "back"}}) {
    const ProgramRun run =
        run_program({"capture", example_plan(plan), "-o", scratch.folder().string(), "--weeks", week,
                     "--views", view, "--size", "1280x720", "--name", plan});
    ASSERT_EQ(run.code, 0) << run.err;
    const render::Image picture = render::read_png(scratch / (std::string(plan) + ".png"));
    // Below the lashes, above the label.
    EXPECT_EQ(specks(picture, 340, 640), 0) << plan;
  }
}

}  // namespace
