#include "app/window/view/view_data.h"

#include <algorithm>

namespace app {
namespace {

const Curve* find_quantity(const std::vector<Curve>& curves, std::string_view quantity) {
  const auto found =
      std::find_if(curves.begin(), curves.end(), [&](const Curve& x) { return x.quantity == quantity; });
  return found == curves.end() ? nullptr : &*found;
}

}  // namespace

const Curve* BesideView::curve(std::string_view quantity) const {
  return find_quantity(curves, quantity);
}
const Curve* ViewData::curve(std::string_view quantity) const {
  return find_quantity(curves, quantity);
}

}  // namespace app
