#pragma once

#include "app/files/case_file.h"
#include "app/files/json_field.h"

namespace app {

/// A case that stands somewhere in a file. Throws InputError as read_case() does.
Case read_case_field(const Field& root);

/// The view of a picture that its sidecar tells. Throws InputError.
CaseView read_sidecar_view(const Field& root);

}  // namespace app
