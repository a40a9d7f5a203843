#include "app/commands/sheet.h"

#include "app/base/names.h"
#include "app/base/number_text.h"
#include "app/base/option_value.h"
#include "app/body/workbench.h"
#include "app/commands/capture_options.h"
#include "app/files/file.h"
#include "app/files/plan_file.h"
#include "app/sheet/make_sheet.h"
#include "app/sheet/sheet_date.h"
#include "app/sheet/sheet_file.h"
#include "render/context/context.h"

namespace app {
namespace {

SheetOrder order_of(const SheetArguments& arguments, const simulation::Plan& plan) {
  SheetOrder order;
  order.paper = word_value("--paper", arguments.paper, kPaperNames);
  order.responder = word_value("--responder", arguments.responder, kResponderNames);
  if (arguments.weeks)
    for (const std::string& week : list_value("--weeks", *arguments.weeks))
      order.weeks.push_back(shown_week("--weeks", week, plan));
  if (order.weeks.size() > kMostSheetPictures)
    fail_option("--weeks", "are " + std::to_string(order.weeks.size()) + " pictures, expected at most " +
                               std::to_string(kMostSheetPictures) + " on one page");
  order.iso_date = sheet_date();
  return order;
}

}  // namespace

void run_sheet(const SheetArguments& arguments, const Paths& paths) {
  const simulation::Plan plan = read_plan(arguments.plan);
  const SheetOrder order = order_of(arguments, plan);
  if (arguments.file.extension() != ".pdf")
    fail_option("-o", arguments.file.string() + " ends in \"" + arguments.file.extension().string() +
                          "\", expected .pdf");
  require_writable_file(arguments.file);
  require_other_file(arguments.file, arguments.plan);
  const SheetFacts facts = read_sheet_facts(paths);
  Workbench workbench(paths);
  const auto outcome = workbench.outcome(plan);
  const auto context = render::make_offscreen_context();
  Photographer photographer(paths);
  write_file(arguments.file, sheet_pdf(make_sheet(outcome, order, facts, photographer), paths));
}

}  // namespace app
