#include "render/scene/renderer.h"

#include <algorithm>
#include <chrono>
#include <cmath>
#include <stdexcept>
#include <utility>

#include "render/error.h"
#include "render/gl/device.h"
#include "render/image/compose.h"
#include "render/scene/picture.h"
#include "render/scene/resting_picture.h"

namespace render {
namespace {

constexpr int kDefaultTileLimit = 4096;
constexpr int kStillShadowSamples = 24;
constexpr int kStillShadowSize = 2048;
// Of a tile of a still drawn by the processor: 12 MB of targets. Smaller ones shade too many vertices twice.
constexpr int kSoftwareTileSamples = 1 << 20;
// Eight frames of a resting picture make as many as the four samples of a still.
constexpr int kRestShadowSamples = 12;
// A texel of the floor is about two pixels wide, as the four samples of a still times four were.
constexpr int kFloorSamplesPerSample = 4;
constexpr int kFloorSamplesPerSampleMoving = 2;

/// What a driver gives comes bottom row first.
template <class Channel>
void turn_over(std::vector<Channel>& rgba, glm::ivec2 size) {
  const auto row = static_cast<std::ptrdiff_t>(size.x) * 4;
  for (int y = 0; y < size.y / 2; ++y)
    std::swap_ranges(rgba.begin() + row * y, rgba.begin() + row * (y + 1),
                     rgba.begin() + row * (size.y - 1 - y));
}

std::vector<std::uint16_t> read_16_bits(const gl::Framebuffer& picture, glm::ivec2 size) {
  std::vector<glm::vec4> pixels(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y));
  picture.read_rgba32f(0, size, pixels);
  std::vector<std::uint16_t> rgba;
  rgba.reserve(4 * pixels.size());
  for (const glm::vec4& pixel : pixels)
    for (int i = 0; i < 4; ++i)
      rgba.push_back(static_cast<std::uint16_t>(std::lround(65535.0f * std::clamp(pixel[i], 0.0f, 1.0f))));
  return rgba;
}

/// fine: the same picture in floats, or empty.
Image to_image(const gl::Framebuffer& picture, const gl::Framebuffer& fine, glm::ivec2 size) {
  Image image;
  image.width = size.x;
  image.height = size.y;
  image.rgba.resize(static_cast<std::size_t>(size.x) * static_cast<std::size_t>(size.y) * 4);
  picture.read_rgba8(size, image.rgba);
  turn_over(image.rgba, size);
  if (fine.empty()) return image;
  image.rgba16 = read_16_bits(fine, size);
  turn_over(image.rgba16, size);
  return image;
}

void require_size(glm::ivec2 size) {
  if (size.x < 1 || size.y < 1) throw std::invalid_argument("Renderer: a picture needs at least one pixel");
}

}  // namespace

struct Renderer::State {
  explicit State(const std::filesystem::path& folder)
      : device(gl::device_info()),
        picture(folder),
        timer(device.software ? PassTimer::Clock::wall : PassTimer::Clock::driver) {}

  Part& part(PartId id) {
    const auto found = parts.find(id);
    if (found == parts.end()) throw std::invalid_argument("Renderer: no such part");
    return found->second;
  }

  /// Of a still, pixels. In software bands, which need little memory.
  glm::ivec2 most_of_a_tile(glm::ivec2 still, int supersample) const {
    const int most = std::min(tile_limit, device.max_texture_size) / supersample;
    if (!device.software) return glm::ivec2(most);
    const int width = std::min(still.x, most);
    return {most, std::min(most, std::max(16, kSoftwareTileSamples / (width * supersample * supersample)))};
  }

  gl::DeviceInfo device;
  Picture picture;
  Parts parts;
  unsigned next_id = 1;
  Targets window_targets, still_targets;
  RestingPicture refinement;
  const Targets* shown = &window_targets;  // what draw() or refine() drew last
  PassTimer timer;
  Quality quality;
  bool live_occlusion = true;
  int tile_limit = kDefaultTileLimit;
};

Renderer::Renderer(const std::filesystem::path& shader_folder)
    : state_(std::make_unique<State>(shader_folder)) {
  state_->live_occlusion = !state_->device.software;
  Quality quality;
  quality.samples = state_->device.software ? 1 : 4;
  quality.shadow_samples = state_->device.software ? 8 : 16;
  quality.fewer_triangles = state_->device.software;
  set_quality(quality);
}

Renderer::~Renderer() = default;

