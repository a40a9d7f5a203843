#pragma once

#include <optional>

#include "app/base/names.h"
#include "render/scene/scene_view.h"
#include "render/scene/studio.h"
#include "simulation/calf/foot_pose.h"
#include "simulation/face/face_surface.h"
#include "simulation/response/adverse.h"

/// How a body is looked at, and what each way is called in files, options and file names.
namespace app {

/// How the panes of a frame make one picture. `beside` sets two plans for one person side by side, `side`,
/// `wipe` and `ghost` the treated body against its own untreated one.
enum class Join { one, side, wipe, ghost, beside };

/// Which of a plan's treatments are shown: all, or one kind as if the other had not been given.
enum class Treatment { both, toxin, filler };

inline constexpr Names<Join, 5> kJoinNames{{{Join::one, "none"},
                                            {Join::side, "side"},
                                            {Join::wipe, "wipe"},
                                            {Join::ghost, "ghost"},
                                            {Join::beside, "beside"}}};
inline constexpr Names<render::Layer, 5> kLayerNames{{{render::Layer::skin, "skin"},
                                                      {render::Layer::muscle, "muscle"},
                                                      {render::Layer::xray, "xray"},
                                                      {render::Layer::heat, "heat"},
                                                      {render::Layer::fat, "fat"}}};
inline constexpr Names<Treatment, 3> kTreatmentNames{
    {{Treatment::both, "both"}, {Treatment::toxin, "toxin"}, {Treatment::filler, "filler"}}};
inline constexpr Names<simulation::CalfPose, 2> kPoseNames{
    {{simulation::CalfPose::standing, "standing"}, {simulation::CalfPose::tiptoe, "tiptoe"}}};
inline constexpr Names<simulation::Expression, 6> kExpressionNames{
    {{simulation::Expression::neutral, "neutral"},
     {simulation::Expression::frown, "frown"},
     {simulation::Expression::raise, "raise"},
     {simulation::Expression::squint, "squint"},
     {simulation::Expression::smile, "smile"},
     {simulation::Expression::shut, "shut"}}};

inline constexpr Names<render::LightPreset, 2> kLightNames{
    {{render::LightPreset::clinical, "clinical"}, {render::LightPreset::beauty, "beauty"}}};

/// By their names in options and texts. Not all outcomes that nobody hopes for are here: no change, or one on
/// one side only, is a plan of its own.
inline constexpr Names<std::optional<simulation::AdverseOutcome>, 7> kStateNames{
    {{std::nullopt, "none"},
     {simulation::AdverseOutcome::injection_bumps, "bumps"},
     {simulation::AdverseOutcome::bruise, "bruise"},
     {simulation::AdverseOutcome::eyelid_droop, "lid-droop"},
     {simulation::AdverseOutcome::brow_droop, "brow-droop"},
     {simulation::AdverseOutcome::uneven_smile, "uneven-smile"},
     {simulation::AdverseOutcome::weak_push_off, "weak-push-off"}}};

}  // namespace app
