#include "app/commands/clip_writer.h"

#include <fcntl.h>
#include <spawn.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <sstream>
#include <string>
#include <system_error>
#include <vector>

#include "app/base/error.h"
#include "app/files/file.h"

extern char** environ;

namespace app {
namespace fs = std::filesystem;
namespace {

fs::path find_ffmpeg() {
  const char* path = std::getenv("PATH");
  std::istringstream folders(path ? path : "");
  for (std::string folder; std::getline(folders, folder, ':');) {
    const fs::path candidate = fs::path(folder.empty() ? "." : folder) / "ffmpeg";
    if (::access(candidate.c_str(), X_OK) == 0) return candidate;
  }
  throw InputError(
      "--clip: ffmpeg is not installed; install the package ffmpeg, or take stills without --clip");
}

/// Colours of high definition video, converted to and named: without it ffmpeg takes the matrix of BT.601 and
/// says nothing, and players of a large clip show it in other colours.
std::vector<std::string> with_colours(std::vector<std::string> arguments) {
  for (const char* argument :
       {"-vf", "scale=out_color_matrix=bt709:out_range=tv:flags=accurate_rnd+full_chroma_int,format=yuv420p",
        "-colorspace", "bt709", "-color_primaries", "bt709", "-color_trc", "bt709", "-color_range", "tv"})
    arguments.emplace_back(argument);
  return arguments;
}

std::vector<std::string> codec_arguments(const std::string& extension) {
  if (extension == ".mp4")
    return with_colours({"-c:v", "libx264", "-preset", "medium", "-crf", "18", "-movflags", "+faststart"});
  if (extension == ".webm")
    return with_colours(
        {"-c:v", "libvpx-vp9", "-crf", "28", "-b:v", "0", "-deadline", "good", "-cpu-used", "4"});
  return {"-filter_complex", "split[a][b];[a]palettegen[p];[b][p]paletteuse=dither=bayer", "-loop", "0"};
}

std::vector<std::string> ffmpeg_arguments(const fs::path& part, glm::ivec2 size) {
  std::vector<std::string> arguments = {"ffmpeg",
                                        "-y",
                                        "-loglevel",
                                        "error",
                                        "-f",
                                        "rawvideo",
                                        "-pixel_format",
                                        "rgba",
                                        "-video_size",
                                        std::to_string(size.x) + "x" + std::to_string(size.y),
                                        "-framerate",
                                        std::to_string(ClipWriter::kFramesPerSecond),
                                        "-i",
                                        "-",
                                        "-an"};
  for (auto& argument : codec_arguments(part.extension().string())) arguments.push_back(std::move(argument));
  // One thread and no metadata: the same frames give the same bytes.
  for (const char* argument :
       {"-threads", "1", "-map_metadata", "-1", "-fflags", "+bitexact", "-flags:v", "+bitexact"})
    arguments.emplace_back(argument);
  arguments.push_back(part.string());
  return arguments;
}

}  // namespace

void ClipWriter::require_ffmpeg() {
  find_ffmpeg();
}

ClipWriter::ClipWriter(const fs::path& file, glm::ivec2 size) : file_(file), part_(temporary_name(file)) {
  const fs::path program = find_ffmpeg();
  int ends[2];
  if (::pipe2(ends, O_CLOEXEC) != 0) throw InputError("--clip: ffmpeg cannot be started");
  posix_spawn_file_actions_t actions;
  posix_spawn_file_actions_init(&actions);
  posix_spawn_file_actions_adddup2(&actions, ends[0], STDIN_FILENO);
  posix_spawn_file_actions_addopen(&actions, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
  posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0);
  std::vector<std::string> words = ffmpeg_arguments(part_, size);
  std::vector<char*> pointers;
  for (auto& word : words) pointers.push_back(word.data());
  pointers.push_back(nullptr);
  const int failed = ::posix_spawn(&process_, program.c_str(), &actions, nullptr, pointers.data(), environ);
  posix_spawn_file_actions_destroy(&actions);
  ::close(ends[0]);
  if (failed != 0) {
    ::close(ends[1]);
    process_ = -1;
    throw InputError("--clip: ffmpeg cannot be started");
  }
  pipe_ = ends[1];
  // A dead ffmpeg must be an error message, not the end of this program.
  std::signal(SIGPIPE, SIG_IGN);
}

void ClipWriter::close() {
  if (pipe_ >= 0) ::close(pipe_);
  pipe_ = -1;
}

ClipWriter::~ClipWriter() {
  close();
  if (process_ < 0) return;
  ::waitpid(process_, nullptr, 0);
  std::error_code error;
  fs::remove(part_, error);
}

void ClipWriter::add(const render::Image& frame) {
  std::size_t done = 0;
  while (done < frame.rgba.size()) {
    const ssize_t written = ::write(pipe_, frame.rgba.data() + done, frame.rgba.size() - done);
    if (written < 0 && errno == EINTR) continue;
    if (written <= 0) fail_file(FileOwner::user, file_, "ffmpeg stopped while writing the clip");
    done += static_cast<std::size_t>(written);
  }
}

void ClipWriter::finish() {
  close();
  int status = 0;
  ::waitpid(process_, &status, 0);
  process_ = -1;
  std::error_code error;
  if (!WIFEXITED(status) || WEXITSTATUS(status) != 0) {
    fs::remove(part_, error);
    fail_file(FileOwner::user, file_, "ffmpeg could not write the clip (is the disk full?)");
  }
  fs::rename(part_, file_, error);
  if (error) fail_file(FileOwner::user, file_, "cannot be written: " + error.message());
}

}  // namespace app
