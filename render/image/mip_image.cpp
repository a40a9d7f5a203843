#include "render/image/mip_image.h"

#include <array>
#include <cmath>
#include <glm/common.hpp>
#include <glm/geometric.hpp>
#include <limits>
#include <span>

#include "render/image/mip_levels.h"

namespace render {
namespace {

constexpr const char* kImageKind = "FORESHOW IMAGE";
// Grows with every change of the layout and of what is worked out for it.
constexpr std::uint32_t kImageVersion = 1;
constexpr int kLongestSide = 32768;

std::array<float, 256> linear_table() {
  std::array<float, 256> table{};
  for (std::size_t i = 0; i < table.size(); ++i) {
    const float s = static_cast<float>(i) / 255.0f;
    table[i] = s <= 0.04045f ? s / 12.92f : std::pow((s + 0.055f) / 1.055f, 2.4f);
  }
  return table;
}

glm::vec3 mean_near(const Image& image, const std::array<float, 256>& linear, glm::vec3 centre,
                    float radius) {
  glm::dvec3 sum(0);
  std::size_t count = 0;
  for (std::size_t i = 0; i + 3 < image.rgba.size(); i += 4) {
    const glm::vec3 colour(linear[image.rgba[i]], linear[image.rgba[i + 1]], linear[image.rgba[i + 2]]);
    if (glm::length(colour - centre) > radius) continue;
    sum += glm::dvec3(colour);
    ++count;
  }
  return count == 0 ? centre : glm::vec3(sum / static_cast<double>(count));
}

glm::ivec3 size_of(int width, int height) {
  return {width, height, 1};
}

}  // namespace

glm::vec3 mean_skin_colour(const Image& texture) {
  const auto linear = linear_table();
  const glm::vec3 everything = mean_near(texture, linear, glm::vec3(0.5f), std::numeric_limits<float>::max());
  return glm::max(mean_near(texture, linear, everything, 0.2f), glm::vec3(0.01f));
}

void MipImage::release() const {
  if (file) file->release(0);
}

MipImage make_mip_image(const Image& image) {
  MipImage made{image.width, image.height, {}, mean_skin_colour(image)};
  const auto bytes = std::as_bytes(std::span(image.rgba));
  made.levels.emplace_back(std::vector<std::byte>(bytes.begin(), bytes.end()));
  const glm::ivec3 size = size_of(image.width, image.height);
  if (!halves_evenly(size)) return made;
  for (std::vector<std::byte>& level : smaller_srgb_levels(bytes, size))
    made.levels.emplace_back(std::move(level));
  return made;
}

std::vector<std::uint8_t> encode_mip_image(const MipImage& image) {
  BakedFileWriter out(kImageKind, kImageVersion, 1);
  out.add_number(static_cast<std::uint64_t>(image.width));
  out.add_number(static_cast<std::uint64_t>(image.height));
  out.add_array(0, std::span<const glm::vec3>(&image.mean_skin, 1));
  out.add_number(image.levels.size());
  for (const SharedArray<std::byte>& level : image.levels)
    out.add_array(0, std::span<const std::byte>(level));
  return out.finish();
}

MipImage open_mip_image(const std::filesystem::path& path) {
  const auto file = BakedFile::open(path, kImageKind, kImageVersion);
  file->verify(0);
  BakedFileReader in(file);
  MipImage image;
  image.file = file;
  const std::uint64_t width = in.number(), height = in.number();
  if (width < 1 || height < 1 || width > kLongestSide || height > kLongestSide) file->fail("has no pixels");
  image.width = static_cast<int>(width);
  image.height = static_cast<int>(height);
  const auto mean = in.array<glm::vec3>();
  if (mean.size() != 1) file->fail("has no mean colour");
  image.mean_skin = mean[0];
  image.levels.resize(in.number());
  glm::ivec3 size = size_of(image.width, image.height);
  for (SharedArray<std::byte>& level : image.levels) {
    level = in.array<std::byte>();
    if (level.size() != std::size_t(size.x) * std::size_t(size.y) * 4)
      file->fail("has a level of wrong size");
    size = glm::max(size / 2, glm::ivec3(1));
  }
  if (image.levels.empty()) file->fail("has no pixels");
  return image;
}

}  // namespace render
