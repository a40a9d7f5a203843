#pragma once

#include <filesystem>
#include <memory>
#include <string>

#include "app/body/region_mesh.h"
#include "app/files/kept_files.h"
#include "simulation/calf/calf_surface.h"

namespace app {

using SolvedLegs = simulation::Sided<std::shared_ptr<const simulation::LegFields>>;

/// What is kept on disk of the persons seen, each file named by all that it was worked out from, so that a
/// person is worked out once: the solved tissue of each leg; the body, ready to be used where it lies; what
/// `predict` measures on a calf. Any file may be missing or broken (see KeptFiles): it is worked out again
/// and replaced. Safe from several threads and processes.
class BodyStore {
 public:
  static constexpr std::size_t kMostLegs = 48;    // 4.4 MB each
  static constexpr std::size_t kMostBodies = 24;  // 5 MB of a calf, 16 MB of a face

  /// Keeps in `folder`, or nowhere when that is empty.
  explicit BodyStore(const std::filesystem::path& folder, CacheUse use = CacheUse::read_and_write,
                     double cell_mm = simulation::kLatticeMm)
      : legs_(folder, ".leg", kMostLegs, use),
        bodies_(folder, ".body", kMostBodies, use),
        responses_(folder, ".response", kMostBodies, use),
        cell_mm_(cell_mm) {}

  /// Both legs of a person, read or else solved at once on two threads. `progress` is called from both, with
  /// the share done; what it throws comes through after both have stopped.
  SolvedLegs solved(const simulation::CalfSurface& calf, const simulation::Person& person,
                    const simulation::Progress& progress = {}) const;
  /// Both legs if they are on disk, else nulls.
  SolvedLegs kept(const simulation::CalfSurface& calf, const simulation::Person& person) const;

  /// By body_key().
  const KeptFiles& bodies() const { return bodies_; }
  const KeptFiles& responses() const { return responses_; }
  double cell_mm() const { return cell_mm_; }

 private:
  std::shared_ptr<const simulation::LegFields> read(const std::string& key) const;

  KeptFiles legs_, bodies_, responses_;
  double cell_mm_;
};

/// Names all that the solution of a leg depends on, as a SHA-256: the skin of that side, the person's
/// measures, the cell size, and the version of the solver.
std::string leg_key(const simulation::CalfSurface& calf, const simulation::Person& person,
                    simulation::BodySide side, double cell_mm);

/// Names all that a body depends on, as a SHA-256: the program itself, the package's mesh, the person's shape
/// and measures, and the cell size of its tissue.
std::string body_key(const RegionMesh& mesh, const simulation::Person& person, double cell_mm);

}  // namespace app