PartId Renderer::add_part(const Topology& topology, const Material& material) {
  const PartId id{state_->next_id++};
  state_->parts.emplace(id, Part(topology, material));
  return id;
}

void Renderer::set_material(PartId part, const Material& material) {
  state_->part(part).set_material(material);
}
void Renderer::remove_part(PartId part) {
  state_->parts.erase(part);
}
void Renderer::set_rest(PartId part, std::span<const glm::vec3> rest_mm, LightShape light) {
  state_->part(part).set_rest(rest_mm, light);
}

void Renderer::set_shades(PartId part, std::span<const SkinShade> shades) {
  state_->part(part).set_shades(shades);
}

void Renderer::set_light_shape(PartId part, std::span<const glm::vec3> positions_mm) {
  state_->part(part).set_light_shape(positions_mm);
}
void Renderer::set_fine(PartId part, std::vector<bool> points) {
  state_->part(part).set_fine(std::move(points));
}
void Renderer::set_lines(PartId part, const LineRelief& lines) {
  state_->part(part).set_lines(lines);
}
void Renderer::set_line_depths(PartId part, std::span<const float> depths_mm,
                               std::span<const float> swells_mm) {
  state_->part(part).set_line_depths(depths_mm, swells_mm);
}

void Renderer::upload(PartId part, std::span<const glm::vec3> positions_mm,
                      std::span<const glm::vec3> normals, std::span<const float> scalars) {
  state_->part(part).upload(positions_mm, normals, scalars);
}

void Renderer::upload_changed(PartId part, std::span<const glm::vec3> positions_mm,
                              std::span<const glm::vec3> normals, std::span<const float> scalars,
                              std::span<const glm::uvec2> runs) {
  state_->part(part).upload_changed(positions_mm, normals, scalars, runs);
}

void Renderer::draw(const SceneView& view, glm::ivec2 size) {
  require_size(size);
  const Quality& quality = state_->quality;
  state_->refinement.leave(state_->picture);
  Picture::Setup setup;
  setup.size = glm::max(glm::ivec2(1), glm::ivec2(glm::vec2(size) * quality.resolution + 0.5f));
  setup.supersample = quality.supersample;
  setup.multisamples = quality.samples;
  setup.shadow_size = quality.shadow_size;
  setup.shadow_samples = quality.shadow_samples;
  setup.floor_samples = (quality.fewer_triangles ? kFloorSamplesPerSampleMoving : kFloorSamplesPerSample) *
                        quality.shadow_samples;
  setup.fewer_triangles = quality.fewer_triangles;
  setup.follow_shape = state_->live_occlusion;
  if (setup.fewer_triangles)
    for (auto& [id, part] : state_->parts) part.make_fewer();
  state_->picture.prepare(view, state_->parts, setup, state_->timer);
  state_->picture.draw_tile({{0, 0}, setup.size}, state_->window_targets, state_->timer);
  state_->timer.end();
  state_->shown = &state_->window_targets;
  gl::check_errors("draw");
}

void Renderer::begin_refining(const SceneView& view, glm::ivec2 size) {
  require_size(size);
  state_->refinement.leave(state_->picture);
  Picture::Setup setup;
  setup.size = size;
  setup.multisamples = state_->device.software ? 1 : state_->quality.samples;
  setup.shadow_size = std::max(kStillShadowSize, state_->quality.shadow_size);
  setup.shadow_samples = kRestShadowSamples;
  setup.floor_samples = kFloorSamplesPerSample * kStillShadowSamples;
  setup.follow_shape = state_->live_occlusion;
  state_->refinement.start(view, setup);
}

Refined Renderer::refine() {
  using namespace std::chrono;
  if (state_->refinement.done()) return Refined::nothing;
  const auto from = steady_clock::now();
  const bool better = state_->refinement.step(state_->picture, state_->parts);
  if (state_->device.software) {
    gl::finish();
    state_->refinement.took(duration<double, std::milli>(steady_clock::now() - from).count());
  }
  gl::check_errors("refine");
  if (!better) return Refined::work;
  state_->shown = &state_->refinement.targets();
  return Refined::picture;
}

void Renderer::present(glm::ivec2 origin, glm::ivec2 size) {
  const Targets& targets = *state_->shown;
  if (targets.picture().empty()) return;
  gl::Framebuffer::blit(targets.picture(), targets.picture_size(), gl::Framebuffer(), origin, size);
  gl::check_errors("present");
}

