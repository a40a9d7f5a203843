#include "app/window/widgets/icons.h"

#include <cmath>
#include <initializer_list>

namespace app {
namespace {

constexpr float kPi = 3.14159265f;

/// Draws in units of half the icon's size, y down, origin at its centre.
struct Pen {
  ImDrawList& list;
  ImVec2 centre;
  float unit;
  ImU32 colour;

  float width() const { return unit * 0.17f; }
  ImVec2 at(float x, float y) const { return {centre.x + x * unit, centre.y + y * unit}; }
  void stroke(std::initializer_list<ImVec2> points, bool closed = false) const {
    for (const ImVec2& p : points) list.PathLineTo(at(p.x, p.y));
    list.PathStroke(colour, closed ? ImDrawFlags_Closed : 0, width());
  }
  void fill(ImVec2 a, ImVec2 b, ImVec2 c) const {
    list.AddTriangleFilled(at(a.x, a.y), at(b.x, b.y), at(c.x, c.y), colour);
  }
  void bar(float x0, float y0, float x1, float y1) const {
    list.AddRectFilled(at(x0, y0), at(x1, y1), colour, unit * 0.08f);
  }
  void arc(float radius, float from, float to) const {
    list.PathArcTo(centre, radius * unit, from, to, 24);
    list.PathStroke(colour, 0, width());
  }
  void circle(float x, float y, float radius) const {
    list.AddCircle(at(x, y), radius * unit, colour, 0, width());
  }
  void dot(float x, float y, float radius) const { list.AddCircleFilled(at(x, y), radius * unit, colour); }
};

void triangle_right(const Pen& p, float x0, float x1) {
  p.fill({x0, -0.7f}, {x1, 0.0f}, {x0, 0.7f});
}
void triangle_left(const Pen& p, float x0, float x1) {
  p.fill({x1, -0.7f}, {x0, 0.0f}, {x1, 0.7f});
}

void turn(const Pen& p, float mirror) {
  // Three quarters of a circle that ends in an arrow head.
  p.list.PathClear();
  for (int i = 0; i <= 24; ++i) {
    const float angle = -0.5f * kPi + (1.55f * kPi) * static_cast<float>(i) / 24.0f;
    p.list.PathLineTo(p.at(mirror * 0.62f * std::cos(angle), 0.08f + 0.62f * std::sin(angle)));
  }
  p.list.PathStroke(p.colour, 0, p.width());
  p.fill({mirror * 0.05f, -0.95f}, {mirror * -0.45f, -0.54f}, {mirror * 0.05f, -0.13f});
}

/// Back to the left; mirrored (-1): on to the right.
void bent_arrow(const Pen& p, float m) {
  p.stroke({{-0.3f * m, -0.75f}, {-0.75f * m, -0.3f}, {-0.3f * m, 0.15f}});
  p.stroke({{-0.7f * m, -0.3f},
            {0.3f * m, -0.3f},
            {0.62f * m, -0.12f},
            {0.75f * m, 0.2f},
            {0.62f * m, 0.52f},
            {0.3f * m, 0.7f},
            {-0.2f * m, 0.7f}});
}

bool draw_media(const Pen& p, Icon icon) {
  switch (icon) {
    case Icon::play:
      triangle_right(p, -0.45f, 0.75f);
      return true;
    case Icon::reverse:
      triangle_left(p, -0.75f, 0.45f);
      return true;
    case Icon::pause:
      p.bar(-0.55f, -0.65f, -0.18f, 0.65f);
      p.bar(0.18f, -0.65f, 0.55f, 0.65f);
      return true;
    case Icon::step_back:
      p.stroke({{0.3f, -0.6f}, {-0.3f, 0}, {0.3f, 0.6f}});
      return true;
    case Icon::step_forward:
      p.stroke({{-0.3f, -0.6f}, {0.3f, 0}, {-0.3f, 0.6f}});
      return true;
    case Icon::first:
      p.bar(-0.65f, -0.6f, -0.48f, 0.6f);
      p.stroke({{0.5f, -0.6f}, {-0.1f, 0}, {0.5f, 0.6f}});
      return true;
    case Icon::last:
      p.bar(0.48f, -0.6f, 0.65f, 0.6f);
      p.stroke({{-0.5f, -0.6f}, {0.1f, 0}, {-0.5f, 0.6f}});
      return true;
    case Icon::loop:
      p.stroke({{-0.75f, 0.05f}, {-0.75f, -0.45f}, {0.55f, -0.45f}});
      p.stroke({{0.75f, -0.05f}, {0.75f, 0.45f}, {-0.55f, 0.45f}});
      p.fill({0.4f, -0.8f}, {0.85f, -0.45f}, {0.4f, -0.1f});
      p.fill({-0.4f, 0.1f}, {-0.85f, 0.45f}, {-0.4f, 0.8f});
      return true;
    default:
      return false;
  }
}

bool draw_sign(const Pen& p, Icon icon) {
  switch (icon) {
    case Icon::plus:
      p.stroke({{-0.6f, 0}, {0.6f, 0}});
      p.stroke({{0, -0.6f}, {0, 0.6f}});
      return true;
    case Icon::minus:
      p.stroke({{-0.6f, 0}, {0.6f, 0}});
      return true;
    case Icon::close:
      p.stroke({{-0.5f, -0.5f}, {0.5f, 0.5f}});
      p.stroke({{-0.5f, 0.5f}, {0.5f, -0.5f}});
      return true;
    case Icon::check:
      p.stroke({{-0.6f, 0.05f}, {-0.15f, 0.5f}, {0.65f, -0.45f}});
      return true;
    case Icon::chevron_down:
      p.stroke({{-0.5f, -0.22f}, {0, 0.28f}, {0.5f, -0.22f}});
      return true;
    case Icon::left:
      p.stroke({{0.25f, -0.6f}, {-0.35f, 0}, {0.25f, 0.6f}});
      return true;
    case Icon::right:
      p.stroke({{-0.25f, -0.6f}, {0.35f, 0}, {-0.25f, 0.6f}});
      return true;
    case Icon::info:
      p.circle(0, 0, 0.85f);
      p.dot(0, -0.4f, 0.13f);
      p.stroke({{0, -0.08f}, {0, 0.45f}});
      return true;
    case Icon::warning:
      p.stroke({{0, -0.8f}, {0.9f, 0.72f}, {-0.9f, 0.72f}}, true);
      p.stroke({{0, -0.25f}, {0, 0.25f}});
      p.dot(0, 0.48f, 0.11f);
      return true;
    default:
      return false;
  }
}

void draw_tool(const Pen& p, Icon icon) {
  switch (icon) {
    case Icon::camera:
      p.list.AddRect(p.at(-0.85f, -0.45f), p.at(0.85f, 0.7f), p.colour, p.unit * 0.2f, 0, p.width());
      p.stroke({{-0.4f, -0.45f}, {-0.22f, -0.75f}, {0.22f, -0.75f}, {0.4f, -0.45f}});
      p.circle(0, 0.12f, 0.32f);
      break;
    case Icon::page:
      p.stroke({{-0.6f, -0.9f}, {0.25f, -0.9f}, {0.6f, -0.5f}, {0.6f, 0.9f}, {-0.6f, 0.9f}}, true);
      p.stroke({{-0.3f, -0.2f}, {0.3f, -0.2f}});
      p.stroke({{-0.3f, 0.15f}, {0.3f, 0.15f}});
      p.stroke({{-0.3f, 0.5f}, {0.1f, 0.5f}});
      break;
    case Icon::undo:
      bent_arrow(p, 1.0f);
      break;
    case Icon::redo:
      bent_arrow(p, -1.0f);
      break;
    case Icon::reset:
      p.stroke({{-0.75f, -0.3f}, {-0.75f, -0.75f}, {-0.3f, -0.75f}});
      p.stroke({{0.3f, -0.75f}, {0.75f, -0.75f}, {0.75f, -0.3f}});
      p.stroke({{0.75f, 0.3f}, {0.75f, 0.75f}, {0.3f, 0.75f}});
      p.stroke({{-0.3f, 0.75f}, {-0.75f, 0.75f}, {-0.75f, 0.3f}});
      p.dot(0, 0, 0.16f);
      break;
    case Icon::turn_left:
      turn(p, 1.0f);
      break;
    case Icon::turn_right:
      turn(p, -1.0f);
      break;
    case Icon::keys:
      p.list.AddRect(p.at(-0.9f, -0.55f), p.at(0.9f, 0.6f), p.colour, p.unit * 0.16f, 0, p.width());
      for (const float x : {-0.5f, 0.0f, 0.5f}) p.dot(x, -0.18f, 0.1f);
      p.stroke({{-0.45f, 0.25f}, {0.45f, 0.25f}});
      break;
    case Icon::cube:
      p.stroke({{0, -0.85f}, {0.75f, -0.42f}, {0.75f, 0.42f}, {0, 0.85f}, {-0.75f, 0.42f}, {-0.75f, -0.42f}},
               true);
      p.stroke({{-0.75f, -0.42f}, {0, 0}, {0.75f, -0.42f}});
      p.stroke({{0, 0}, {0, 0.85f}});
      break;
    case Icon::tape:
      p.list.AddRect(p.at(-0.95f, -0.42f), p.at(0.95f, 0.42f), p.colour, p.unit * 0.14f, 0, p.width());
      for (const float x : {-0.5f, 0.0f, 0.5f}) p.stroke({{x, -0.42f}, {x, x == 0.0f ? 0.12f : -0.05f}});
      break;
    case Icon::needle:
      p.stroke({{-0.9f, 0.9f}, {-0.15f, 0.15f}});
      p.stroke({{-0.35f, -0.05f}, {0.05f, 0.35f}, {0.6f, -0.2f}, {0.2f, -0.6f}, {-0.35f, -0.05f}});
      p.stroke({{0.4f, -0.4f}, {0.75f, -0.75f}});
      p.stroke({{0.5f, -0.95f}, {0.95f, -0.5f}});
      break;
    case Icon::folder:
      p.stroke({{-0.85f, -0.6f},
                {-0.25f, -0.6f},
                {0.0f, -0.32f},
                {0.85f, -0.32f},
                {0.85f, 0.65f},
                {-0.85f, 0.65f}},
               true);
      break;
    case Icon::file:
      p.stroke({{-0.6f, -0.85f}, {0.2f, -0.85f}, {0.6f, -0.42f}, {0.6f, 0.85f}, {-0.6f, 0.85f}}, true);
      p.stroke({{0.2f, -0.85f}, {0.2f, -0.42f}, {0.6f, -0.42f}});
      break;
    case Icon::search:
      p.circle(-0.15f, -0.15f, 0.5f);
      p.stroke({{0.22f, 0.22f}, {0.75f, 0.75f}});
      break;
    case Icon::text_size:
      p.stroke({{-0.95f, 0.6f}, {-0.42f, -0.7f}, {0.11f, 0.6f}});
      p.stroke({{-0.75f, 0.18f}, {-0.09f, 0.18f}});
      p.circle(0.55f, 0.27f, 0.3f);
      p.stroke({{0.88f, -0.05f}, {0.88f, 0.6f}});
      break;
    default:
      break;
  }
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 centre, float size, ImU32 colour) {
  const Pen pen{list, centre, size * 0.5f, colour};
  if (!draw_media(pen, icon) && !draw_sign(pen, icon)) draw_tool(pen, icon);
}

}  // namespace app
