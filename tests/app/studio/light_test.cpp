#include "app/studio/light.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "app/base/error.h"
#include "app/files/json_field.h"
#include "app/studio/materials.h"
#include "app/studio/shot.h"
#include "render/error.h"
#include "render/image/image.h"
#include "tests/app/commands/program.h"
#include "tests/app/scratch.h"

namespace app {
namespace {

using testing::HasSubstr;

/// A flat map of one grey, with one brighter pixel where asked.
std::string hdr(int width, int height, int bright = -1) {
  std::string text = "#?RADIANCE\nFORMAT=32-bit_rle_rgbe\n\n-Y " + std::to_string(height) + " +X " +
                     std::to_string(width) + "\n";
  for (int i = 0; i < width * height; ++i) text += i == bright ? "\x40\x40\x40\x8a" : "\x40\x40\x40\x80";
  return text;
}

TEST(Light, IsReadByNameOrFromAMap) {
  const Scratch scratch;
  EXPECT_EQ(read_light("--light", "clinical"), Light{});
  EXPECT_EQ(read_light("--light", "beauty").preset, render::LightPreset::beauty);
  const Light map = read_light("--light", scratch.write("room.HDR", hdr(8, 4)).string());
  EXPECT_TRUE(map.environment);
  EXPECT_EQ(map.file, "room.HDR");
  EXPECT_EQ(message_of<InputError>([] { read_light("--light", "moody"); }),
            "--light: \"moody\" is not known, expected clinical, beauty or a .hdr file");
  EXPECT_THAT(message_of<render::InputError>([] { read_light("--light", "/nowhere/a.hdr"); }),
              HasSubstr("/nowhere/a.hdr: missing, expected a Radiance .hdr picture"));
}

TEST(Light, APairOfDifferentLightsIsRefused) {
  const Scratch scratch;
  const auto shot = [](const Light& light) {
    Shot s;
    s.size = {800, 600};
    set_light(s.view.studio, light);
    return s;
  };
  const Shot clinical = shot({}), beauty = shot(read_light("--light", "beauty"));
  const Shot grey = shot(read_light("--light", scratch.write("a.hdr", hdr(8, 4)).string()));
  const Shot lamp = shot(read_light("--light", scratch.write("b.hdr", hdr(8, 4, 9)).string()));
  const Shot same = shot(read_light("--light", scratch.write("c.hdr", hdr(8, 4)).string()));
  for (const auto& [a, b] : {std::pair{clinical, beauty}, {clinical, grey}, {beauty, grey}, {grey, lamp}}) {
    EXPECT_THAT(message_of<InputError>([&a = a, &b = b] { require_comparable(a, b); }),
                HasSubstr("differ in light;"));
    EXPECT_NE(studio_hash(a), studio_hash(b));
  }
  // What counts is the light, not the name of its file.
  EXPECT_EQ(studio_hash(grey), studio_hash(same));
  for (const Shot& s : {beauty, grey, lamp}) EXPECT_EQ(s.view.studio.exposure, clinical.view.studio.exposure);
}

/// Share of the letters' plate in the upper left corner, where the skin of no body reaches.
int plate_pixels(const render::Image& image) {
  int count = 0;
  for (int y = 0; y < 30; ++y)
    for (int x = 0; x < 120; ++x) {
      const auto* p = &image.rgba[4 * static_cast<std::size_t>(y * image.width + x)];
      count += p[0] > 235 && p[1] > 235 && p[2] > 235;
    }
  return count;
}

TEST(LightOfACapture, AnyButTheClinicalOneIsNamedInThePicture) {
  const Scratch scratch;
  const std::string map = scratch.write("room.hdr", hdr(16, 8, 20)).string();
  const auto shoot = [&](const std::string& light) {
    const ProgramRun run =
        run_program({"capture", example_plan("face-glabella"), "-o", scratch.folder().string(), "--weeks",
                     "0", "--size", "320x240", "--light", light, "--name", "p"});
    EXPECT_EQ(run.code, 0) << run.err;
    const JsonFile file = read_json(scratch / "p.json", FileOwner::user);
    const Field root(file);
    return std::tuple{render::read_png(scratch / "p.png"), root.at("studio_sha256").text(),
                      root.at("light").text()};
  };
  const auto [clinical, clinical_hash, clinical_name] = shoot("clinical");
  EXPECT_EQ(plate_pixels(clinical), 0);
  EXPECT_EQ(clinical_name, "clinical");
  for (const std::string& light : {std::string("beauty"), map}) {
    const auto [image, hash, name] = shoot(light);
    EXPECT_GT(plate_pixels(image), 300) << light;
    EXPECT_NE(hash, clinical_hash);
    EXPECT_EQ(name, light == map ? "room.hdr" : "beauty");
  }
}

TEST(LightOfACapture, AMapThatCannotBeUsedIsOneClearLine) {
  const Scratch scratch;
  const std::string whole = hdr(8, 4);
  for (const std::string& text :
       {std::string("no picture"), whole.substr(0, whole.size() - 3), hdr(8, 8), std::string()}) {
    const std::string map = scratch.write("bad.hdr", text).string();
    const ProgramRun run = run_program(
        {"capture", example_plan("face-glabella"), "-o", (scratch / "o").string(), "--light", map});
    EXPECT_EQ(run.code, 2);
    EXPECT_TRUE(is_one_clear_line(run.err)) << run.err;
    EXPECT_THAT(run.err, HasSubstr("bad.hdr: "));
    EXPECT_THAT(run.err, HasSubstr("expected"));
    EXPECT_FALSE(std::filesystem::exists(scratch / "o"));
  }
}

TEST(HairColour, DarkensWithTheToneToNearlyBlack) {
  for (const char* material : {"brow", "lash"}) {
    float last = 1.0f;
    for (int tone = 1; tone <= 6; ++tone) {
      simulation::Person person;
      person.skin_tone = tone;
      const glm::vec3 colour = look_of(material, person).material.tint;
      EXPECT_LT(colour.r, last) << material << tone;
      EXPECT_GE(colour.r, colour.b);
      if (tone >= 5) {
        EXPECT_LT(colour.r, 0.012f) << material << tone;
      }
      last = colour.r;
    }
  }
}

}  // namespace
}  // namespace app
