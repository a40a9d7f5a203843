#pragma once

#include <string>

#include "app/body/outcome.h"
#include "app/studio/picture.h"

namespace app {

/// What a sidecar says beside the picture itself.
struct Provenance {
  std::string file;        // of the picture, without its folder
  std::string mesh_hash;   // of the mesh file
  std::string model_hash;  // of the response model's file
  std::string renderer;    // driver
};

/// Text of the .json beside a picture: plan, week, responder, view, pose, camera, size, hashes, program
/// version, renderer; of a second plan beside it, plan and hash. No time, host or user: the same picture
/// gives the same bytes.
std::string sidecar_text(const Outcome& outcome, const Picture& picture, const Taken& taken,
                         const Provenance& provenance, const Outcome* beside = nullptr);

}  // namespace app
