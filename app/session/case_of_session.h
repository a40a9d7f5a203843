#pragma once

#include "app/files/case_file.h"
#include "app/session/session.h"

namespace app {

/// The case of a region as a file keeps it. How the body is held, lit and compared is told of the region on
/// screen alone.
Case case_of(const Session& session, simulation::Region region);

/// Whether two cases hold the same work: all but the view, which nobody misses.
bool same_work(const Case& a, const Case& b);

}  // namespace app
