#pragma once

#include <memory>

#include "app/files/paths.h"
#include "render/scene/light_store.h"

namespace app {

/// The light of shapes, kept in the folder of the persons seen (see BodyStore) and by the same rules: a file
/// that is missing, broken or of another program costs the time to gather it again. Null without a cache.
std::shared_ptr<const render::LightStore> light_store(const Paths& paths);

}  // namespace app
