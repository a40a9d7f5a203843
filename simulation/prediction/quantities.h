#pragma once

#include <vector>

#include "simulation/prediction/prediction.h"
#include "simulation/response/cohort.h"

namespace simulation {

/// Collects the rows of one week.
class RowWriter {
 public:
  RowWriter(std::vector<PredictionRow>& rows, double week, std::size_t people)
      : rows_(rows), week_(week), values_(people) {}

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
  void write_grade(const std::string& quantity);
  /// Values are 1 or 0; written as a percentage.
  void write_share(const std::string& quantity);

 private:
  std::vector<PredictionRow>& rows_;
  double week_;
  std::vector<double> values_;
};

void write_calf(RowWriter& writer, const Cohort& cohort, const ResponseModel& model,
                const Sided<LegResponse>& legs, double week);
void write_face(RowWriter& writer, const Cohort& cohort, const Person& person, const FaceResponse& face);

}  // namespace simulation