void Renderer::present_columns(glm::ivec2 origin, glm::ivec2 size, float from, float to) {
  const Targets& targets = *state_->shown;
  if (targets.picture().empty()) return;
  const glm::ivec2 picture = targets.picture_size();
  const auto column = [](float share, int width) {
    return int(std::lround(std::clamp(share, 0.0f, 1.0f) * float(width)));
  };
  const glm::ivec2 cut(column(from, picture.x), column(to, picture.x));
  const glm::ivec2 shown(column(from, size.x), column(to, size.x));
  if (cut.y <= cut.x || shown.y <= shown.x) return;
  gl::Framebuffer::blit_part(targets.picture(), {cut.x, 0}, {cut.y - cut.x, picture.y}, gl::Framebuffer(),
                             {origin.x + shown.x, origin.y}, {shown.y - shown.x, size.y});
  gl::check_errors("present_columns");
}

Image Renderer::read_drawn() const {
  const Targets& targets = *state_->shown;
  if (targets.picture().empty()) throw std::logic_error("Renderer: nothing has been drawn");
  return to_image(targets.picture(), {}, targets.picture_size());
}

Image Renderer::capture(const SceneView& view, glm::ivec2 size, int supersample, Depth depth) {
  require_size(size);
  if (supersample < 1 || supersample > 8) throw std::invalid_argument("Renderer: supersample must be 1 to 8");
  if (std::max(size.x, size.y) * supersample > state_->device.max_viewport_size)
    throw GraphicsError("a still of " + std::to_string(size.x) + "x" + std::to_string(size.y) + " with " +
                        std::to_string(supersample) + "x supersampling is more than this driver can draw (" +
                        std::to_string(state_->device.max_viewport_size) + " samples on a side)");
  Picture::Setup setup;
  setup.size = size;
  setup.supersample = supersample;
  setup.shadow_size = std::max(kStillShadowSize, state_->quality.shadow_size);
  setup.shadow_samples = kStillShadowSamples;
  setup.floor_samples = kFloorSamplesPerSample * kStillShadowSamples;
  setup.fine = depth == Depth::bits_16;
  state_->picture.prepare(view, state_->parts, setup, state_->timer);
  const Targets& targets = state_->still_targets;

  const glm::ivec2 step = equal_tile(size, state_->most_of_a_tile(size, supersample));
  if (step == size) {
    state_->picture.draw_tile({{0, 0}, size}, state_->still_targets, state_->timer);
    gl::check_errors("capture");
    return to_image(targets.picture(), targets.fine_picture(), size);
  }
  Image image = make_image(size.x, size.y, Rgba{0, 0, 0, 0}, depth);
  for (int y = 0; y < size.y; y += step.y)
    for (int x = 0; x < size.x; x += step.x) {
      // The last of a row may reach past the picture: targets of another size would cost more than its
      // pixels.
      state_->picture.draw_tile({{x, y}, step}, state_->still_targets, state_->timer);
      const glm::ivec2 kept = glm::min(step, size - glm::ivec2(x, y));
      blit(image, to_image(targets.picture(), targets.fine_picture(), kept), x, size.y - y - kept.y);
    }
  gl::check_errors("capture");
  return image;
}

void Renderer::set_tile_limit(int samples) {
  state_->tile_limit = std::max(16, samples);
}

void Renderer::set_quality(const Quality& quality) {
  Quality& q = state_->quality;
  q = quality;
  q.samples = std::clamp(q.samples, 1, std::max(1, state_->device.max_samples));
  q.supersample = std::clamp(q.supersample, 1, 4);
  q.shadow_size = std::clamp(q.shadow_size, 256, 8192);
  q.shadow_samples = std::clamp(q.shadow_samples, 4, 64);
  q.resolution = std::clamp(q.resolution, 0.25f, 1.0f);
}

const Quality& Renderer::quality() const {
  return state_->quality;
}
void Renderer::set_live_occlusion(bool live) {
  state_->live_occlusion = live;
}
void Renderer::keep_light(std::shared_ptr<const LightStore> store) {
  // A graphics processor gathers faster than a file is read.
  if (state_->device.software) state_->picture.keep_light(std::move(store));
}
bool Renderer::refresh_occlusion(const SceneView& view) {
  return state_->picture.refresh_occlusion(view, state_->parts);
}
void Renderer::set_timing(Timing timing) {
  state_->timer.set_timing(timing);
}
const std::vector<PassTime>& Renderer::pass_times() const {
  return state_->timer.times();
}
std::optional<double> Renderer::take_drawing_ms() {
  return state_->timer.take_whole_ms();
}

}  // namespace render
