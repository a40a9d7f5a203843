#pragma once

#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/window/view/view_data.h"
#include "app/window/widgets/ui.h"

/// How values are put into words; all words come from the texts.
namespace app {

/// Texts of PREFIX.NAME for several names.
std::vector<std::string> labels(const Ui& ui, std::string_view prefix,
                                std::span<const std::string_view> names);

std::string muscle_words(const Ui& ui, simulation::Muscle muscle);
std::string product_words(const Ui& ui, simulation::Product product);

/// `week 12`, `day 3` before the first week is over.
std::string week_words(const Ui& ui, double week);
/// `month 2.8`.
std::string month_words(const Ui& ui, double week);

/// What the timeline can draw: quantities of predict of this region that are there, most asked for first.
std::vector<std::string> offered_quantities(const Session& session, const ViewData& data);
/// Changes of muscle thickness that are there, of the muscles a plan of the session treats: one side where
/// both get the same.
std::vector<std::string> thickness_quantities(const Session& session, const ViewData& data);
/// One of those by its muscle alone, with the side where the list holds both.
std::string thickness_words(const Ui& ui, const std::string& quantity, std::span<const std::string> listed);
/// `A  Full dose every 13 weeks`: the first or second plan by its letter and title.
std::string plan_words(const Ui& ui, std::size_t number, const simulation::Plan& plan);
/// The one it draws now.
std::string shown_quantity(const Session& session, const ViewData& data);
/// `Calf girth, left`.
std::string quantity_words(const Ui& ui, std::string_view quantity);
/// Evidence card of a quantity.
std::string card_of(std::string_view quantity);

/// A value of a quantity as it is shown everywhere, with its unit: `−0.5 cm`, `−14 %`, `78 %` for fractions.
std::string value_words(const Ui& ui, std::string_view quantity, double value);

/// `Mild`, of the nearest whole grade.
std::string grade_words(const Ui& ui, double grade);

/// What holds at this week, from the session before it: text key of the aftercare line.
std::string aftercare_key(const Session& session);

}  // namespace app
