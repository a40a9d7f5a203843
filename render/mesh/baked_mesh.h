#pragma once

#include <cstdint>
#include <filesystem>
#include <memory>
#include <span>
#include <string>
#include <vector>

#include "render/file/baked_file.h"
#include "render/mesh/mesh.h"
#include "render/mesh/refinement.h"

namespace render {

/// A part of a region, refined at set-up: what it is shaped from and what it is drawn as.
struct BakedPart {
  std::string name;      // `skin`, `eyes`, ...
  std::string material;  // name only
  Refinement refinement;
  SharedArray<glm::vec3> cage_mm;
  std::vector<MorphTarget> targets;  // of the cage
  std::vector<MorphTarget> refined;  // those that move the drawn points one by one
};

/// A region's mesh as set-up made it ready: mapped, used in place. Its arrays lie in sections by who needs
/// them; one of a section must be verified before it is read.
class BakedMesh {
 public:
  /// drawn: topologies. landmarks: theirs. shapes: cages, their targets and rows. refined: refined targets.
  enum class Section { drawn, landmarks, shapes, refined };

  /// What the file is made from: cages as read_mesh_file() gives them, the one named `landmarks` among them
  /// with the names of its points, and `levels`, how far each is subdivided, in the same order. Targets whose
  /// name starts with `refined_prefix` are kept refined as well.
  struct Source {
    std::span<const Cage> cages;
    std::span<const int> levels;
    std::string refined_prefix;
    std::vector<std::string> landmark_names;
    std::string sha256;  // of the file the cages were read from
  };
  /// The same source gives the same bytes. Throws AssetError for cages that cannot be subdivided or do not
  /// fit the names.
  static std::vector<std::uint8_t> encode(const Source& source);

  /// Throws AssetError.
  static BakedMesh open(const std::filesystem::path& path);

  /// In the order of the source, without the landmarks.
  const std::vector<BakedPart>& parts() const { return parts_; }
  const BakedPart& landmarks() const { return landmarks_; }
  const std::vector<std::string>& landmark_names() const { return landmark_names_; }
  /// Of the mesh file it was made from.
  const std::string& source_sha256() const { return source_sha256_; }
  /// Throws AssetError unless the section holds what was written.
  void verify(Section section) const { file_->verify(static_cast<std::size_t>(section)); }
  /// It is not needed for now, see BakedFile.
  void release(Section section) const { file_->release(static_cast<std::size_t>(section)); }

 private:
  std::shared_ptr<const BakedFile> file_;
  std::string source_sha256_;
  std::vector<std::string> landmark_names_;
  std::vector<BakedPart> parts_;
  BakedPart landmarks_;
};

}  // namespace render
