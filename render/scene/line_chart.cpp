#include "render/scene/line_chart.h"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <stdexcept>

#include "render/gl/draw.h"
#include "render/scene/frame_block.h"
#include "render/scene/programs.h"

namespace render {
namespace {

// The narrowest valley is about five texels wide.
constexpr float kTexelMm = 0.11f;
constexpr int kLargest = 2048;

int texels(float mm) {
  return std::clamp(static_cast<int>(std::ceil(mm / kTexelMm)), 16, kLargest);
}

}  // namespace

LineChart::LineChart(LineRelief relief) : relief_(std::move(relief)), frame_(line_frame(relief_)) {
  gl::TextureDesc desc;
  desc.size = {texels(frame_.size_mm.x), texels(frame_.size_mm.y), 1};
  desc.format = gl::Format::rgba16f;
  desc.filter = gl::Filter::mipmaps;
  desc.label = "lines";
  texture_ = gl::Texture(desc);
  texture_.make_levels();
  for (int level = 0; level < texture_.level_count(); ++level) levels_.emplace_back(texture_, level, "lines");
  vertices_ = gl::Buffer(gl::BufferUse::vertices, "line ribbons");
  indices_ = gl::Buffer(gl::BufferUse::indices, "line ribbon indices");
  array_ = gl::VertexArray::make("line ribbons");
  const std::vector<glm::uvec3> triangles = ribbon_triangles(relief_);
  indices_.upload(std::span<const glm::uvec3>(triangles), gl::BufferRate::once);
  index_count_ = static_cast<int>(triangles.size() * 3);
  array_.set_indices(indices_);
  constexpr int kStride = sizeof(RibbonVertex);
  array_.set_attribute(vertices_, {0, 2, kStride, offsetof(RibbonVertex, place)});
  array_.set_attribute(vertices_, {1, 2, kStride, offsetof(RibbonVertex, gradient)});
  array_.set_attribute(vertices_, {2, 3, kStride, offsetof(RibbonVertex, distance_mm)});
  array_.set_attribute(vertices_, {3, 3, kStride, offsetof(RibbonVertex, along_mm)});
  std::size_t samples = 0;
  for (const auto& line : relief_.lines) samples += line.size();
  const std::vector<float> flat(samples, 0.0f);
  ribbons_ = line_ribbons(relief_, frame_, flat);
  set_depths(flat);
}

void LineChart::set_depths(std::span<const float> depths_mm, std::span<const float> swells_mm) {
  const auto same = [](const std::vector<float>& a, std::span<const float> b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end());
  };
  if (!depths_.empty() && same(depths_, depths_mm) && same(swells_, swells_mm)) return;
  if (2 * depths_mm.size() != ribbons_.size() || (!swells_mm.empty() && swells_mm.size() != depths_mm.size()))
    throw std::invalid_argument("Renderer: as many line depths as samples are needed");
  for (std::size_t i = 0; i < ribbons_.size(); ++i) {
    ribbons_[i].swell_mm = swells_mm.empty() ? 0.0f : swells_mm[i / 2];
    ribbons_[i].depth_mm = depths_mm[i / 2] - ribbons_[i].swell_mm;
  }
  vertices_.upload(std::span<const RibbonVertex>(ribbons_), gl::BufferRate::often);
  depths_.assign(depths_mm.begin(), depths_mm.end());
  swells_.assign(swells_mm.begin(), swells_mm.end());
  stale_ = true;
}

void LineChart::bring_up_to_date(Programs& programs) {
  if (!stale_) return;
  stale_ = false;
  levels_.front().clear_colour(0, glm::vec4(0));
  levels_.front().bind({0, 0}, texture_.level_size(0));
  gl::apply(gl::without_depth(gl::Blend::add));
  programs.lines.use();
  if (index_count_ > 0) gl::draw_triangles(array_, index_count_);
  make_smaller(programs);
}

/// By a program of our own: what the software driver makes levels with it compiles anew in every process,
/// 50 ms of a face's start.
void LineChart::make_smaller(Programs& programs) {
  gl::apply(gl::without_depth());
  gl::Program& halve = programs.halve;
  halve.use();
  for (int level = 1; level < texture_.level_count(); ++level) {
    const glm::ivec2 size = texture_.level_size(level);
    texture_.bind(kSceneUnit);
    texture_.read_levels(level - 1, level - 1);
    levels_[static_cast<std::size_t>(level)].bind({0, 0}, size);
    halve.set("u_texel", 1.0f / glm::vec2(size));
    gl::draw_screen(programs.screen);
  }
  texture_.read_levels(0, texture_.level_count() - 1);
}

}  // namespace render
