#include "app/marks/structure_pick.h"
#include "app/session/change.h"

namespace app {

void drop_stale_tap(Session& session, const Undone& before) {
  const bool same_meshes = session.region == before.region && session.layer == before.layer;
  if (!same_meshes || session.compare != before.compare || !session.tells_structures())
    session.tapped.reset();
  if (session.tapped && shows_anatomy(session.layer) && has(session.hidden, session.tapped->structure))
    session.tapped.reset();
}

void change(Session& session, const action::TapStructure& a) {
  if (session.tells_structures()) session.tapped = a.tapped;
}

void change(Session& session, const action::CloseStructure&) {
  session.tapped.reset();
}

void change(Session& session, const action::IsolateStructure& a) {
  session.hidden = all_but(a.structure);
}

void change(Session& session, const action::HideStructure& a) {
  session.hidden.set(static_cast<std::size_t>(a.structure));
}

void change(Session& session, const action::ShowAllStructures&) {
  session.hidden.reset();
}

}  // namespace app
