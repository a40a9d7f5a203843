#pragma once

#include <filesystem>
#include <memory>

#include "simulation/calf/calf_surface.h"

namespace app {

using SolvedLegs = simulation::Sided<std::shared_ptr<const simulation::LegFields>>;

/// Solved legs, kept on disk by what they were solved from, so that a person is solved once. A file that is
/// cut short, changed or of another version is solved again and replaced; a folder that cannot be written, or
/// none (empty), only costs the time. The oldest files go when there are more than kMostFiles. Safe from
/// several threads and processes: files are written whole or not at all.
class TissueStore {
 public:
  static constexpr std::size_t kMostFiles = 48;

  explicit TissueStore(std::filesystem::path folder, double cell_mm = simulation::kLatticeMm)
      : folder_(std::move(folder)), cell_mm_(cell_mm) {}

  /// Both legs of a person, read or else solved at once on two threads. `progress` is called from both, with
  /// the share done; what it throws comes through after both have stopped.
  SolvedLegs solved(const simulation::CalfSurface& calf, const simulation::Person& person,
                    const simulation::Progress& progress = {}) const;
  /// Both legs if they are on disk, else nulls.
  SolvedLegs kept(const simulation::CalfSurface& calf, const simulation::Person& person) const;

 private:
  std::shared_ptr<const simulation::LegFields> read(const std::string& key) const;
  void write(const simulation::LegFields& fields, const std::string& key) const;
  std::filesystem::path file_of(const std::string& key) const;
  void forget_oldest() const;

  std::filesystem::path folder_;
  double cell_mm_;
};

/// Names all that the solution of a leg depends on, as a SHA-256: the skin of that side, the person's
/// measures, the cell size, and the version of the solver.
std::string leg_key(const simulation::CalfSurface& calf, const simulation::Person& person,
                    simulation::BodySide side, double cell_mm);

}  // namespace app
