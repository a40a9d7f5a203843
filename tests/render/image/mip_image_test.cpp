#include "render/image/mip_image.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>

#include "render/error.h"
#include "render/file/whole_file.h"
#include "render/image/mip_levels.h"
#include "tests/render/scratch_folder.h"

namespace render {
namespace {

Image pattern(int width, int height) {
  Image image = make_image(width, height, {0, 0, 0, 255});
  for (std::size_t i = 0; i < image.rgba.size(); ++i)
    image.rgba[i] = static_cast<std::uint8_t>(37 * i + i / 5);
  return image;
}

TEST(MipImage, LevelsAreThoseOfTheImage) {
  const Image image = pattern(8, 4);
  const MipImage made = make_mip_image(image);
  const auto bytes = std::as_bytes(std::span(image.rgba));
  const auto smaller = smaller_srgb_levels(bytes, {8, 4, 1});
  ASSERT_EQ(made.levels.size(), 1 + smaller.size());
  EXPECT_THAT(made.levels[0], testing::ElementsAreArray(bytes.begin(), bytes.end()));
  for (std::size_t i = 0; i < smaller.size(); ++i)
    EXPECT_THAT(made.levels[i + 1], testing::ElementsAreArray(smaller[i]));
  EXPECT_EQ(made.mean_skin, mean_skin_colour(image));
}

TEST(MipImage, OneWithoutEvenHalvesStaysAlone) {
  EXPECT_EQ(make_mip_image(pattern(6, 4)).levels.size(), 1u);
}

TEST(MipImage, ComesBackFromItsFile) {
  const ScratchFolder folder;
  const MipImage made = make_mip_image(pattern(16, 8));
  const std::vector<std::uint8_t> bytes = encode_mip_image(made);
  EXPECT_EQ(bytes, encode_mip_image(make_mip_image(pattern(16, 8))));
  write_whole_file(folder / "a.texture", bytes);
  const MipImage read = open_mip_image(folder / "a.texture");
  EXPECT_EQ(read.width, 16);
  EXPECT_EQ(read.height, 8);
  EXPECT_EQ(read.mean_skin, made.mean_skin);
  ASSERT_EQ(read.levels.size(), made.levels.size());
  for (std::size_t i = 0; i < read.levels.size(); ++i)
    EXPECT_THAT(read.levels[i], testing::ElementsAreArray(made.levels[i]));

  std::vector<std::uint8_t> damaged = bytes;
  damaged[4096] ^= 1;
  write_whole_file(folder / "b.texture", damaged);
  EXPECT_THROW(open_mip_image(folder / "b.texture"), AssetError);
  EXPECT_THROW(open_mip_image(folder / "none.texture"), AssetError);
}

TEST(MipImage, MeanLeavesOutFarColours) {
  Image image = make_image(10, 10, {200, 160, 130, 255});
  for (std::size_t i = 0; i < 40; i += 4) image.rgba[i] = image.rgba[i + 1] = image.rgba[i + 2] = 0;
  const glm::vec3 mean = mean_skin_colour(image);
  EXPECT_NEAR(mean.r, 0.5776f, 0.002f);
  EXPECT_NEAR(mean.b, 0.2232f, 0.002f);
}

}  // namespace
}  // namespace render
