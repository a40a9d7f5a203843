#include <gtest/gtest.h>

#include <string>

#include "assets/bake/hem.h"
#include "assets/bake/part.h"
#include "assets/bake/textures.h"
#include "render/file/sha256.h"

namespace {

using namespace bake;

TEST(BakeHash, MatchesThePublishedVectors) {
  const auto hash = [](const std::string& text) {
    return render::sha256_of_bytes({reinterpret_cast<const std::uint8_t*>(text.data()), text.size()});
  };
  EXPECT_EQ(hash(""), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(hash("abc"), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
  EXPECT_EQ(hash("abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq"),
            "248d6a61d20638b8e5c026930c3e6039a33ce45964ff2167f6ecedd419db06c1");
}

TEST(BakePart, MixMergesVerticesAndOffsets) {
  const Blend a{{{1, 1.0}}, glm::dvec3(2, 0, 0), glm::dvec3(0, 4, 0)}, b{{{1, 0.5}, {3, 0.5}}, {}, {}};
  const Blend half = mix(a, b, 0.5);
  ASSERT_EQ(half.terms.size(), 2u);
  EXPECT_DOUBLE_EQ(half.terms[0].second, 0.75);
  EXPECT_DOUBLE_EQ(half.terms[1].second, 0.25);
  EXPECT_EQ(half.scaled_offset_mm, glm::dvec3(1, 0, 0));
  EXPECT_EQ(half.fixed_offset_mm, glm::dvec3(0, 2, 0));
}

TEST(BakePart, ScaledOffsetsGrowWithTheFaceAndFixedOnesDoNot) {
  Part part;
  part.points = {Blend{{{0, 1.0}}, glm::dvec3(10, 0, 0), glm::dvec3(0, 1, 0)}};
  part.scale = {{1, 1, 1}, {0, 0, 0}, glm::dvec3(100)};
  const std::vector<glm::dvec3> base = {{0, 0, 0}, {100, 100, 100}}, growth = {{0, 0, 0}, {50, 0, 0}};
  EXPECT_EQ(positions(part, base)[0], glm::dvec3(10, 1, 0));
  EXPECT_EQ(displacements(part, growth)[0], glm::dvec3(5, 0, 0));
}

TEST(BakeHem, SlidesTheRimToItsLevelAlongTheColumns) {
  HemLevel hem;
  const std::size_t rim = hem.add_rim(Blend{{{0, 0.5}, {1, 0.5}}, {}, {}});
  hem.add_point(0, rim, 0, 1.0, {0.5, 0});
  hem.add_point(1, rim, 1, 1.0, {0, 0});
  hem.add_point(2, rim, 0, 0.5, {0, 0});
  const std::vector<glm::dvec3> base = {{0, 20, 0}, {0, 4, 0}};
  std::vector<glm::dvec3> points = {{0, 10, 0}, {5, 14, 0}, {0, 4, 0}};
  hem.apply(points, base);
  EXPECT_EQ(points[0], glm::dvec3(1, 12, 0));  // slid 2 up its sloped column
  EXPECT_EQ(points[1], glm::dvec3(5, 12, 0));
  EXPECT_EQ(points[2], glm::dvec3(0, 5, 0));
}

TEST(BakeTexture, ColoursRunOnPastTheIsland) {
  Picture picture{5, 1, 4, {10, 20, 30, 255, 0, 0, 0, 0, 0, 0, 0, 7, 0, 0, 0, 0, 0, 0, 0, 0}};
  spread_colours(picture, {1, 0, 0, 0, 0});
  for (int x = 0; x < 5; ++x) {
    EXPECT_EQ(picture.at(x, 0)[0], 10);
    EXPECT_EQ(picture.at(x, 0)[2], 30);
  }
  EXPECT_EQ(picture.at(2, 0)[3], 7);  // alpha stays
}

}  // namespace
