#include "app/sheet/page/jpeg.h"

#include <cstdio>
#include <cstdlib>
#include <stdexcept>
#include <string>

#include <jpeglib.h>

namespace app {
namespace {

[[noreturn]] void fail(j_common_ptr info) {
  char message[JMSG_LENGTH_MAX];
  info->err->format_message(info, message);
  throw std::runtime_error(std::string("a picture cannot be packed: ") + message);
}

/// Gives the packer's memory back, whatever happens.
struct Packer {
  jpeg_compress_struct info{};
  jpeg_error_mgr errors{};
  unsigned char* bytes = nullptr;
  unsigned long size = 0;

  Packer() {
    info.err = jpeg_std_error(&errors);
    errors.error_exit = fail;
    jpeg_create_compress(&info);
    jpeg_mem_dest(&info, &bytes, &size);
  }
  ~Packer() {
    jpeg_destroy_compress(&info);
    std::free(bytes);
  }
  Packer(const Packer&) = delete;
  Packer& operator=(const Packer&) = delete;
};

}  // namespace

std::vector<unsigned char> encode_jpeg(const render::Image& image, int quality) {
  Packer packer;
  jpeg_compress_struct& info = packer.info;
  info.image_width = static_cast<JDIMENSION>(image.width);
  info.image_height = static_cast<JDIMENSION>(image.height);
  info.input_components = 3;
  info.in_color_space = JCS_RGB;
  jpeg_set_defaults(&info);
  jpeg_set_quality(&info, quality, TRUE);
  info.optimize_coding = TRUE;
  info.comp_info[0].h_samp_factor = info.comp_info[0].v_samp_factor = 1;
  jpeg_start_compress(&info, TRUE);
  std::vector<unsigned char> row(static_cast<std::size_t>(image.width) * 3);
  while (info.next_scanline < info.image_height) {
    const unsigned char* pixel = image.rgba.data() + 4 * static_cast<std::size_t>(info.next_scanline) *
                                                         static_cast<std::size_t>(image.width);
    for (std::size_t x = 0; x < row.size(); x += 3, pixel += 4)
      row[x] = pixel[0], row[x + 1] = pixel[1], row[x + 2] = pixel[2];
    unsigned char* line = row.data();
    jpeg_write_scanlines(&info, &line, 1);
  }
  jpeg_finish_compress(&info);
  return {packer.bytes, packer.bytes + packer.size};
}

}  // namespace app
