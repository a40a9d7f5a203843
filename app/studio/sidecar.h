#pragma once

#include <filesystem>
#include <string>

#include "app/studio/picture.h"

namespace app {

/// What a sidecar says beside the picture itself.
struct Provenance {
  std::string file;        // of the picture, without its folder
  std::string label;       // the permanent label
  std::string model_hash;  // of the response model with the draws of its fit
  std::string renderer;    // driver
};

/// Text of the .json beside a picture: plan, week, responder, view (`free` for none of the standard ones),
/// pose, camera, size, hashes, program version, renderer; of a second plan beside it, plan and hash. No time,
/// host or user: the same picture gives the same bytes.
std::string sidecar_text(const Frame& frame, const PictureFormat& format, const Taken& taken,
                         const Provenance& provenance);

std::filesystem::path sidecar_path(std::filesystem::path picture);

/// Writes a picture and its sidecar, in which the file's name stands. Throws InputError when one of them
/// cannot be written.
void write_picture(const std::filesystem::path& file, const Frame& frame, const PictureFormat& format,
                   const Taken& taken, Provenance provenance);

}  // namespace app
