#include "app/window/save_sheet.h"

#include "app/base/error.h"
#include "app/base/names.h"
#include "app/files/file.h"
#include "app/files/user_folders.h"
#include "app/sheet/make_sheet.h"
#include "app/sheet/sheet_date.h"
#include "app/sheet/sheet_file.h"
#include "app/window/print_file.h"

namespace app {
namespace {

namespace fs = std::filesystem;

fs::path free_name(const Session& session, const fs::path& folder) {
  const std::string stem = "foreshow_" + std::string(name_of(kRegionNames, session.region)) + "_sheet_";
  for (int n = 1;; ++n)
    if (const fs::path file = folder / (stem + std::to_string(n) + ".pdf"); !fs::exists(file)) return file;
}

}  // namespace

fs::path sheet_folder(SheetPlace place) {
  return place == SheetPlace::documents ? documents_folder() : fs::current_path();
}

fs::path save_sheet(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                    const Paths& paths) {
  if (!outcome || outcome->plan() != session.plan()) throw InputError("the plan is not worked out yet");
  const fs::path file = free_name(session, sheet_folder(session.sheet.place));
  require_writable_file(file);
  SheetOrder order;
  order.paper = session.sheet.paper;
  order.responder = session.responder;
  order.iso_date = sheet_date();
  const SheetFacts facts = read_sheet_facts(paths);
  // Of its own, so that what the window shows stays as it is.
  Photographer photographer(paths);
  write_file(file, sheet_pdf(make_sheet(outcome, order, facts, photographer), paths));
  return file;
}

SheetNews sheet_news(const Session& session, const std::shared_ptr<const Outcome>& outcome,
                     const Paths& paths, const Texts& texts) {
  fs::path file;
  try {
    file = save_sheet(session, outcome, paths);
  } catch (...) {
    return {texts.fill("sheet.menu.failed", {{"why", describe(std::current_exception()).message}}), true};
  }
  const char* key = "sheet.menu.saved";
  if (session.sheet_request.use == SheetUse::print) {
    const Printed printed = print_file(file, session.sheet.paper);
    key = printed == Printed::sent     ? "sheet.menu.printed"
          : printed == Printed::opened ? "sheet.menu.opened"
                                       : "sheet.menu.not_printed";
  }
  return {texts.fill(key, {{"path", file.string()}}), false};
}

}  // namespace app
