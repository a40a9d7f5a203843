#include "render/image/hdr_image.h"

#include <cmath>
#include <cstdio>
#include <fstream>
#include <string_view>
#include <system_error>

#include "render/error.h"

namespace render {
namespace {

constexpr int kLargestSide = 16384;
constexpr long long kMostPixels = 64'000'000;
constexpr std::uintmax_t kMostBytes = std::uintmax_t{512} << 20;
constexpr const char* kExpected = ", expected a Radiance .hdr picture (RGBE)";

struct Rgbe {
  std::uint8_t channel[4];
};

/// Bytes in order; every read says when there are none left.
class Reader {
 public:
  Reader(std::span<const std::uint8_t> bytes, const std::string& name) : bytes_(bytes), name_(name) {}

  [[noreturn]] void fail(const std::string& what) const { throw InputError(name_ + ": " + what + kExpected); }
  std::size_t left() const { return bytes_.size() - at_; }
  std::uint8_t byte() {
    if (left() == 0) fail("ends before its last row");
    return bytes_[at_++];
  }
  std::uint8_t peek(std::size_t ahead) const { return bytes_[at_ + ahead]; }
  Rgbe pixel() {
    Rgbe p;
    for (std::uint8_t& c : p.channel) c = byte();
    return p;
  }
  std::string line() {
    std::string text;
    while (true) {
      if (left() == 0 || text.size() > 4096) fail("has no complete header");
      const char c = static_cast<char>(bytes_[at_++]);
      if (c == '\n') return text;
      if (c != '\r') text += c;
    }
  }

 private:
  std::span<const std::uint8_t> bytes_;
  const std::string& name_;
  std::size_t at_ = 0;
};

void read_header(Reader& in) {
  const std::string first = in.line();
  if (first != "#?RADIANCE" && first != "#?RGBE") in.fail("does not begin with #?RADIANCE");
  for (std::string line = in.line(); !line.empty(); line = in.line())
    if (line.rfind("FORMAT=", 0) == 0 && line != "FORMAT=32-bit_rle_rgbe")
      in.fail("is of format " + line.substr(7, 40));
}

HdrImage read_size(Reader& in) {
  const std::string line = in.line();
  HdrImage image;
  char more = 0;
  if (std::sscanf(line.c_str(), "-Y %6d +X %6d%c", &image.height, &image.width, &more) != 2)
    in.fail("has the size line \"" + line.substr(0, 40) + "\" instead of -Y HEIGHT +X WIDTH");
  if (image.width < 1 || image.height < 1 || image.width > kLargestSide || image.height > kLargestSide ||
      static_cast<long long>(image.width) * image.height > kMostPixels)
    in.fail("is " + std::to_string(image.width) + "x" + std::to_string(image.height) + " pixels, not 1 to " +
            std::to_string(kLargestSide) + " on a side and 64 million in all");
  return image;
}

/// Rows of the newer form hold the four channels one after the other, each in runs.
bool has_channel_runs(const Reader& in, std::size_t width) {
  return width >= 8 && width < 32768 && in.left() >= 4 && in.peek(0) == 2 && in.peek(1) == 2 &&
         in.peek(2) < 128;
}

void read_channel_runs(Reader& in, std::vector<Rgbe>& row) {
  const Rgbe head = in.pixel();
  if ((std::size_t{head.channel[2]} << 8 | head.channel[3]) != row.size())
    in.fail("has a row of another width");
  for (int c = 0; c < 4; ++c) {
    for (std::size_t x = 0; x < row.size();) {
      std::size_t count = in.byte();
      const bool run = count > 128;
      if (run) count -= 128;
      if (count == 0 || count > row.size() - x) in.fail("has a run beyond the end of its row");
      std::uint8_t value = run ? in.byte() : std::uint8_t{0};
      for (; count > 0; --count, ++x) row[x].channel[c] = run ? value : in.byte();
    }
  }
}

/// Flat pixels; in the older form 1 1 1 N repeats the last one, in consecutive ones N counts in 256s.
void read_pixels(Reader& in, std::vector<Rgbe>& row) {
  unsigned shift = 0;
  for (std::size_t x = 0; x < row.size();) {
    const Rgbe p = in.pixel();
    if (p.channel[0] != 1 || p.channel[1] != 1 || p.channel[2] != 1) {
      row[x++] = p;
      shift = 0;
      continue;
    }
    if (x == 0 || shift > 8) in.fail("has a run without a pixel before it");
    const std::size_t count = std::size_t{p.channel[3]} << shift;
    if (count > row.size() - x) in.fail("has a run beyond the end of its row");
    for (std::size_t i = 0; i < count; ++i, ++x) row[x] = row[x - 1];
    shift += 8;
  }
}

glm::vec3 colour_of(const Rgbe& p) {
  if (p.channel[3] == 0) return glm::vec3(0.0f);
  const float scale = std::ldexp(1.0f, int{p.channel[3]} - (128 + 8));
  return glm::vec3(p.channel[0], p.channel[1], p.channel[2]) * scale;
}

}  // namespace

HdrImage decode_hdr(std::span<const std::uint8_t> bytes, const std::string& name) {
  Reader in(bytes, name);
  read_header(in);
  HdrImage image = read_size(in);
  std::vector<Rgbe> row(static_cast<std::size_t>(image.width));
  // Room for a row at a time: a header may promise more than the file holds.
  for (int y = 0; y < image.height; ++y) {
    if (has_channel_runs(in, row.size()))
      read_channel_runs(in, row);
    else
      read_pixels(in, row);
    for (const Rgbe& p : row) image.rgb.push_back(colour_of(p));
  }
  if (in.left() > 0) in.fail("goes on after its last row");
  return image;
}

HdrImage read_hdr(const std::filesystem::path& path) {
  const auto fail = [&](const std::string& what) {
    throw InputError(path.string() + ": " + what + kExpected);
  };
  std::error_code error;
  const auto status = std::filesystem::status(path, error);
  if (!std::filesystem::exists(status)) fail("missing");
  if (!std::filesystem::is_regular_file(status)) fail("is not a file");
  const std::uintmax_t size = std::filesystem::file_size(path, error);
  if (error) fail("cannot be read");
  if (size > kMostBytes) fail("is larger than 512 MB");
  std::vector<std::uint8_t> bytes(static_cast<std::size_t>(size));
  std::ifstream in(path, std::ios::binary);
  if (!in.read(reinterpret_cast<char*>(bytes.data()), static_cast<std::streamsize>(bytes.size())))
    fail("cannot be read");
  return decode_hdr(bytes, path.string());
}

}  // namespace render
