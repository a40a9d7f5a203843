#include <algorithm>
#include <cmath>

#include "app/session/change.h"
#include "app/session/dose.h"
#include "app/session/rhythm.h"

namespace app {

simulation::Session* session_at(Session& session, int index) {
  auto& list = session.view().plan.sessions;
  return index >= 0 && index < static_cast<int>(list.size()) ? &list[static_cast<std::size_t>(index)]
                                                             : nullptr;
}

namespace {

void clamp(double& value, double low, double high) {
  value = std::isfinite(value) ? std::clamp(value, low, high) : low;
}

void clamp(simulation::LineGrade& grade) {
  grade.rest = std::clamp(grade.rest, 0, 3);
  grade.effort = std::clamp(grade.effort, 0, 3);
}

void clamp(simulation::Person& person) {
  clamp(person.age_years, 18.0, 90.0);
  person.skin_tone = std::clamp(person.skin_tone, 1, 6);
  clamp(person.calf.fat_mm, 2.0, 25.0);
  for (const auto side : simulation::kBodySides) {
    clamp(person.calf.max_girth_cm[side], 26.0, 50.0);
    clamp(person.calf.gastrocnemius_mm[side], 8.0, 35.0);
    clamp(person.face.crows_feet[side]);
  }
  clamp(person.face.glabella);
  clamp(person.face.forehead);
}

}  // namespace

void settle(Session& session) {
  session.points.selected = -1;
  set_week(session, session.week());
  const int count = static_cast<int>(session.plan().sessions.size());
  session.session_shown = std::clamp(session.session_shown, 0, std::max(0, count - 1));
}

void change(Session& session, const action::SetPlan& a) {
  session.region = a.plan.region;
  session.view().plan = a.plan;
  change(session, action::SetBeside{});  // it was for another plan, maybe for another person
  session.session_shown = 0;
  session.playback.playing = false;
  settle(session);
}

void change(Session& session, const action::SetPerson& a) {
  // From here on the camera follows the body.
  session.setup().opened_camera.reset();
  session.view().plan.person = a.person;
  clamp(session.view().plan.person);
  if (session.view().beside) session.view().beside->person = session.plan().person;
}

void change(Session& session, const action::SetProduct& a) {
  simulation::Session* shown = session_at(session, a.session);
  if (!shown || (shown->product == a.product && a.protocol.empty())) return;
  shown->product = a.product;
  session.points.selected = -1;
  if (a.protocol.empty())
    shown->injections.clear();
  else
    shown->injections = a.protocol;
}

void change(Session& session, const action::SetUnits& a) {
  if (simulation::Session* shown = session_at(session, a.session)) {
    session.points.selected = -1;  // places in the list of injections may change
    set_units(*shown, a.muscle, a.side, a.units);
  }
}

void change(Session& session, const action::SetPoints& a) {
  if (simulation::Session* shown = session_at(session, a.session)) {
    session.points.selected = -1;
    set_points(*shown, a.muscle, a.side, a.points);
  }
}

void change(Session& session, const action::AddSession&) {
  auto& list = session.view().plan.sessions;
  if (static_cast<int>(list.size()) >= kMostSessions) return;
  simulation::Session next = list.empty() ? simulation::Session{} : list.back();
  next.week = list.empty() ? 0.0 : std::min(list.back().week + kWeeksBetweenSessions, simulation::kMaxWeek);
  list.push_back(next);
  session.points.selected = -1;
  session.session_shown = static_cast<int>(list.size()) - 1;
}

void change(Session& session, const action::RemoveSession& a) {
  auto& list = session.view().plan.sessions;
  if (!session_at(session, a.session)) return;
  list.erase(list.begin() + a.session);
  settle(session);
}

void change(Session& session, const action::SetSessionWeek& a) {
  simulation::Session* shown = session_at(session, a.session);
  if (!shown || !std::isfinite(a.week)) return;
  const simulation::Session* before = session_at(session, a.session - 1);
  const simulation::Session* after = session_at(session, a.session + 1);
  const double low = before ? before->week + 1.0 : 0.0;
  const double high = std::max(low, after ? after->week - 1.0 : simulation::kMaxWeek);
  shown->week = std::clamp(std::round(a.week), low, high);
  settle(session);
}

void change(Session& session, const action::ShowSession& a) {
  if (!session_at(session, a.session)) return;
  session.session_shown = a.session;
  session.points.selected = -1;
}

}  // namespace app
