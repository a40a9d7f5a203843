#pragma once

#include <array>
#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "app/studio/presenter.h"

namespace app {

/// What is uploaded of one stage.
struct Presenter::StageParts {
  std::vector<render::PartId> body;
  std::vector<render::PartId> anatomy;
  std::vector<SidedStructure> structures;  // of the anatomy
  std::string materials;
  const Outcome* outcome = nullptr;
  std::optional<Moment> moment;
  Moment lit;  // the pose that light and floor were worked out for
  float floor_y_mm = 0.0f;
  bool heat = false;
  bool anatomy_shown = false;
  bool fat_shown = false;
  Surface surface;  // as shown; reused from week to week
  /// The buffers of the driver hold `surface`, and the eyes what lies here.
  bool in_step = false;
  std::array<EyeBall, 2> balls;
  std::vector<EyePlaces> eye_places;         // per part; empty where it is no eye
  std::vector<std::vector<float>> nearness;  // lid_nearness() of each of them
  render::PartId rim = render::PartId::none;
  render::PartId lashes = render::PartId::none;
  render::PartId tape = render::PartId::none;
  std::optional<double> tape_t;
  TapeRing ring;
  std::shared_ptr<const InjectionMap> points;
  PointDecals decals;
  render::PartId decal = render::PartId::none;
  bool decals_laid = false;
  /// Which marks of needles lie in `blemish`: those of a session, of a bruise at that age.
  struct Blemishes {
    simulation::AdverseOutcome kind;
    Needles needles;
    int day;
    bool operator==(const Blemishes&) const = default;
  };
  std::optional<Blemishes> blemishes;
  PointDecals stains;
  render::PartId blemish = render::PartId::none;
  bool blemishes_laid = false;
};

}  // namespace app
