#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <map>
#include <memory>
#include <optional>
#include <string>

#include "render/gl/buffer.h"
#include "render/gl/framebuffer.h"
#include "render/gl/texture.h"
#include "render/scene/light_store.h"
#include "render/scene/shadow_pass.h"

namespace render {

/// Square grid on the floor that receives occlusion; the backdrop reads it.
struct FloorGrid {
  glm::vec3 centre{0};
  float half_size_mm = 1;
  glm::vec2 foot_reach_mm{0};  // half the width and depth of what stands on it
  int cells = 0;               // vertices along one side; 0: no floor
  int base = 0;                // first texel
};

/// Per vertex: how much of the sky it sees, from where, and how much light shines through it from behind.
/// Gathered from depth maps of many directions, so it holds for every camera and light. Either all at once,
/// or in pieces while the former values stay in use.
class OcclusionPass {
 public:
  static constexpr int kTextureWidth = 1024;

  /// From here on the first values that are worked out are looked for there before, and kept there after.
  void keep_in(std::shared_ptr<const LightStore> store) { store_ = std::move(store); }

  /// Brings the values up to date when parts, floor or shapes changed. True when it worked.
  bool run(const DrawList& list, std::optional<float> floor_y_mm, Programs& programs);

  /// Gives every part of the list values to be drawn with, and the floor its place, at next to no cost: what
  /// has values keeps them, whatever its shape is now, anatomy that is new lies open to all sides. Other new
  /// parts would look wrong with that: they make it a run(). The layer shown before, if it is shown again as
  /// it was, has its values back.
  void make_room(const DrawList& list, std::optional<float> floor_y_mm, Programs& programs);
  /// Whether the values are those of this list.
  bool current(const DrawList& list, std::optional<float> floor_y_mm) const;
  /// After make_room() with the same list: the next of kPieces pieces of the values that are not current.
  /// True when it was the last and the new values have taken the place of the former.
  bool advance(const DrawList& list, std::optional<float> floor_y_mm, Programs& programs);
  /// Right after that, until anything else is called here: mixes the values of before with the new ones, of
  /// which `share` (0..1) stays. They are not current then.
  void go_back(float share, Programs& programs);

  /// Binds the results.
  void bind() const;

  /// First texel of a part. The part must have been in the list of the last run() or make_room().
  int base(PartId part) const { return bases_.at(part); }
  const FloorGrid& floor() const { return floor_; }
  /// Grows whenever the values change; 0: there are none.
  std::uint64_t version() const { return version_; }

 private:
  /// Two values per vertex: openness and translucency, or position and normal.
  struct Values {
    std::array<gl::Texture, 2> texture;
    gl::Framebuffer both;
    std::array<gl::Framebuffer, 2> each;
    glm::ivec2 size() const { return texture[0].empty() ? glm::ivec2(0) : texture[0].desc().size; }
  };
  /// What values are of.
  struct Key {
    CasterKey casters, receivers;
    std::optional<float> floor_y_mm;
    bool operator==(const Key&) const = default;
  };
  static Key key_of(const DrawList& list, std::optional<float> floor_y_mm);
  static Values make_values(glm::ivec2 size, const char* first, const char* second);

  void lay_out(const DrawList& list, std::optional<float> floor_y_mm);
  void lay_floor(const DrawList& list, float floor_y_mm);
  void grow(int texels, bool keep);
  void gather(const DrawList& list, Programs& programs);
  void start_gather(const DrawList& list, Programs& programs);
  void draw_depths(const DrawList& list, Programs& programs, int first, int from, int to);
  void add_batch(const DrawList& list, Programs& programs, int first);
  void scatter(const DrawList& list, Programs& programs);
  void finish(Key key);
  /// Of run() in a new process, between lay_out() and finish():
  bool may_be_kept(const DrawList& list) const;
  std::string name_of_values(const DrawList& list, const Programs& programs) const;
  bool take_kept(const std::string& name);
  void keep_values(const std::string& name) const;

  std::shared_ptr<const LightStore> store_;  // may be null
  gl::Texture depths_;
  gl::Framebuffer depth_target_;
  Values vertices_;  // what is gathered for, while that is done
  Values shown_;
  Values next_;                  // on its way
  Values former_, other_layer_;  // shown before, and the last that were shown of other casters
  gl::Buffer floor_vertices_;
  gl::VertexArray floor_array_;
  FloorGrid floor_;
  std::optional<float> laid_floor_y_mm_;
  std::map<PartId, int> bases_;
  int floor_base_ = -1;
  int used_ = 0;                  // texels
  std::optional<Key> key_;        // of shown_; none: of nothing that could be worked out again
  std::optional<Key> pending_;    // of next_
  std::optional<Key> other_key_;  // of other_layer_
  int piece_ = 0;
  std::uint64_t version_ = 0;
};

}  // namespace render
