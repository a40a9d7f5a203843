#pragma once

namespace simulation {

/// How clearly muscles and tendons show through the skin, 0 to 1.2: grows with muscle thickness and falls
/// with fat. Its scale is an assumption, judged by eye against photographs of slim and muscular calves.
double muscle_definition(double gastrocnemius_mm, double fat_mm);

/// Outward relief of a well defined lower leg in mm at t and theta: both heads with the higher lower border
/// of the lateral one, the groove between them, soleus edges, Achilles tendon and its hollows, hollow of the
/// knee, hamstring tendons, shin, outer groove. Smooth; 0 outside t -0.2 to 1. The broad shape alone: the
/// borders that show through the fat are MuscleRelief's.
double calf_relief_mm(double t, double theta);

}  // namespace simulation
