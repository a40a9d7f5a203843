#pragma once

namespace render {

/// A part of MaterialKind::lash without a texture is made of single strands: tubes whose radius falls with
/// the square of texture v from root (0) to tip (1). The renderer has to know it, to draw strands that are
/// finer than a pixel. Thickness assumed within what is usual for lashes.
inline constexpr float kStrandRootMm = 0.08f;
inline constexpr float kStrandTipMm = 0.010f;

}  // namespace render
