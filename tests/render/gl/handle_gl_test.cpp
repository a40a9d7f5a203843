#include "render/gl/handle.h"

#include <gtest/gtest.h>

#include <memory>
#include <type_traits>
#include <utility>

#include "render/context/context.h"
#include "render/gl/buffer.h"
#include "render/gl/device.h"
#include "render/gl/framebuffer.h"
#include "render/gl/program.h"
#include "render/gl/query.h"
#include "render/gl/texture.h"
#include "render/gl/vertex_array.h"

namespace render::gl {
namespace {

template <typename T>
constexpr bool kMoveOnly = !std::is_copy_constructible_v<T> && !std::is_copy_assignable_v<T> &&
                           std::is_nothrow_move_constructible_v<T>;

static_assert(kMoveOnly<Buffer>);
static_assert(kMoveOnly<VertexArray>);
static_assert(kMoveOnly<Texture>);
static_assert(kMoveOnly<Framebuffer>);
static_assert(kMoveOnly<Query>);
static_assert(!std::is_copy_constructible_v<Program> && !std::is_copy_assignable_v<Program>);

int destroyed_count = 0;
unsigned destroyed_id = 0;
void count_destroyed(unsigned id) {
  ++destroyed_count;
  destroyed_id = id;
}

TEST(Handle, DestroysOnceAndOnlyWhatItHolds) {
  destroyed_count = 0;
  {
    Handle<count_destroyed> empty;
    EXPECT_TRUE(empty.empty());
  }
  EXPECT_EQ(destroyed_count, 0);
  {
    Handle<count_destroyed> a(7);
    Handle<count_destroyed> b(std::move(a));
    EXPECT_TRUE(a.empty());  // NOLINT: moved-from is empty by contract
    EXPECT_EQ(b.id(), 7u);
  }
  EXPECT_EQ(destroyed_count, 1);
  EXPECT_EQ(destroyed_id, 7u);
}

TEST(Handle, MoveAssignmentDestroysBoth) {
  destroyed_count = 0;
  {
    Handle<count_destroyed> a(1), b(2);
    a = std::move(b);
    EXPECT_EQ(a.id(), 2u);
  }
  EXPECT_EQ(destroyed_count, 2);
}

class GlObjects : public testing::Test {
 protected:
  void TearDown() override { EXPECT_NO_THROW(check_errors("test")); }
  std::unique_ptr<Context> context_ = make_offscreen_context();
};

TEST_F(GlObjects, MovedFromIsEmpty) {
  Buffer buffer(BufferUse::vertices, "b");
  EXPECT_FALSE(buffer.empty());
  const Buffer other = std::move(buffer);
  EXPECT_TRUE(buffer.empty());  // NOLINT
  EXPECT_FALSE(other.empty());

  Texture texture((TextureDesc()));
  const Texture other_texture = std::move(texture);
  EXPECT_TRUE(texture.empty());  // NOLINT
  EXPECT_FALSE(other_texture.empty());

  Framebuffer target({&other_texture}, nullptr, "t");
  const Framebuffer other_target = std::move(target);
  EXPECT_TRUE(target.empty());  // NOLINT
  EXPECT_FALSE(other_target.empty());

  VertexArray array = VertexArray::make("a");
  const VertexArray other_array = std::move(array);
  EXPECT_TRUE(array.empty());  // NOLINT

  Query query = Query::make_time();
  const Query other_query = std::move(query);
  EXPECT_TRUE(query.empty());  // NOLINT
}

TEST_F(GlObjects, DefaultIsEmpty) {
  EXPECT_TRUE(Buffer().empty());
  EXPECT_TRUE(Texture().empty());
  EXPECT_TRUE(Framebuffer().empty());
  EXPECT_TRUE(Program().empty());
  EXPECT_TRUE(VertexArray().empty());
  EXPECT_TRUE(Query().empty());
}

}  // namespace
}  // namespace render::gl
