#pragma once

#include <imgui.h>

#include <optional>
#include <span>
#include <string>
#include <string_view>

#include "app/window/widgets/icons.h"
#include "app/window/widgets/ui.h"

/// The product's own controls. Each takes an id that is its name in tests (and unique in its window), draws
/// itself with a focus ring, can be reached with Tab and pressed with Space or Enter, and returns what was
/// asked for; it keeps no state.
namespace app {

/// Height of a control in pixels: 34 dp at a desk, 56 dp in a kiosk.
float control_height(const Ui& ui);

/// An area that can be pressed.
struct Press {
  bool clicked = false;  // released on it, or pressed by key
  bool hovered = false;
  bool held = false;
  ImVec2 min, max;
};
Press press_area(const Ui& ui, const char* id, ImVec2 size, bool repeat = false);

enum class ButtonLook { primary, secondary, quiet, chosen };

/// A button with words, an optional icon before them. Size 0 fits the words.
bool button(const Ui& ui, const char* id, std::string_view label, ButtonLook look, Icon icon = Icon::none,
            ImVec2 size = ImVec2(0, 0), bool enabled = true);

/// A square button with an icon; the words show as a tooltip after a moment.
bool icon_button(const Ui& ui, const char* id, Icon icon, std::string_view words, bool selected = false,
                 bool enabled = true, bool repeat = false, float size_dp = 0);

/// The round (i) beside a number.
bool info_button(const Ui& ui, const char* id, std::string_view words);

/// One of a few, side by side. Width 0 fits the words, else all are equally wide. Each item's test name is
/// ID/INDEX. Returns the index chosen now.
std::optional<int> segmented(const Ui& ui, const char* id, std::span<const std::string> labels, int selected,
                             float width = 0);

/// One of many, in a list that opens. Returns the index chosen now.
std::optional<int> dropdown(const Ui& ui, const char* id, std::span<const std::string> labels, int selected,
                            float width);

struct StepperRange {
  double least = 0.0;
  double most = 100.0;
  double step = 1.0;
  int decimals = 0;
  std::string unit;    // shown after the number
  std::string prefix;  // shown before it, quietly
};

/// [-] number [+]; the number can be typed. Test names ID/less, ID/more and ID/value.
std::optional<double> stepper(const Ui& ui, const char* id, double value, const StepperRange& range,
                              float width);

/// A horizontal slider; the arrow keys move it by a twentieth when it has the focus.
std::optional<double> slider(const Ui& ui, const char* id, double value, double least, double most,
                             float width);

/// A rounded area behind what is laid out during its life.
class Card {
 public:
  Card(const Ui& ui, float width, Colour ground, float padding_dp = 14);
  ~Card();
  Card(const Card&) = delete;
  Card& operator=(const Card&) = delete;
  /// Pixels inside the padding.
  float inner_width() const { return width_ - 2 * padding_; }

 private:
  const Ui& ui_;
  float width_, padding_;
  Colour ground_;
  ImVec2 start_;
  ImDrawListSplitter splitter_;
};

/// Shows words beside the last item after the pointer rested on it. Never the only place they are said.
void tooltip(const Ui& ui, std::string_view words);

}  // namespace app
