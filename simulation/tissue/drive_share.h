#pragma once

namespace simulation {

/// Which share of a place obeys one drive (a loss or a contraction, by index).
struct DriveShare {
  int drive = -1;
  double share = 0.0;  // 0 to 1
};

}  // namespace simulation
