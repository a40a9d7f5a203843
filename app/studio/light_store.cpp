#include "app/studio/light_store.h"

#include "app/base/program_id.h"
#include "app/files/kept_files.h"
#include "render/file/sha256.h"

namespace app {
namespace {

constexpr std::size_t kMostLights = 24;  // 2 MB of a calf, 4 MB of a face

class KeptLight : public render::LightStore {
 public:
  explicit KeptLight(const Paths& paths)
      : files_(paths.cache / "tissue", ".light", kMostLights, paths.cache_use) {}

  void find(const std::string& name, const std::function<void(Values)>& take) const override {
    const KeptBytes kept = files_.open(key_of(name));
    if (!kept) return;
    take({reinterpret_cast<const glm::vec4*>(kept.bytes.data()), kept.bytes.size() / sizeof(glm::vec4)});
  }
  void keep(const std::string& name, Values values) const override {
    files_.keep(key_of(name), [&](KeptSink& sink) { sink.add(std::as_bytes(values)); });
  }

 private:
  static std::string key_of(const std::string& name) {
    return render::sha256_of_text(program_id() + "." + name);
  }

  KeptFiles files_;
};

}  // namespace

std::shared_ptr<const render::LightStore> light_store(const Paths& paths) {
  return paths.cache.empty() ? nullptr : std::make_shared<const KeptLight>(paths);
}

}  // namespace app
