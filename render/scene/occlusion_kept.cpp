// The values of occlusion that were kept by another run of the program.
#include <array>
#include <vector>

#include "render/file/sha256.h"
#include "render/gl/device.h"
#include "render/scene/occlusion_pass.h"
#include "render/scene/receivers.h"

namespace render {
namespace {

template <typename T>
void add(Sha256& hash, const T& value) {
  hash.add_values(std::span(&value, 1));
}

}  // namespace

/// Of everything the values are gathered from, as it lies on the driver.
std::string OcclusionPass::name_of_values(const DrawList& list, const Programs& programs) const {
  Sha256 hash;
  const gl::DeviceInfo device = gl::device_info();
  hash.add_text("openness " + device.vendor + "\n" + device.renderer + "\n" + device.version + "\n");
  for (const LazyProgram* used : {&programs.depth, &programs.scatter, &programs.keep, &programs.occlusion})
    used->add_source_to(hash);
  add(hash, shown_.size());
  add(hash, list.bounds.low);
  add(hash, list.bounds.high);
  const std::array floor{floor_.base, floor_.cells};
  add(hash, floor);
  add(hash, floor_.centre);
  add(hash, floor_.half_size_mm);
  for (const Drawn& drawn : list.casters) {
    add(hash, drawn.part->material().kind);
    drawn.part->add_light_shape_to(hash);
  }
  hash.add_text("lit");
  for_receivers(list, [&](const Drawn& drawn) {
    add(hash, drawn.part->material().kind);
    add(hash, bases_.at(drawn.id));
    drawn.part->add_drawn_shape_to(hash);
  });
  return hash.finish();
}

bool OcclusionPass::may_be_kept(const DrawList& list) const {
  std::size_t receivers = 0;
  for_receivers(list, [&](const Drawn&) { ++receivers; });
  // The first values alone, those of a start: a file for each week of a clip would push out all others. And
  // only where the list is all there is: other parts would keep what they had.
  return store_ && !key_ && receivers == bases_.size();
}

bool OcclusionPass::take_kept(const std::string& name) {
  const auto count = static_cast<std::size_t>(shown_.size().x) * static_cast<std::size_t>(shown_.size().y);
  bool taken = false;
  store_->find(name, [&](LightStore::Values values) {
    if (values.size() != 2 * count) return;
    shown_.texture[0].upload_floats(values.first(count));
    shown_.texture[1].upload_floats(values.last(count));
    taken = true;
  });
  return taken;
}

void OcclusionPass::keep_values(const std::string& name) const {
  const auto count = static_cast<std::size_t>(shown_.size().x) * static_cast<std::size_t>(shown_.size().y);
  std::vector<glm::vec4> values(2 * count);
  shown_.both.read_rgba32f(0, shown_.size(), std::span(values).first(count));
  shown_.both.read_rgba32f(1, shown_.size(), std::span(values).last(count));
  store_->keep(name, values);
}

}  // namespace render
