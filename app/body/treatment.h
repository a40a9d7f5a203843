#pragma once

namespace app {

/// Which of a plan's treatments are shown: all, or one kind as if the other had not been given.
enum class Treatment { both, toxin, filler };

}  // namespace app
