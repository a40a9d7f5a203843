// Interleaved gradient noise with its constants [jimenez2014]: 0..1, for a pixel of the whole picture; turned from frame
// to frame of a picture at rest.
float pixel_noise(vec2 pixel) {
  return fract(52.9829189 * fract(dot(floor(pixel), vec2(0.06711056, 0.00583715))) + f_exposure.z);
}
