#include "simulation/anatomy/atlas_rows.h"

namespace simulation {
namespace {

constexpr AtlasRow bone(std::string_view key, std::string_view term, Structure structure) {
  return {.key = key, .term = term, .region = Region::calf, .tissue = Tissue::bone, .structure = structure};
}

constexpr AtlasRow kCalfRows[] = {
    {.key = "gastrocnemius_medial",
     .term = "gastrocnemius, medial",
     .region = Region::calf,
     .structure = Structure::gastrocnemius_medial,
     .muscle = Muscle::gastrocnemius_medial,
     .offered = 1,
     .protocol = {6, 2},
     .calf_sheet = CalfSheet{0.22, 31.0}},
    {.key = "gastrocnemius_lateral",
     .term = "gastrocnemius, lateral",
     .region = Region::calf,
     .structure = Structure::gastrocnemius_lateral,
     .muscle = Muscle::gastrocnemius_lateral,
     .offered = 2,
     .protocol = {4, 2},
     .calf_sheet = CalfSheet{0.20, -34.0}},
    {.key = "soleus",
     .term = "soleus",
     .region = Region::calf,
     .structure = Structure::soleus,
     .muscle = Muscle::soleus,
     .protocol = {4, 2},
     .calf_sheet = CalfSheet{0.50, 0.0}},
    {.key = "achilles_tendon",
     .term = "Achilles tendon",
     .region = Region::calf,
     .tissue = Tissue::tendon,
     .structure = Structure::achilles_tendon},
    bone("tibia", "tibia", Structure::tibia),
    bone("fibula", "fibula", Structure::fibula),
    bone("femur", "femur", Structure::femur),
    bone("patella", "patella", Structure::patella),
    bone("heel_bone", "calcaneus", Structure::heel_bone),
    bone("midfoot_bones", "tarsal bones", Structure::midfoot_bones),
    bone("forefoot_bones", "metatarsals and toes", Structure::forefoot_bones),
    {.key = "patellar_tendon",
     .term = "patellar tendon",
     .region = Region::calf,
     .tissue = Tissue::tendon,
     .structure = Structure::patellar_tendon},
    {.key = "anterior_compartment",
     .term = "compartimentum cruris anterius",
     .region = Region::calf,
     .structure = Structure::anterior_compartment},
    {.key = "lateral_compartment",
     .term = "peroneal muscles",
     .region = Region::calf,
     .structure = Structure::lateral_compartment},
    {.key = "subcutaneous_fat",
     .term = "tela subcutanea",
     .region = Region::calf,
     .tissue = Tissue::fat,
     .structure = Structure::subcutaneous_fat},
};

}  // namespace

std::span<const AtlasRow> calf_rows() {
  return kCalfRows;
}

}  // namespace simulation
