#pragma once

#include <span>
#include <vector>

#include "simulation/prediction/prediction.h"
#include "simulation/response/cohort.h"

namespace simulation {

/// Collects the rows of one week.
class RowWriter {
 public:
  /// `study_of` gives the study of each person, 0 to `studies` - 1.
  RowWriter(std::vector<PredictionRow>& rows, double week, std::span<const std::size_t> study_of,
            std::size_t studies)
      : rows_(rows), week_(week), study_of_(study_of), studies_(studies), values_(study_of.size()) {}

  /// Value per person, to be filled before one of the calls below.
  std::vector<double>& values() { return values_; }
  template <typename Value>
  RowWriter& of(Value value) {
    for (std::size_t p = 0; p < values_.size(); ++p) values_[p] = value(p);
    return *this;
  }

  void write(const std::string& quantity, const char* unit);
  /// Adds a reading error per person to p10, p90 and sd.
  void write_read(const std::string& quantity, const char* unit, const std::vector<double>& error);
  /// `agreed`: the grades that all raters would give on average; the rest is the rater's.
  void write_grade(const std::string& quantity, const std::vector<double>& agreed);
  /// Values are 1 or 0; written as a percentage.
  void write_share(const std::string& quantity);

 private:
  PredictionRow start(const std::string& quantity, const char* unit) const;
  void set_parts(PredictionRow& row, const std::vector<double>& true_values, double reading) const;

  std::vector<PredictionRow>& rows_;
  double week_;
  std::span<const std::size_t> study_of_;
  std::size_t studies_;
  std::vector<double> values_;
};

void write_calf(RowWriter& writer, const Cohort& cohort, const ResponseModel& model,
                const Sided<LegResponse>& legs, double week);
void write_face(RowWriter& writer, const Cohort& cohort, const Person& person, const FaceResponse& face);

}  // namespace simulation
