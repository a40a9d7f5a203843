#pragma once

#include <array>
#include <glm/vec2.hpp>
#include <optional>
#include <variant>

#include "simulation/anatomy/face_frame.h"

namespace simulation {

/// From where a strip's points are placed on the skin: by how far they lie from the midline, or by how far
/// forward, for muscles on the side of the head.
enum class Seen { from_front, from_side };

/// A flat muscle between two lines that run across its fibres: where it comes from and where it ends. The
/// first point of a line lies nearer the midline, seen from the side nearer the front.
struct Strip {
  std::array<FacePoint, 2> origin;
  std::array<FacePoint, 2> insertion;
  Seen seen = Seen::from_front;
  /// Above this point the edges of both sides part in the midline, by so many degrees between them.
  std::optional<FacePoint> split{};
  double split_deg = 0.0;
};

/// A muscle that runs round an opening: an oval hole in an oval. Each half of an oval goes through the point
/// beside the centre, outward or toward the midline, and the one above it.
struct Ring {
  struct Oval {
    FacePoint outward, inward, top;
  };
  FacePoint centre;
  Oval inner, outer;
  /// A dose is counted to the muscle so many degrees to both sides of its outward end, and a plan treats no
  /// other part: the lids and the corner at the nose have their own end plates.
  double counted_deg = 180.0;
};

/// A muscle on the side of the head that gathers from an arch above to a narrow end below. Angles are degrees
/// from straight ahead about the upright axis of the head, heights mm of the median head over the eye.
struct Fan {
  double middle_deg = 0.0;   // of the arch
  double half_deg = 0.0;     // from there to each end of the arch
  double forward_deg = 0.0;  // the lower end lies so far before the arch
  double narrowing = 0.0;    // share of the width that is lost on the way down
  double top_mm = 0.0;       // of the arch's middle
  double arch_mm = 0.0;      // its ends lie so much lower
  double bottom_mm = 0.0;
};

/// How a muscle of the face is drawn: its outline, how deep its outer face lies under the skin and how thick
/// it is in its middle, mm.
struct Band {
  /// At the origin and at the insertion; of a ring at the inner and at the outer edge.
  struct Ends {
    double first = 0.0;
    double last = 0.0;
  };
  std::variant<Strip, Ring, Fan> outline;
  Ends depth_mm;
  Ends thickness_mm;
};

/// Directions in which the fibres of a face muscle or the width of its sheet run.
enum class Course {
  up,
  outward,
  back,
  temple,       // outward and back alike
  from_to,      // from SheetForm::from to SheetForm::to
  square_up,    // as near upward as is square to the fibres
  square_back,  // as near backward as is square to the fibres
  square_front  // square to the fibres as seen from the front
};

/// Where the end plates of a face muscle lie: middle of their sheet, how its length and its width run.
/// Middles for which a row names no source are assumptions after standard injection sites and the drawn
/// anatomy. Length and width are clinical figures, `muscle.KEY.length` and `.width`.
struct SheetForm {
  FacePoint centre;
  Course along = Course::up;
  Course across = Course::outward;
  FacePoint from{}, to{};
};

/// Unit directions of a sheet on one side of a face.
struct SheetAxes {
  glm::dvec3 along;
  glm::dvec3 across;
};
SheetAxes axes_of(const SheetForm& sheet, const FaceFrame& face);

}  // namespace simulation
