#pragma once

#include <array>
#include <cstddef>
#include <span>
#include <string_view>
#include <utility>

#include "simulation/plan/plan.h"
#include "simulation/response/state.h"

namespace app {

/// What the values of an enumeration are called in files, options and file names.
template <typename E, std::size_t N>
using Names = std::array<std::pair<E, std::string_view>, N>;

inline constexpr Names<simulation::Region, 2> kRegionNames{
    {{simulation::Region::calf, "calf"}, {simulation::Region::face, "face"}}};

inline constexpr Names<simulation::Sex, 2> kSexNames{
    {{simulation::Sex::female, "female"}, {simulation::Sex::male, "male"}}};

inline constexpr Names<simulation::Activity, 3> kActivityNames{{{simulation::Activity::low, "low"},
                                                                {simulation::Activity::moderate, "moderate"},
                                                                {simulation::Activity::high, "high"}}};

using simulation::kProductNames;

inline constexpr Names<simulation::Side, 4> kSideNames{{{simulation::Side::left, "left"},
                                                        {simulation::Side::right, "right"},
                                                        {simulation::Side::both, "both"},
                                                        {simulation::Side::midline, "midline"}}};

/// Muscles a plan may name, in the atlas's order. Those that are only ever reached by spread are left out.
std::span<const std::pair<simulation::Muscle, std::string_view>> muscle_names();

inline constexpr Names<simulation::FillerSite, 5> kFillerSiteNames{
    {{simulation::FillerSite::glabella, "glabella"},
     {simulation::FillerSite::nasolabial_fold, "nasolabial_fold"},
     {simulation::FillerSite::cheek, "cheek"},
     {simulation::FillerSite::lips, "lips"},
     {simulation::FillerSite::tear_trough, "tear_trough"}}};

inline constexpr Names<simulation::Responder, 3> kResponderNames{{{simulation::Responder::low, "low"},
                                                                  {simulation::Responder::typical, "typical"},
                                                                  {simulation::Responder::high, "high"}}};

template <typename E, std::size_t N>
constexpr std::array<std::string_view, N> words_of(const Names<E, N>& names) {
  std::array<std::string_view, N> words;
  for (std::size_t i = 0; i < N; ++i) words[i] = names[i].second;
  return words;
}

/// Name of a value; empty if it has none.
template <typename E, std::size_t N>
constexpr std::string_view name_of(const Names<E, N>& names, E value) {
  for (const auto& [candidate, name] : names)
    if (candidate == value) return name;
  return {};
}

}  // namespace app
