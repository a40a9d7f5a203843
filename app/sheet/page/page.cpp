#include "app/sheet/page/page.h"

#include <cairo-pdf.h>

#include <algorithm>
#include <optional>
#include <stdexcept>

#include "app/sheet/page/layout.h"

namespace app {
namespace {

/// Bottom of the body, and where the foot begins.
struct Room {
  double used = 0.0, until = 0.0;
};
Room measured(PangoContext* context, const Sheet& sheet, const Fit& fit) {
  Page page(Pen(context, fit.scale), sheet, fit);
  const double foot = page.foot(0.0);
  return {page.body(), size_of(sheet.paper).height - kMargin - foot - 8.0 * fit.scale};
}

/// The largest type with all pictures, else with fewer. The curve takes the room that is left.
std::optional<Fit> fitting(PangoContext* context, const Sheet& sheet) {
  constexpr double kLargest = 1.08, kStep = 0.02, kSmallest = kSmallestBody / kBody;
  const std::size_t most = std::max<std::size_t>(1, sheet.pictures.size());
  for (std::size_t pictures = most; pictures >= 1; --pictures)
    for (double scale = kLargest; scale > kSmallest - 1e-9; scale -= kStep) {
      Fit fit{scale, pictures, kLeastCurve};
      const Room room = measured(context, sheet, fit);
      if (room.used > room.until) continue;
      fit.curve = std::min(kMostCurve, kLeastCurve + room.until - room.used);
      if (measured(context, sheet, fit).used > room.until) fit.curve = kLeastCurve;
      return fit;
    }
  return std::nullopt;
}

cairo_status_t append(void* bytes, const unsigned char* data, unsigned length) {
  static_cast<std::string*>(bytes)->append(reinterpret_cast<const char*>(data), length);
  return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* pdf, const Sheet& sheet) {
  const auto say = [&](cairo_pdf_metadata_t what, const std::string& words) {
    cairo_pdf_surface_set_metadata(pdf, what, words.c_str());
  };
  say(CAIRO_PDF_METADATA_TITLE, sheet.title + " - " + sheet.subtitle);
  say(CAIRO_PDF_METADATA_SUBJECT, sheet.label);
  say(CAIRO_PDF_METADATA_CREATOR, sheet.maker);
  say(CAIRO_PDF_METADATA_CREATE_DATE, sheet.iso_date + "T00:00:00Z");
}

}  // namespace

std::string draw_page(const Sheet& sheet, const std::filesystem::path& font_folder) {
  const Held<PangoFontMap> fonts = private_font_map(font_folder);
  const Held<PangoContext> context = page_context(fonts.get());
  const auto fit = fitting(context.get(), sheet);
  if (!fit)
    throw std::runtime_error(
        "the sheet's words do not fit on one page, expected a shorter title or fewer fillers and kinds of "
        "sessions");
  std::string bytes;
  const Extent paper = size_of(sheet.paper);
  cairo_surface_t* pdf = cairo_pdf_surface_create_for_stream(append, &bytes, paper.width, paper.height);
  cairo_pdf_surface_restrict_to_version(pdf, CAIRO_PDF_VERSION_1_5);
  describe(pdf, sheet);
  cairo_t* cairo = cairo_create(pdf);
  {
    Pen pen(context.get(), fit->scale, cairo);
    const Pen::Part document(pen, "Document");
    Page page(pen, sheet, *fit);
    page.body();
    page.foot(paper.height - kMargin - Page(pen.measuring(), sheet, *fit).foot(0.0));
  }
  cairo_show_page(cairo);
  const cairo_status_t drawn = cairo_status(cairo);
  cairo_destroy(cairo);
  cairo_surface_finish(pdf);
  const cairo_status_t done = cairo_surface_status(pdf);
  cairo_surface_destroy(pdf);
  for (const cairo_status_t status : {drawn, done})
    if (status != CAIRO_STATUS_SUCCESS)
      throw std::runtime_error(std::string("the page cannot be drawn: ") + cairo_status_to_string(status));
  return bytes;
}

}  // namespace app
