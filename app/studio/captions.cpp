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
std::string plan_caption(std::string_view key, const simulation::Plan& plan, const std::string& caption,
                         const Texts& texts) {
  const std::string letter = texts.at(key);
  return (plan.title.empty() ? letter
                             : texts.fill("caption.titled", {{"plan", letter}, {"title", plan.title}})) +
         "\n" + caption;
}

std::string now_caption(simulation::Responder responder, const std::string& week, const Texts& texts) {
  return texts.fill("caption.now." + std::string(name_of(kResponderNames, responder)), {{"week", week}});
}

std::string over_before(const std::string& caption, const Texts& texts) {
  return texts.fill("caption.over_before", {{"caption", caption}});
}

std::string with_line(const std::string& caption, const std::string& line) {
  if (caption.empty() || line.empty()) return caption + line;
  return caption + "\n" + line;
}

}  // namespace

std::string caption_of(const Pane& pane, const Texts& texts) {
  if (shows_untreated(pane)) return texts.at("caption.before");
  return now_caption(pane.moment.responder, number_text(std::round(pane.moment.week * 10.0) / 10.0), texts);
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

namespace {

/// What captions are made of: of an untreated body, of the main pane, and of the second of two plans, each
/// with all its lines.
struct Parts {
  std::string before, now, second;
  std::string side_effect;  // alone
};

std::vector<std::string> put_together(const Parts& parts, Join join, bool captioned) {
  switch (join) {
    case Join::one:
      break;
    case Join::ghost:
      return {parts.now};
    case Join::side:
    case Join::wipe:
      return {parts.before, parts.now};
    case Join::beside:
      return {parts.now, parts.second};
  }
  if (captioned) return {parts.now};
  return parts.side_effect.empty() ? std::vector<std::string>{} : std::vector{parts.side_effect};
}

/// Of several texts the one whose letters are longest.
std::string longest(const render::Font& font, const std::vector<std::string>& texts) {
  return *std::max_element(texts.begin(), texts.end(), [&](const auto& a, const auto& b) {
    return font.width(a, 100.0) < font.width(b, 100.0);
  });
}

/// Of any week: before, while and after it shows.
std::string longest_side_effect(const render::Font& font, const Pane& pane, const simulation::Plan& plan,
                                std::span<const KnownOutcome> known, const Texts& texts) {
  const auto shown = pane.moment.side_effect;
  if (!shown || !is_seen_in(pane.layer, *shown)) return {};
  std::vector<std::string> lines;
  for (const simulation::Session& session : plan.sessions)
    for (const double later : {0.0, 10.0 / 7.0, 3.0})
      lines.push_back(side_effect_line(*shown, plan, session.week + later, known, texts));
  if (lines.empty()) lines.push_back(side_effect_line(*shown, plan, 0.0, known, texts));
  return longest(font, lines);
}

}  // namespace

std::vector<std::string> captions_of(const Frame& frame, bool captioned, const Texts& texts,
                                     std::span<const KnownOutcome> known) {
  const Pane& main = frame.main();
  Parts parts;
  parts.side_effect = side_effect_line(main, known, texts);
  std::string now = caption_of(main, texts);
  if (frame.join == Join::ghost && !shows_untreated(main)) now = over_before(now, texts);
  if (frame.join == Join::beside)
    parts.now =
        with_line(plan_caption("caption.plan_a", main.outcome->plan(), now, texts), parts.side_effect);
  else
    parts.now = with_line(with_line(now, treatment_line(main, texts)), parts.side_effect);
  if (frame.join == Join::side || frame.join == Join::wipe)
    parts.before = caption_of(frame.panes.front(), texts);
  if (frame.join == Join::beside) {
    const Pane& second = frame.panes.back();
    parts.second =
        with_line(plan_caption("caption.plan_b", second.outcome->plan(), caption_of(second, texts), texts),
                  side_effect_line(second, known, texts));
  }
  return put_together(parts, frame.join, captioned);
}

std::vector<std::string> longest_captions(const render::Font& font, const Pane& pane, Join join,
                                          bool captioned, const simulation::Plan& plan,
                                          const simulation::Plan* second, const Texts& texts,
                                          std::span<const KnownOutcome> known) {
  std::vector<std::string> captions;
  if (join != Join::ghost) captions.push_back(texts.at("caption.before"));
  for (const auto& [responder, name] : kResponderNames) {
    const std::string now = now_caption(responder, "30.5", texts);
    captions.push_back(join == Join::ghost ? over_before(now, texts) : now);
  }
  std::string caption = longest(font, captions);
  if (!plan.fillers.empty() && join != Join::beside)
    caption += "\n" + longest(font, {texts.at("treatment.shown_toxin"), texts.at("treatment.shown_both"),
                                     texts.at("treatment.shown_filler")});
  Parts parts;
  parts.side_effect = longest_side_effect(font, pane, plan, known, texts);
  parts.before = caption;
  parts.now = with_line(join == Join::beside ? plan_caption("caption.plan_a", plan, caption, texts) : caption,
                        parts.side_effect);
  if (join == Join::beside)
    parts.second = with_line(second ? plan_caption("caption.plan_b", *second, caption, texts) : caption,
                             second ? longest_side_effect(font, pane, *second, known, texts) : "");
  return put_together(parts, join, captioned);
}

}  // namespace app
