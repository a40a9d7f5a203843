#pragma once

#include <vector>

#include "render/image/image.h"

namespace app {

/// The image as a JPEG of that quality (1 to 100), without subsampled colour: letters in pictures stay
/// sharp. The same image gives the same bytes. Throws std::runtime_error.
std::vector<unsigned char> encode_jpeg(const render::Image& image, int quality);

}  // namespace app
