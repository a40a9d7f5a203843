#include <algorithm>
#include <span>
#include <string>

#include "simulation/plan/names.h"
#include "simulation/plan/protocol.h"
#include "simulation/prediction/quantities.h"

namespace simulation {
namespace {

constexpr const char* kLineNames[] = {"glabella", "forehead", "crows_feet"};

/// One line of one person; for crow's feet the worse side.
class LineReader {
  template <typename Of>
  auto worst(Of of) const {
    return std::max(of(BodySide::left), of(BodySide::right));
  }

 public:
  LineReader(const Cohort& cohort, const Person& person, FaceLine line)
      : cohort_(cohort), face_(person.face), line_(line) {}

  int effort_grade(std::size_t p, bool with_rater = true) const {
    return worst([&](BodySide side) { return cohort_.rated_effort_grade(line_, side, p, with_rater); });
  }
  int rest_grade(std::size_t p, bool with_rater = true) const {
    return worst([&](BodySide side) { return cohort_.rated_rest_grade(line_, side, p, with_rater); });
  }
  int effort_grade_at_start() const {
    return worst([&](BodySide side) { return start(side).effort; });
  }
  double effort_change(std::size_t p) const {
    return 100.0 * (worst([&](BodySide side) { return effort_relief(p, side); }) - 1.0);
  }
  double rest_change(std::size_t p) const {
    return 100.0 * (worst([&](BodySide side) { return cohort_.rest_relief(line_, side, p); }) - 1.0);
  }

 private:
  double effort_relief(std::size_t p, BodySide side) const { return cohort_.effort_relief(line_, side, p); }
  const LineGrade& start(BodySide side) const {
    if (line_ == FaceLine::glabella) return face_.glabella;
    return line_ == FaceLine::forehead ? face_.forehead : face_.crows_feet[side];
  }
  const Cohort& cohort_;
  const FaceBaseline& face_;
  FaceLine line_;
};

void write_line(RowWriter& writer, const Cohort& cohort, const Person& person, FaceLine line) {
  const LineReader reader(cohort, person, line);
  const std::string start = "face." + std::string(kLineNames[static_cast<std::size_t>(line)]) + ".";
  const std::vector<double> agreed =
      writer.of([&](std::size_t p) { return reader.effort_grade(p, false); }).values();
  const std::vector<double> grades =
      writer.of([&](std::size_t p) { return reader.effort_grade(p); }).values();
  writer.write_grade(start + "grade_effort", agreed);
  const std::vector<double> agreed_rest =
      writer.of([&](std::size_t p) { return reader.rest_grade(p, false); }).values();
  writer.of([&](std::size_t p) { return reader.rest_grade(p); })
      .write_grade(start + "grade_rest", agreed_rest);
  writer.of([&](std::size_t p) { return reader.effort_change(p); })
      .write(start + "relief_effort_change", "%");
  writer.of([&](std::size_t p) { return reader.rest_change(p); }).write(start + "relief_rest_change", "%");
  writer.of([&](std::size_t p) { return grades[p] <= 1.0 ? 1.0 : 0.0; })
      .write_share(start + "none_or_mild_effort");
  const int first = reader.effort_grade_at_start();
  writer.of([&](std::size_t p) { return grades[p] <= first - 1.0 ? 1.0 : 0.0; })
      .write_share(start + "one_grade_better_effort");
  writer.of([&](std::size_t p) { return cohort.has_noticed(line, p) ? 1.0 : 0.0; })
      .write_share(start + "onset_reported");
}

bool is_listed(Muscle muscle) {
  switch (muscle) {
    case Muscle::frontalis_medial:
    case Muscle::frontalis_lateral:
    case Muscle::corrugator:
    case Muscle::depressor_supercilii:
    case Muscle::procerus:
    case Muscle::orbicularis_oculi:
      return true;
    default:
      return false;
  }
}

/// One value of every listed muscle, and of those a dose was meant for, as `face.MUSCLE.SIDE.END`.
void write_muscles(RowWriter& writer, const Cohort& cohort,
                   std::span<const double> (Cohort::*of)(Muscle, BodySide) const, double scale,
                   const std::string& end, const char* unit) {
  for (std::size_t m = 0; m < kMuscleCount; ++m) {
    const Muscle muscle = static_cast<Muscle>(m);
    if (region_of(muscle) != Region::face) continue;
    for (BodySide side : kBodySides) {
      if (!is_listed(muscle) && !cohort.is_aimed_at(muscle, side)) continue;
      const auto values = (cohort.*of)(muscle, side);
      writer.of([&](std::size_t p) { return scale * values[p]; })
          .write("face." + std::string(name(muscle)) + "." + std::string(name(side)) + end, unit);
    }
  }
  // Two of the three columns of each side are medial.
  for (BodySide side : kBodySides) {
    const auto medial = (cohort.*of)(Muscle::frontalis_medial, side);
    const auto lateral = (cohort.*of)(Muscle::frontalis_lateral, side);
    writer.of([&](std::size_t p) { return scale * (2.0 * medial[p] + lateral[p]) / 3.0; })
        .write("face.frontalis." + std::string(name(side)) + end, unit);
  }
}

void write_brow(RowWriter& writer, const Cohort& cohort, const FaceResponse& face) {
  for (BodySide side : kBodySides) {
    const auto medial = cohort.lifting_block(Muscle::frontalis_medial, side);
    const auto lateral = cohort.lifting_block(Muscle::frontalis_lateral, side);
    const auto corrugator = cohort.block(Muscle::corrugator, side);
    const auto depressor = cohort.block(Muscle::depressor_supercilii, side);
    const auto procerus = cohort.block(Muscle::procerus, side);
    writer
        .of([&](std::size_t p) {
          const double up = 0.5 * (medial[p] + lateral[p]);
          const double down = (corrugator[p] + depressor[p] + procerus[p]) / 3.0;
          return face.brow_mm_per_depressor_tone * face.depressor_tone * down -
                 face.brow_mm_per_frontalis_tone * face.frontalis_tone * up;
        })
        .write("face.brow." + std::string(name(side)) + ".height_change", "mm");
  }
}

}  // namespace

void write_face(RowWriter& writer, const Cohort& cohort, const Person& person, const FaceResponse& face) {
  write_muscles(writer, cohort, &Cohort::block, 1.0, ".block", "fraction");
  // A flat muscle keeps its outline and loses volume through its thickness; the figures were fitted to
  // thickness by ultrasound.
  write_muscles(writer, cohort, &Cohort::loss, -100.0, ".thickness_change", "%");
  for (FaceLine line : kFaceLines) write_line(writer, cohort, person, line);
  write_brow(writer, cohort, face);
}

}  // namespace simulation
