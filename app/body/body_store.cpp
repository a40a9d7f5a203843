#include "app/body/body_store.h"

#include <algorithm>
#include <future>
#include <mutex>
#include <stdexcept>
#include <vector>

#include "app/base/program_id.h"
#include "app/files/kept_values.h"
#include "render/file/sha256.h"
#include "simulation/calf/leg_fields.h"

namespace app {
namespace {

using simulation::BodySide;
using simulation::kBodySides;

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
  render::Sha256 hash;
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

std::string body_key(const RegionMesh& mesh, const simulation::Person& person, double cell_mm) {
  render::Sha256 hash;
  hash.add_text("body " + program_id() + " " + mesh.hash());
  for (const ShapeWeight& weight : person_shape(mesh.region(), person)) {
    hash.add_text(" " + weight.target + "\n");
    hash.add_values(std::span(&weight.weight, 1));
  }
  if (mesh.region() == simulation::Region::calf) {
    const simulation::CalfBaseline& calf = person.calf;
    const double measures[] = {cell_mm,     calf.max_girth_cm.left,     calf.max_girth_cm.right,
                               calf.fat_mm, calf.gastrocnemius_mm.left, calf.gastrocnemius_mm.right};
    hash.add_values(std::span<const double>(measures));
  }
  return hash.finish();
}

/// Null for fields that are not of the form that a leg moves by.
std::shared_ptr<const simulation::LegFields> BodyStore::read(const std::string& key) const {
  const KeptBytes kept = legs_.open(key);
  if (!kept) return nullptr;
  try {
    auto fields = std::make_shared<simulation::LegFields>();
    KeptReader reader(kept);
    reader(*fields);
    const auto sized = [&](const simulation::PackedField& field) {
      return field.steps.size() == 3 * fields->grid.free_points.size();
    };
    if (reader.done() && fields->pairs == simulation::leg_parameter_pairs() &&
        fields->linear.size() == static_cast<std::size_t>(simulation::leg_parameters::kCount) &&
        fields->second.size() == fields->pairs.size() && std::ranges::all_of(fields->linear, sized) &&
        std::ranges::all_of(fields->second, sized))
      return fields;
  } catch (const std::runtime_error&) {
    // Too short for what it says it holds: it is solved again.
  }
  return nullptr;
}

SolvedLegs BodyStore::kept(const simulation::CalfSurface& calf, const simulation::Person& person) const {
  SolvedLegs out;
  for (const BodySide side : kBodySides) out[side] = read(leg_key(calf, person, side, cell_mm_));
  return out;
}

SolvedLegs BodyStore::solved(const simulation::CalfSurface& calf, const simulation::Person& person,
                             const simulation::Progress& progress) const {
  SolvedLegs out = kept(calf, person);
  BothLegs both(progress);
  const auto solve = [&](BodySide side) {
    if (!out[side]) {
      auto fields = calf.prepare(side, both.of(side), cell_mm_);
      keep_values(legs_, leg_key(calf, person, side, cell_mm_), fields);
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
