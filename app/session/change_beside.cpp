#include "app/session/change.h"
#include "app/session/rhythm.h"

namespace app {
void change(Session& session, const action::SetRhythm& a) {
  set_rhythm(session.view().plan, a.sessions, a.every_weeks);
  settle(session);
}

void change(Session& session, const action::SetBeside& a) {
  if (a.plan && a.plan->region != session.region) return;
  session.view().beside = a.plan;
  if (a.plan) {
    // Two plans are compared on one body.
    session.view().beside->person = session.plan().person;
    session.compare = Join::beside;
  } else if (session.compare == Join::beside) {
    session.compare = Join::one;
  }
  settle(session);
}

void change(Session& session, const action::CompareGentler& a) {
  simulation::Plan plan = gentler(session.plan());
  plan.title = a.title;
  change(session, action::SetBeside{std::move(plan)});
}

}  // namespace app
