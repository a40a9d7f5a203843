#pragma once

#include "app/check/remark.h"

/// The rules of `check`, by what they look at. Each adds what it has to say; plan_check.cpp lists them all.
namespace app {

/// Units per site and per session, close sessions together, against the ceilings of the labels: errors.
void check_ceilings(const Checked& checked, Remarks& remarks);

/// Units per area of the face against its label: over it, the number of another product, one point with much,
/// a man on what a trial in men found too little.
void check_label_areas(const Checked& checked, Remarks& remarks);

/// Calves on what is usual of another product.
void check_calf_number(const Checked& checked, Remarks& remarks);

/// What no study or label stands behind: more than any study gave, muscles without a study, uses that no
/// label names, muscles that do not belong to the plan's region.
void check_evidence(const Checked& checked, Remarks& remarks);

/// Sessions that are too close, add up over a year, or put a face on top of full calves.
void check_course(const Checked& checked, Remarks& remarks);

/// Age, sport, fat, muscle and lines of this person.
void check_person(const Checked& checked, Remarks& remarks);

/// A forehead without the glabella, one side only.
void check_placement(const Checked& checked, Remarks& remarks);

/// Filler between the brows, filler and toxin in one visit.
void check_fillers(const Checked& checked, Remarks& remarks);

}  // namespace app
