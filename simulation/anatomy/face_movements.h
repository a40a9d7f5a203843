#pragma once

#include "simulation/anatomy/face_frame.h"
#include "simulation/anatomy/unit_field.h"

/// Movements of the muscles of the face, one formula each; the atlas's rows name them. Every length in them
/// is one of the median head and grows with FaceFrame::scale(). Over the face the shares that corrugator,
/// depressor supercilii and procerus take of the lowered brow add up to 1, and so do those of the two
/// frontalis parts of the raised brow.
namespace simulation::movement {

UnitField frontalis_medial(const FaceFrame& face);
UnitField frontalis_lateral(const FaceFrame& face);
UnitField corrugator(const FaceFrame& face);
UnitField depressor_supercilii(const FaceFrame& face);
UnitField procerus(const FaceFrame& face);
UnitField orbicularis_oculi(const FaceFrame& face);
UnitField nasalis(const FaceFrame& face);
UnitField zygomaticus(const FaceFrame& face);
UnitField levator_palpebrae(const FaceFrame& face);
UnitField depressor_anguli_oris(const FaceFrame& face);
UnitField mentalis(const FaceFrame& face);
UnitField masseter(const FaceFrame& face);

}  // namespace simulation::movement
