#include <algorithm>
#include <cmath>

#include "app/session/change.h"
#include "app/session/dose.h"

namespace app {
namespace {

constexpr std::size_t kMostFreePoints = 60;  // of one session

bool is_free(const simulation::Injection& injection) {
  return std::holds_alternative<simulation::SkinPoint>(injection.target);
}

/// The injection if it is a free point, else null.
simulation::Injection* free_point(Session& session, int index, int injection) {
  simulation::Session* given = session_at(session, index);
  if (!given || injection < 0 || injection >= static_cast<int>(given->injections.size())) return nullptr;
  simulation::Injection& found = given->injections[static_cast<std::size_t>(injection)];
  return is_free(found) ? &found : nullptr;
}

bool on_texture(const glm::dvec2& uv) {
  return uv.x >= 0.0 && uv.x <= 1.0 && uv.y >= 0.0 && uv.y <= 1.0;
}

}  // namespace

void change(Session& session, const action::AddPoint& a) {
  simulation::Session* given = session_at(session, a.session);
  if (!given || !on_texture(a.uv) || !(a.units > 0.0) || !std::isfinite(a.units)) return;
  const auto free = std::count_if(given->injections.begin(), given->injections.end(), is_free);
  if (static_cast<std::size_t>(free) >= kMostFreePoints) return;
  given->injections.push_back({simulation::SkinPoint{a.uv}, std::min(a.units, kMaxEnteredUnits)});
  if (a.session == session.session_shown)
    session.points.selected = static_cast<int>(given->injections.size()) - 1;
}

void change(Session& session, const action::MovePoint& a) {
  simulation::Injection* point = free_point(session, a.session, a.injection);
  if (!point || !on_texture(a.uv)) return;
  std::get<simulation::SkinPoint>(point->target).uv = a.uv;
  if (a.session == session.session_shown) session.points.selected = a.injection;
}

void change(Session& session, const action::SetFreeUnits& a) {
  simulation::Injection* point = free_point(session, a.session, a.injection);
  if (point && std::isfinite(a.units)) point->units = std::clamp(a.units, 0.0, kMaxEnteredUnits);
}

void change(Session& session, const action::RemovePoint& a) {
  if (!free_point(session, a.session, a.injection)) return;
  auto& list = session_at(session, a.session)->injections;
  list.erase(list.begin() + a.injection);
  session.points.selected = -1;
}

void change(Session& session, const action::ShowPoints& a) {
  session.points.shown = a.shown;
  if (!a.shown) session.points = PointTool{};
}

void change(Session& session, const action::PlacePoints& a) {
  session.points.placing = a.placing;
  session.points.shown = session.points.shown || a.placing;
  if (!a.placing) session.points.selected = -1;
}

void change(Session& session, const action::SetPointUnits& a) {
  if (std::isfinite(a.units)) session.setup().point_units = std::clamp(a.units, 0.5, kMaxEnteredUnits);
}

void change(Session& session, const action::SelectPoint& a) {
  session.points.selected = free_point(session, session.session_shown, a.injection) ? a.injection : -1;
}

}  // namespace app
