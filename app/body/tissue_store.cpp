#include "app/body/tissue_store.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "app/base/error.h"
#include "app/base/hash.h"
#include "app/files/file.h"
#include "app/files/leg_fields_file.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::kBodySides;

constexpr std::size_t kMostBytes = 64U << 20U;

/// Adds up the progress of both legs, for one listener that may stop the work by throwing.
class BothLegs {
 public:
  explicit BothLegs(const simulation::Progress& listener) : listener_(listener) {}

  simulation::Progress of(BodySide side) {
    return [this, side](double share) {
      const std::lock_guard lock(mutex_);
      done_[side] = share;
      if (listener_) listener_(0.5 * (done_.left + done_.right));
    };
  }

 private:
  const simulation::Progress& listener_;
  std::mutex mutex_;
  simulation::Sided<double> done_{0.0, 0.0};
};

}  // namespace

std::string leg_key(const simulation::CalfSurface& calf, const simulation::Person& person, BodySide side,
                    double cell_mm) {
  Sha256 hash;
  hash.add_text("tissue " + std::to_string(simulation::kTissueVersion));
  const double measures[] = {cell_mm, person.calf.max_girth_cm[side], person.calf.fat_mm,
                             person.calf.gastrocnemius_mm[side], side == BodySide::left ? 1.0 : 0.0};
  hash.add_values(std::span<const double>(measures));
  std::vector<glm::vec3> skin;
  for (const glm::vec3& p : calf.rest_mm()) {
    if ((p.x > 0.0F) == (side == BodySide::left)) skin.push_back(p);
  }
  hash.add_values(std::span<const glm::vec3>(skin));
  const simulation::LegFrame& frame = calf.tape(side).frame();
  const double place[] = {frame.knee_mm.x, frame.knee_mm.y, frame.knee_mm.z, frame.length_mm};
  hash.add_values(std::span<const double>(place));
  return hash.finish();
}

std::filesystem::path TissueStore::file_of(const std::string& key) const {
  return folder_ / (key.substr(0, 32) + ".leg");
}

std::shared_ptr<const simulation::LegFields> TissueStore::read(const std::string& key) const {
  if (folder_.empty()) return nullptr;
  try {
    auto fields = leg_fields_from(read_file(file_of(key), FileOwner::product, kMostBytes), key);
    if (fields) return std::make_shared<const simulation::LegFields>(std::move(*fields));
  } catch (const std::exception&) {
    // Missing or unreadable: it is solved again.
  }
  return nullptr;
}

void TissueStore::forget_oldest() const {
  std::vector<std::pair<std::filesystem::file_time_type, std::filesystem::path>> files;
  for (const auto& entry : std::filesystem::directory_iterator(folder_)) {
    if (entry.path().extension() == ".leg") files.emplace_back(entry.last_write_time(), entry.path());
  }
  if (files.size() <= kMostFiles) return;
  std::sort(files.begin(), files.end());
  files.resize(files.size() - kMostFiles);
  for (const auto& [time, path] : files) std::filesystem::remove(path);
}

void TissueStore::write(const simulation::LegFields& fields, const std::string& key) const {
  if (folder_.empty()) return;
  try {
    make_folder(folder_);
    write_file(file_of(key), leg_fields_bytes(fields, key));
    forget_oldest();
  } catch (const std::exception&) {
    // A full or read-only disk costs time at the next start, nothing else.
  }
}

SolvedLegs TissueStore::kept(const simulation::CalfSurface& calf, const simulation::Person& person) const {
  SolvedLegs out;
  for (const BodySide side : kBodySides) out[side] = read(leg_key(calf, person, side, cell_mm_));
  return out;
}

SolvedLegs TissueStore::solved(const simulation::CalfSurface& calf, const simulation::Person& person,
                               const simulation::Progress& progress) const {
  SolvedLegs out = kept(calf, person);
  BothLegs both(progress);
  const auto solve = [&](BodySide side) {
    if (!out[side]) {
      auto fields = calf.prepare(side, both.of(side), cell_mm_);
      write(fields, leg_key(calf, person, side, cell_mm_));
      out[side] = std::make_shared<const simulation::LegFields>(std::move(fields));
    }
    both.of(side)(1.0);
  };
  auto right = std::async(std::launch::async, solve, BodySide::right);
  std::exception_ptr stopped;
  try {
    solve(BodySide::left);
  } catch (...) {
    stopped = std::current_exception();
  }
  right.get();
  if (stopped) std::rethrow_exception(stopped);
  return out;
}

}  // namespace app
