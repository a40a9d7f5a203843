#include "app/studio/captions.h"

#include <algorithm>
#include <cmath>

#include "app/base/number_text.h"
#include "app/studio/side_effect.h"

namespace app {
namespace {

bool shows_untreated(const Pane& pane) {
  if (pane.stage == Stage::before) return true;
  return !pane.moment.side_effect && pane.outcome->untreated(pane.moment);
}

/// Letter and title of a plan over its caption.
std::string plan_caption(std::string_view key, const Pane& pane, const Texts& texts) {
  const std::string& title = pane.outcome->plan().title;
  const std::string letter = texts.at(key);
  return (title.empty() ? letter : texts.fill("caption.titled", {{"plan", letter}, {"title", title}})) +
         "\n" + caption_of(pane, texts);
}

std::string with_line(const std::string& caption, const std::string& line) {
  if (caption.empty() || line.empty()) return caption + line;
  return caption + "\n" + line;
}

}  // namespace

std::string caption_of(const Pane& pane, const Texts& texts) {
  if (shows_untreated(pane)) return texts.at("caption.before");
  const std::string key = "caption.now." + std::string(name_of(kResponderNames, pane.moment.responder));
  return texts.fill(key, {{"week", number_text(std::round(pane.moment.week * 10.0) / 10.0)}});
}

std::string treatment_line(const Pane& pane, const Texts& texts) {
  const Outcome& outcome = *pane.outcome;
  if (outcome.plan().fillers.empty() || shows_untreated(pane)) return {};
  const auto& sessions = outcome.plan().sessions;
  const bool toxin = pane.moment.treatment != Treatment::filler &&
                     std::any_of(sessions.begin(), sessions.end(),
                                 [&](const simulation::Session& s) { return s.week < pane.moment.week; });
  if (outcome.state(pane.moment).filler.none()) return texts.at("treatment.shown_toxin");
  return texts.at(toxin ? "treatment.shown_both" : "treatment.shown_filler");
}

std::vector<std::string> captions_of(const Frame& frame, bool captioned, const Texts& texts,
                                     std::span<const KnownOutcome> known) {
  const Pane& main = frame.main();
  const std::string side_effect = side_effect_line(main, known, texts);
  const auto told = [&](const std::string& caption) {
    return with_line(with_line(caption, treatment_line(main, texts)), side_effect);
  };
  const std::string now = told(caption_of(main, texts));
  switch (frame.join) {
    case Join::one:
      break;
    case Join::ghost:
      if (shows_untreated(main)) return {now};
      return {told(texts.fill("caption.over_before", {{"caption", caption_of(main, texts)}}))};
    case Join::side:
    case Join::wipe:
      return {caption_of(frame.panes.front(), texts), now};
    case Join::beside:
      return {with_line(plan_caption("caption.plan_a", frame.panes.front(), texts), side_effect),
              with_line(plan_caption("caption.plan_b", frame.panes.back(), texts),
                        side_effect_line(frame.panes.back(), known, texts))};
  }
  if (captioned) return {now};
  return side_effect.empty() ? std::vector<std::string>{} : std::vector{side_effect};
}

}  // namespace app
