#include "simulation/anatomy/atlas_rows.h"
#include "simulation/anatomy/face_movements.h"

namespace simulation {
namespace {

/// x mm from the midline, y over the eye.
constexpr FacePoint by_eye(double x, double y) {
  return {Mark::eye_midline, {x, y, 0.0}};
}
/// mm from the corner of the mouth: x away from the midline.
constexpr FacePoint by_mouth(double x, double y, double z = 0.0) {
  return {Mark::mouth_corner, {x, y, z}};
}
constexpr FacePoint between(Mark from, Mark to, double share, glm::dvec3 offset = glm::dvec3(0.0)) {
  return {from, offset, to, share};
}
constexpr FacePoint below_brow_head(double y) {
  return between(Mark::eye_midline, Mark::below_brow_head, 0.35, {0.0, y, 0.0});
}
/// The cheekbone where the smile's muscle starts.
constexpr FacePoint kCheekbone{Mark::cheek_upper, {-1.0, -13.0, 2.0}};

// Sheets: centres are assumptions after standard injection sites and the drawn anatomy.
constexpr AtlasRow kForehead[] = {
    {.key = "frontalis",
     .term = "frontalis",
     .structure = Structure::frontalis,
     .muscle = Muscle::frontalis,
     .offered = 3,
     .protocol = {3},
     .band = Band{Strip{{by_eye(3.0, 74.0), by_eye(40.0, 66.0)}, {by_eye(6.0, 14.0), by_eye(48.0, 14.0)}},
                  2.6, 1.6}},
    {.key = "frontalis_medial",
     .term = "frontalis, medial columns",
     .muscle = Muscle::frontalis_medial,
     .group = Muscle::frontalis,
     .columns = 2,
     .protocol = {2},
     .line = FaceLine::forehead,
     // The two inner columns nearly meet in the midline.
     .sheet = SheetForm{between(Mark::brow_medial, Mark::brow_middle, 0.15, {0.0, 26.0, 0.0})},
     .movement = Movement{"frontalis-%-medial",
                          movement::frontalis_medial,
                          Tone::frontalis,
                          {0, 0, 1, 0, 0},
                          false,
                          {LineGroup::forehead}}},
    {.key = "frontalis_lateral",
     .term = "frontalis, lateral column",
     .muscle = Muscle::frontalis_lateral,
     .group = Muscle::frontalis,
     .line = FaceLine::forehead,
     .sheet = SheetForm{between(Mark::brow_middle, Mark::brow_lateral, 0.6, {0.0, 22.0, 0.0})},
     .movement = Movement{"frontalis-%-lateral",
                          movement::frontalis_lateral,
                          Tone::frontalis,
                          {0, 0, 1, 0, 0},
                          false,
                          {LineGroup::forehead}}},
};

constexpr AtlasRow kFrown[] = {
    {.key = "corrugator",
     .term = "corrugator",
     .structure = Structure::corrugator,
     .muscle = Muscle::corrugator,
     .offered = 2,
     .protocol = {2},
     .line = FaceLine::glabella,
     .band =
         Band{Strip{{below_brow_head(6.0), below_brow_head(14.0)}, {by_eye(33.0, 19.0), by_eye(31.0, 25.0)}},
              4.6, 2.2},
     .sheet = SheetForm{between(Mark::brow_medial, Mark::brow_middle, 0.4),
                        Course::from_to,
                        Course::square_up,
                        {Mark::brow_medial},
                        {Mark::brow_middle}},
     .movement = Movement{"corrugator-%",
                          movement::corrugator,
                          Tone::depressor,
                          {0, 1, 0, 0.15, 0},
                          false,
                          {LineGroup::glabella}}},
    {.key = "depressor_supercilii",
     .term = "depressor supercilii",
     .muscle = Muscle::depressor_supercilii,
     .line = FaceLine::glabella,
     .sheet = SheetForm{{Mark::brow_medial, {0.0, -5.0, 0.0}}},
     .movement = Movement{"depressor_supercilii-%",
                          movement::depressor_supercilii,
                          Tone::depressor,
                          {0, 1, 0, 0, 0},
                          false,
                          {LineGroup::glabella}}},
    {.key = "procerus",
     .term = "procerus",
     .midline = true,
     .structure = Structure::procerus,
     .muscle = Muscle::procerus,
     .offered = 1,
     .line = FaceLine::glabella,
     .band = Band{Strip{{by_eye(-4.0, -10.0), by_eye(4.0, -10.0)}, {by_eye(-7.0, 22.0), by_eye(7.0, 22.0)}},
                  3.0, 1.8},
     .sheet = SheetForm{{Mark::glabella, {0.0, -6.0, 0.0}}},
     .movement = Movement{"procerus",
                          movement::procerus,
                          Tone::depressor,
                          {0, 1, 0, 0, 0},
                          false,
                          {LineGroup::glabella, LineGroup::nose}}},
};

constexpr AtlasRow kMidface[] = {
    {.key = "orbicularis_oculi",
     .term = "orbicularis oculi",
     .structure = Structure::orbicularis_oculi,
     .muscle = Muscle::orbicularis_oculi,
     .offered = 4,
     .protocol = {3},
     .line = FaceLine::crows_feet,
     .band = Band{Ring{{Mark::eye, {1.5, 0.0, 0.0}},
                       {Mark::eye, {20.0, 0.0, 0.0}},
                       {Mark::eye, {1.5, 10.5, 0.0}},
                       {Mark::eye, {31.0, 0.0, 0.0}},
                       {Mark::eye, {1.5, 23.0, 0.0}}},
                  2.2, 1.5},
     .sheet = SheetForm{{Mark::eye, {30.0, 0.0, -5.0}}, Course::up, Course::temple},
     .movement = Movement{"orbicularis_oculi-%",
                          movement::orbicularis_oculi,
                          Tone::none,
                          {0, 0.35, 0, 1, 0.7},
                          false,
                          {LineGroup::crows_feet, LineGroup::nose}}},
    {.key = "nasalis",
     .term = "nasalis",
     .structure = Structure::nasalis,
     .muscle = Muscle::nasalis,
     // Over the bridge of the nose, from the cheek beside the wing up to the midline.
     .band = Band{Strip{{by_eye(13.0, -37.0), by_eye(17.0, -31.0)}, {by_eye(2.0, -20.0), by_eye(2.0, -13.0)}},
                  1.6, 1.0},
     .sheet = SheetForm{between(Mark::eyes_middle, Mark::nose_base, 0.5, {10.0, 0.0, 0.0})},
     .movement =
         Movement{
             "nasalis-%", movement::nasalis, Tone::none, {0, 0.3, 0, 0.45, 0.15}, false, {LineGroup::nose}}},
    {.key = "zygomaticus",
     .term = "zygomaticus major",
     .structure = Structure::zygomaticus,
     .muscle = Muscle::zygomaticus,
     .planned = false,
     .band =
         Band{Strip{{by_eye(48.0, -17.0), by_eye(57.0, -24.0)}, {by_mouth(-2.0, 6.0), by_mouth(5.0, 0.0)}},
              4.5, 2.8},
     // From the cheekbone to the corner of the mouth.
     .sheet = SheetForm{between(Mark::cheek_upper, Mark::mouth_corner, 0.5, {-0.5, -6.5, 1.0}),
                        Course::from_to,
                        Course::square_front,
                        kCheekbone,
                        {Mark::mouth_corner}},
     .movement = Movement{"zygomaticus-%",
                          movement::zygomaticus,
                          Tone::none,
                          {0, 0, 0, 0, 0.8},
                          false,
                          {LineGroup::crows_feet}}},
    {.key = "temporalis",
     .term = "temporalis",
     .structure = Structure::temporalis,
     // Fans from the side of the skull in under the cheekbone.
     .band = Band{Fan{68.0, 21.0, 7.0, 0.65, 46.0, 20.0, -16.0}, 5.0, 4.0}},
};

constexpr AtlasRow kLower[] = {
    {.key = "depressor_anguli_oris",
     .term = "depressor anguli oris",
     .structure = Structure::depressor_anguli_oris,
     .muscle = Muscle::depressor_anguli_oris,
     // From the edge of the jaw, broad, to the corner of the mouth.
     .band = Band{Strip{{by_mouth(-9.0, -29.0), by_mouth(9.0, -25.0)},
                        {by_mouth(-4.0, -3.0), by_mouth(2.0, -3.0)}},
                  3.0, 2.0},
     .sheet = SheetForm{by_mouth(2.0, -12.0)},
     // No expression asks for these two: what shows is the loss of their resting pull.
     .movement = Movement{"depressor_anguli_oris-%", movement::depressor_anguli_oris, Tone::mouth}},
    {.key = "mentalis",
     .term = "mentalis",
     .structure = Structure::mentalis,
     .muscle = Muscle::mentalis,
     // From below the lower lip down to the skin of the chin.
     .band = Band{Strip{{FacePoint{Mark::mouth_midline, {2.0, -17.0, 0.0}},
                         FacePoint{Mark::mouth_midline, {8.0, -17.0, 0.0}}},
                        {FacePoint{Mark::mouth_midline, {1.0, -37.0, 0.0}},
                         FacePoint{Mark::mouth_midline, {12.0, -36.0, 0.0}}}},
                  3.0, 2.4},
     .sheet = SheetForm{{Mark::mouth_midline, {7.0, -25.0, 0.0}}},
     .movement = Movement{"mentalis-%", movement::mentalis, Tone::mouth}},
    {.key = "levator_palpebrae",
     .term = "levator palpebrae superioris",
     .muscle = Muscle::levator_palpebrae,
     .planned = false,
     // The belly lies under the roof of the orbit; what is reached from in front is the upper lid below the
     // rim.
     .sheet = SheetForm{{Mark::upper_lid, {0.0, 9.0, 0.0}}},
     .movement = Movement{"levator_palpebrae-%", movement::levator_palpebrae, Tone::always_on}},
    {.key = "masseter",
     .term = "masseter",
     .structure = Structure::masseter,
     .muscle = Muscle::masseter,
     .protocol = {3},
     .sheet = SheetForm{by_mouth(28.0, -8.0, -45.0), Course::up, Course::back},
     .movement = Movement{"masseter-%", movement::masseter, Tone::none, {}, true}},
    {.key = "orbicularis_oris",
     .term = "orbicularis oris",
     .midline = true,
     .structure = Structure::orbicularis_oris,
     .band = Band{Ring{{Mark::mouth_midline},
                       by_mouth(-6.0, 0.0),
                       {Mark::mouth_midline, {0.0, 3.5, 0.0}},
                       by_mouth(5.0, 0.0),
                       {Mark::mouth_midline, {0.0, 14.5, 0.0}}},
                  3.0, 2.2}},
    {.key = "skull",
     .term = "cranium, mandibula",
     .tissue = Tissue::bone,
     .midline = true,
     .structure = Structure::skull},
};

}  // namespace

std::span<const AtlasRow> face_rows() {
  static const std::vector<AtlasRow> rows = [] {
    std::vector<AtlasRow> all;
    for (const std::span<const AtlasRow> part :
         {std::span<const AtlasRow>(kForehead), std::span<const AtlasRow>(kFrown),
          std::span<const AtlasRow>(kMidface), std::span<const AtlasRow>(kLower)})
      all.insert(all.end(), part.begin(), part.end());
    return all;
  }();
  return rows;
}

}  // namespace simulation
