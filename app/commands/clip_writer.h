#pragma once

#include <cstdio>
#include <filesystem>
#include <glm/vec2.hpp>

#include "render/image/image.h"

namespace app {

/// Writes a clip through an ffmpeg process, frame by frame, to a temporary name that becomes the file only in
/// finish(). Destroyed before that, it leaves nothing behind.
class ClipWriter {
 public:
  static constexpr int kFramesPerSecond = 25;

  /// Throws InputError when ffmpeg is not installed.
  static void require_ffmpeg();

  /// Throws InputError when ffmpeg is missing or does not start. The file ends in .mp4, .webm or .gif; sides
  /// are even.
  ClipWriter(const std::filesystem::path& file, glm::ivec2 size);
  ~ClipWriter();
  ClipWriter(const ClipWriter&) = delete;
  ClipWriter& operator=(const ClipWriter&) = delete;

  void add(const render::Image& frame);
  void finish();

 private:
  void close();

  std::filesystem::path file_;
  std::filesystem::path part_;
  int process_ = -1;
  int pipe_ = -1;
};

}  // namespace app
