#pragma once

#include "app/files/texts.h"

/// The program's English texts, read from the sources.
inline const app::Texts& english() {
  static const app::Texts texts = app::read_texts(FORESHOW_SOURCE "/assets/texts/en.json");
  return texts;
}
