#include "assets/bake/textures.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "assets/bake/error.h"

namespace bake {
namespace {

constexpr int kOpaqueEnough = 8;
constexpr int kSpreadPixels = 10;  // three levels of halving
// Corner with the maker's mark, texture coordinates with v up; it touches the head island.
constexpr double kMarkMinU = 0.95, kMarkMaxV = 0.17;

/// Pixels whose centre lies in a body quad, v up.
std::vector<std::uint8_t> island_mask(const Mesh& mesh, int width, int height) {
  std::vector<std::uint8_t> mask(std::size_t(width) * std::size_t(height), 0);
  const auto cross = [](const glm::dvec2& a, const glm::dvec2& b) { return a.x * b.y - a.y * b.x; };
  for (const Quad& quad : mesh.quads) {
    if (quad.group != "body") continue;
    for (std::size_t half = 0; half < 2; ++half) {
      glm::dvec2 p[3];
      const std::size_t corners[3] = {0, 1 + half, 2 + half};
      for (int k = 0; k < 3; ++k) {
        const glm::dvec2 uv = mesh.uvs[quad.uvs[corners[k]]];
        p[k] = {uv.x * width, (1 - uv.y) * height};
      }
      const int x0 = std::max(0, int(std::min({p[0].x, p[1].x, p[2].x}))),
                x1 = std::min(width - 1, int(std::max({p[0].x, p[1].x, p[2].x})));
      const int y0 = std::max(0, int(std::min({p[0].y, p[1].y, p[2].y}))),
                y1 = std::min(height - 1, int(std::max({p[0].y, p[1].y, p[2].y})));
      for (int y = y0; y <= y1; ++y)
        for (int x = x0; x <= x1; ++x) {
          const glm::dvec2 c(x + 0.5, y + 0.5);
          const double a = cross(p[1] - p[0], c - p[0]), b = cross(p[2] - p[1], c - p[1]),
                       d = cross(p[0] - p[2], c - p[2]);
          if ((a >= 0 && b >= 0 && d >= 0) || (a <= 0 && b <= 0 && d <= 0))
            mask[std::size_t(y) * std::size_t(width) + std::size_t(x)] = 1;
        }
    }
  }
  return mask;
}

std::array<std::uint8_t, 3> mean_colour(Picture& picture, const std::vector<std::uint8_t>& known) {
  std::array<std::uint64_t, 4> sum{};
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      if (known[std::size_t(y) * std::size_t(picture.width) + std::size_t(x)] != 0) {
        for (std::size_t c = 0; c < 3; ++c) sum[c] += picture.at(x, y)[c];
        ++sum[3];
      }
  if (sum[3] == 0) throw AssetError("a texture has no pixel of known colour");
  return {std::uint8_t(sum[0] / sum[3]), std::uint8_t(sum[1] / sum[3]), std::uint8_t(sum[2] / sum[3])};
}

Picture clean_skin(const std::filesystem::path& file, const Mesh& mesh) {
  Picture picture = read_picture(file);
  std::vector<std::uint8_t> known = island_mask(mesh, picture.width, picture.height);
  for (int y = 0; y < picture.height; ++y)
    for (int x = 0; x < picture.width; ++x)
      if ((x + 0.5) / picture.width > kMarkMinU && 1 - (y + 0.5) / picture.height < kMarkMaxV)
        known[std::size_t(y) * std::size_t(picture.width) + std::size_t(x)] = 0;
  spread_colours(picture, std::move(known));
  return picture;
}

Picture clean_cutout(const std::filesystem::path& file) {
  Picture picture = read_picture(file);
  if (picture.channels != 4) return picture;
  std::vector<std::uint8_t> known(picture.bytes.size() / 4);
  for (std::size_t i = 0; i < known.size(); ++i) known[i] = picture.bytes[4 * i + 3] >= kOpaqueEnough;
  spread_colours(picture, std::move(known));
  return picture;
}

std::string package_tone(const std::string& ancestry) {
  return ancestry == "african" ? "darkskinned" : "lightskinned";
}

std::string package_suffix(const std::string& age, const std::string& ancestry) {
  if (ancestry != "asian") return "";
  return age == "young" ? "3" : "2";
}

void add_skins(std::vector<Texture>& out, const std::filesystem::path& package, const Mesh& mesh) {
  for (const std::string age : {"young", "middleage", "old"})
    for (const std::string ancestry : {"caucasian", "asian", "african"})
      for (const std::string sex : {"female", "male"}) {
        const std::string folder = age + "_" + ancestry + "_" + sex;
        const std::string source = "public/data/skins/" + folder + "/textures/" + age + "_" +
                                   package_tone(ancestry) + "_" + sex + "_diffuse" +
                                   package_suffix(age, ancestry) + ".png";
        out.push_back({"skin_" + folder + ".texture", "skin colour, " + age + " " + ancestry + " " + sex,
                       source, clean_skin(package / source, mesh)});
      }
}

}  // namespace

void spread_colours(Picture& picture, std::vector<std::uint8_t> known) {
  const int w = picture.width, h = picture.height;
  std::vector<std::pair<int, int>> front, next;
  const auto index = [&](int x, int y) { return std::size_t(y) * std::size_t(w) + std::size_t(x); };
  const std::array<std::uint8_t, 3> mean = mean_colour(picture, known);
  for (int y = 0; y < h; ++y)
    for (int x = 0; x < w; ++x)
      if (known[index(x, y)] == 0) front.emplace_back(x, y);
  for (int step = 0; step < kSpreadPixels; ++step) {
    std::vector<std::pair<int, int>> done;
    next.clear();
    for (const auto& [x, y] : front) {
      int sum[3] = {0, 0, 0}, count = 0;
      for (int dy = -1; dy <= 1; ++dy)
        for (int dx = -1; dx <= 1; ++dx) {
          const int nx = x + dx, ny = y + dy;
          if (nx < 0 || ny < 0 || nx >= w || ny >= h || known[index(nx, ny)] == 0) continue;
          for (int c = 0; c < 3; ++c) sum[c] += picture.at(nx, ny)[c];
          ++count;
        }
      if (count == 0) {
        next.emplace_back(x, y);
        continue;
      }
      for (int c = 0; c < 3; ++c) picture.at(x, y)[c] = std::uint8_t((sum[c] + count / 2) / count);
      done.emplace_back(x, y);
    }
    for (const auto& [x, y] : done) known[index(x, y)] = 1;
    front = next;
  }
  for (const auto& [x, y] : front) std::copy(mean.begin(), mean.end(), picture.at(x, y));
}

std::vector<Texture> read_textures(const std::filesystem::path& package, const Mesh& mesh) {
  std::vector<Texture> out;
  add_skins(out, package, mesh);
  const std::string proxies = "public/data/proxies/";
  const auto add = [&](const std::string& name, const std::string& what, const std::string& source) {
    out.push_back({name, what, source, clean_cutout(package / source)});
  };
  for (const std::string colour : {"brown", "brownlight", "blue", "green", "grey"})
    add("eye_" + colour + ".texture", "eye, " + colour + " iris",
        proxies + "eyes/HighPolyEyes/textures/" + colour + "_eye.png");
  add("lashes.texture", "eyelashes, with transparency",
      proxies + "eyelashes/Eyelashes01/textures/eyelashes01.png");
  add("brows.texture", "eyebrows, with transparency",
      proxies + "eyebrows/eyebrow001/textures/eyebrow001.png");
  add("teeth.texture", "teeth and gums", proxies + "teeth/Teeth_Base/textures/teeth.png");
  add("tongue.texture", "tongue", proxies + "tongue/tongue01/textures/tongue01_diffuse.png");
  return out;
}

}  // namespace bake
