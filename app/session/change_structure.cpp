#include "app/session/change.h"

namespace app {

void drop_stale_tap(Session& session, const Undone& before) {
  const bool same_meshes = session.region == before.region && session.layer == before.layer;
  if (!same_meshes || session.compare != before.compare || !session.tells_structures())
    session.tapped.reset();
}

void change(Session& session, const action::TapStructure& a) {
  if (session.tells_structures()) session.tapped = a.tapped;
}

void change(Session& session, const action::CloseStructure&) {
  session.tapped.reset();
}

}  // namespace app
