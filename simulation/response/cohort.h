#pragma once

#include <array>
#include <optional>
#include <span>
#include <vector>

#include "simulation/response/dose_field.h"
#include "simulation/response/line_response.h"
#include "simulation/response/muscle_block.h"
#include "simulation/response/person_draw.h"
#include "simulation/response/toxin_levels.h"

namespace simulation {

/// A population under one plan, moved along in time together. What it holds at a week depends on the week
/// alone, not on the weeks asked for before.
class Cohort {
 public:
  Cohort(const Plan& plan, const ResponseModel& model, std::vector<PersonDraw> people,
         const DoseReach& reach = {});

  Cohort(const Cohort&) = delete;
  Cohort& operator=(const Cohort&) = delete;

  std::size_t size() const { return people_.size(); }
  std::span<const PersonDraw> people() const { return people_; }

  /// Goes to a week; earlier than the present one starts again from week 0.
  void move_to(double week);

  /// True when a dose reaches the muscle, be it by spread alone.
  bool is_treated(Muscle muscle, BodySide side) const;
  /// True when a dose was meant for the muscle.
  bool is_aimed_at(Muscle muscle, BodySide side) const;
  /// True when both sides had the same dose and muscle, so that over the population they are the same.
  bool is_mirrored(Muscle muscle) const;
  /// Block of the part that lifts the brow: the lower half of a frontalis column; of others the whole.
  std::span<const double> lifting_block(Muscle muscle, BodySide side) const;
  /// Per person at the present week: share of fibres blocked and share of volume lost. Zeros when untreated.
  std::span<const double> block(Muscle muscle, BodySide side) const;
  std::span<const double> loss(Muscle muscle, BodySide side) const;
  /// Net change of the soleus: direct loss less the compensation for lost gastrocnemius; negative is a gain.
  double soleus_loss(std::size_t person, BodySide side) const;
  /// Gastrocnemius volume lost over soleus volume, both heads of one side.
  double gastrocnemius_loss_per_soleus(double medial_loss, double lateral_loss) const;

  /// Depth of a line against week 0, per person. Glabella and forehead are the same on both sides.
  double rest_relief(FaceLine line, BodySide side, std::size_t person) const;
  double effort_relief(FaceLine line, BodySide side, std::size_t person) const;
  /// rest_relief of one side alone, by the muscles of that side; the procerus serves both.
  double side_rest_relief(FaceLine line, BodySide side, std::size_t person) const;
  /// Grade 0 to 3 that a rater gives to the line, with that rater's own scatter or as all raters do on
  /// average.
  int rated_effort_grade(FaceLine line, BodySide side, std::size_t person, bool with_rater = true) const;
  int rated_rest_grade(FaceLine line, BodySide side, std::size_t person, bool with_rater = true) const;
  /// True from the first moment the person felt the line's muscles weaken.
  bool has_noticed(FaceLine line, std::size_t person) const;

 private:
  struct Unit {
    Muscle muscle;
    BodySide side;
    std::optional<std::size_t> same_as;  // an earlier unit with the same dose and size: its mirror image
    bool aimed = true;
    std::optional<MuscleBlock> source, lower_source;
    std::size_t pace = 0;
    std::vector<double> kept_block, kept_quick, kept_slow;  // at kept_day_
    std::vector<double> block, quick, slow, loss, lower;    // at the present day; loss is quick and slow
  };
  /// Something slow that follows block, and how far it goes in a step of `days`, per person.
  struct Pace {
    SizeDraw PersonDraw::*size = nullptr;  // null: the lines
    double days = 0.0;
    std::vector<double> falling, rising, rising_slowly;
  };
  struct Line {
    FaceLine line;
    BodySide side;
    bool half;  // of a line that spans both sides
    std::vector<double> kept_softened, softened, drive, kept_drive;
    std::vector<char> kept_noticed, noticed;
  };

  void add_units(const Plan& plan, const ResponseModel& model, const DoseReach& reach);
  void add_lines();
  bool differs_by_side(FaceLine line) const;
  std::size_t pace_of(SizeDraw PersonDraw::*size);
  void add_days(const Plan& plan);
  void step_to(double day);
  void set_pace(Pace& pace, double days);
  void step_unit(Unit& unit);
  void mirror(Unit& unit) const;
  void step_line(Line& line);
  void keep();
  void restart();
  const Unit* unit(Muscle muscle, BodySide side) const;
  const Line& line(FaceLine line, BodySide side) const;
  const Line* half_line(FaceLine line, BodySide side) const;
  const LineGrade& grade(FaceLine line, BodySide side) const;
  double muscle_drive(Muscle muscle, BodySide side, std::size_t person) const;
  double line_drive(const Line& line, std::size_t person) const;

  std::vector<PersonDraw> people_;
  Person person_;
  Region region_;
  LineModel line_model_;
  std::array<double, 5> line_weights_{};  // corrugator, procerus, depressor; frontalis medial, lateral
  double size_weight_ = 1.0;              // of lost volume on what is left of a fold
  double medial_ml_ = 0.0;
  double lateral_ml_ = 0.0;
  double soleus_ml_ = 1.0;
  ToxinLevels toxin_;
  std::vector<Pace> paces_;
  std::size_t line_pace_ = 0;
  std::vector<Unit> units_;
  std::array<Sided<int>, kMuscleCount> unit_index_{};
  std::vector<Line> lines_;
  std::vector<double> zeros_;
  std::vector<double> days_;  // where a step ends
  std::size_t next_day_ = 0;
  double kept_day_ = 0.0;
};

}  // namespace simulation
