#include "app/sheet/page/module.h"

#include <exception>

#include "app/sheet/page/page.h"

/// No exception crosses: the program says what went wrong in its own way.
void foreshow_draw_sheet(const app::Sheet& sheet, const char* font_folder, app::DrawnSheet& drawn) {
  try {
    drawn.bytes = app::draw_page(sheet, font_folder);
  } catch (const std::exception& error) {
    drawn.problem = error.what();
  }
}
