#include "app/studio/light_store.h"

#include <gtest/gtest.h>

#include <vector>

#include "tests/app/scratch.h"

namespace app {
namespace {

const std::vector<glm::vec4> kValues{{1, 2, 3, 4}, {5, 6, 7, 8}, {0, -1, 0.5F, 1}};

class LightFiles : public testing::Test {
 protected:
  std::shared_ptr<const render::LightStore> store(CacheUse use = CacheUse::read_and_write) const {
    Paths paths;
    paths.cache = scratch_.folder();
    paths.cache_use = use;
    return light_store(paths);
  }
  std::vector<glm::vec4> found(const std::string& name) const {
    std::vector<glm::vec4> values;
    store()->find(name, [&](render::LightStore::Values kept) { values.assign(kept.begin(), kept.end()); });
    return values;
  }
  Scratch scratch_;
};

TEST_F(LightFiles, GiveBackWhatWasKeptUnderTheName) {
  EXPECT_TRUE(found("one").empty());
  store()->keep("one", kValues);
  EXPECT_EQ(found("one"), kValues);
  EXPECT_TRUE(found("another").empty());
}

TEST_F(LightFiles, ThatAreDamagedAreNone) {
  store()->keep("one", kValues);
  for (const auto& entry : std::filesystem::recursive_directory_iterator(scratch_.folder())) {
    if (!entry.is_regular_file()) continue;
    std::string bytes = text_of(entry.path());
    bytes[bytes.size() / 2] ^= 1;
    std::ofstream(entry.path(), std::ios::binary) << bytes;
  }
  EXPECT_TRUE(found("one").empty());
}

TEST_F(LightFiles, AreNotWrittenWhereTheCacheIsOnlyRead) {
  store(CacheUse::read_only)->keep("one", kValues);
  EXPECT_EQ(scratch_.file_count(), 0U);
}

TEST(LightStore, IsNoneWithoutACache) {
  EXPECT_EQ(light_store(Paths{}), nullptr);
}

}  // namespace
}  // namespace app
