#pragma once

#include <span>

#include "render/image/image.h"

namespace render {

/// Nothing is drawn on an image that has a size and no pixels: what only measures can pass one. What is drawn
/// on an image of 16 bits is drawn in both its depths; blend() and downsample() read bytes alone.

/// Copies source over destination with its top left corner at (x, y); what lies outside is cut off.
void blit(Image& destination, const Image& source, int x, int y);

/// As blit, but blends by the source's alpha.
void blend(Image& destination, const Image& source, int x, int y);

/// Blends a colour over the pixels x..x+width-1, y..y+height-1; what lies outside is cut off.
void fill_rect(Image& destination, int x, int y, int width, int height, Rgba colour);

/// As fill_rect with corners rounded by radius pixels and smooth edges.
void fill_round_rect(Image& destination, double x, double y, double width, double height, double radius,
                     Rgba colour);

/// Images in a row, top aligned, gap pixels of background between them.
Image side_by_side(std::span<const Image> images, int gap, Rgba background);

/// The left image up to fraction (0..1) of the width, the right one after it, with a divider of line_width
/// pixels in line_colour. Throws std::invalid_argument when the sizes differ.
Image wipe(const Image& left, const Image& right, double fraction, int line_width = 0,
           Rgba line_colour = {255, 255, 255, 255});

/// Every factor x factor block becomes one pixel, averaged in linear light and weighted by alpha.
/// Throws std::invalid_argument unless factor >= 1 divides both sides.
Image downsample(const Image& image, int factor);

}  // namespace render
