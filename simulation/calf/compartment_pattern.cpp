#include "simulation/calf/compartment_pattern.h"

namespace simulation {

CompartmentPattern even_pattern() {
  CompartmentPattern out;
  out.fill(1.0);
  return out;
}

}  // namespace simulation
