#include "app/window/results.h"

#include <algorithm>

#include "app/check/plan_check.h"
#include "app/files/plan_file.h"
#include "app/session/frame_of_session.h"
#include "app/studio/presenter.h"

namespace app {
namespace {

/// The plan files whose first session is offered when a product is chosen.
constexpr const char* kProtocolPlans[] = {"plans/calf-standard.json", "plans/calf-dysport.json",
                                          "plans/face-glabella.json", "plans/face-dysport.json"};

std::vector<Protocol> read_protocols(const Paths& paths) {
  std::vector<Protocol> protocols;
  for (const char* name : kProtocolPlans) {
    const simulation::Plan plan = read_plan(paths.shared_file(name));
    if (plan.sessions.empty()) continue;
    protocols.push_back({plan.region, plan.sessions.front().product, plan.sessions.front().injections});
  }
  return protocols;
}

}  // namespace

Results::Results(const Paths& paths, const Texts& texts, std::function<void()> on_news)
    : texts_(texts),
      limits_(read_limits(paths.shared_file("clinical/limits.json"))),
      worker_(paths, std::move(on_news)) {
  view_.claims = read_claims(paths.shared_file("clinical/claims.json"));
  view_.known_outcomes = read_outcomes(paths.shared_file("clinical/outcomes.json"));
  view_.held_out = read_held_out(paths.shared_file("clinical/held_out.csv"));
  view_.protocols = read_protocols(paths);
}

void Results::ask_if_new(const PlanWish& wish) {
  Entry& entry = entries_[{wish.plan.region, wish.slot}];
  if (entry.waiting ? entry.asked == wish : entry.result.wish == wish && entry.result.complete) return;
  entry.asked = wish;
  entry.waiting = true;
  worker_.ask(wish);
}

void Results::ask_for(const RegionView& view) {
  const double last = simulation::last_shown_week(view.plan);
  const double both = view.beside ? std::max(last, simulation::last_shown_week(*view.beside)) : last;
  ask_if_new({view.plan, PlanSlot::shown, both});
  if (view.beside)
    ask_if_new({*view.beside, PlanSlot::beside, both});
  else
    entries_.erase({view.plan.region, PlanSlot::beside});
}

void Results::take(PlanResult result) {
  const auto found = entries_.find({result.wish.plan.region, result.wish.slot});
  if (found == entries_.end()) return;  // the second plan was taken away meanwhile
  Entry& entry = found->second;
  if (result.wish == entry.asked && result.complete) entry.waiting = false;
  // Until the new curves are there the old ones stay, as `busy` says.
  if (!result.complete) result.curves = std::move(entry.result.curves);
  if (!result.outcome) {
    result.outcome = entry.result.outcome;
    result.curves = std::move(entry.result.curves);
  }
  entry.result = std::move(result);
  changed_ = true;
}

std::vector<action::SetFraming> Results::follow(const Session& session) {
  // The region on screen first; the other is made ready behind it.
  ask_for(session.view());
  const bool calf = session.region == simulation::Region::calf;
  ask_for(calf ? session.face : session.calf);
  std::vector<action::SetFraming> framings;
  while (auto result = worker_.take()) {
    const simulation::Region region = result->wish.plan.region;
    const auto old = outcome(region);
    if (result->wish.slot == PlanSlot::shown && result->outcome &&
        (!old || result->outcome->shared_body() != old->shared_body()))
      framings.push_back({region, framing_of(result->outcome->body()),
                          framing_of(result->outcome->body(), simulation::CalfPose::tiptoe)});
    take(std::move(*result));
  }
  return framings;
}

std::shared_ptr<const Outcome> Results::outcome(simulation::Region region, PlanSlot slot) const {
  const auto found = entries_.find({region, slot});
  return found == entries_.end() ? nullptr : found->second.result.outcome;
}

bool Results::changed() {
  const bool moved = changed_ || worker_.progress() != progress_seen_;
  changed_ = false;
  progress_seen_ = worker_.progress();
  return moved;
}

void Results::view_beside(const Session& session) {
  view_.beside.reset();
  if (!session.view().beside) return;
  const Entry& entry = entries_[{session.region, PlanSlot::beside}];
  view_.beside = BesideView{entry.result.outcome != nullptr, entry.result.curves};
  view_.busy = view_.busy || entry.waiting;
  if (view_.problem.empty()) view_.problem = entry.result.problem;
}

const ViewData& Results::view(const Session& session) {
  const Entry& entry = entries_[{session.region, PlanSlot::shown}];
  view_.curves = entry.result.curves;
  view_.busy = entry.waiting;
  view_.problem = entry.result.problem;
  view_beside(session);
  view_.progress = view_.busy ? worker_.progress() : 1.0;
  view_.findings = check_plan(session.plan(), limits_, texts_);
  view_.model_ready = entry.result.outcome != nullptr;
  view_.first_shape = view_.busy && view_.model_ready && !entry.result.outcome->body().solved();
  view_.measures.reset();
  view_.filler_left_ml.clear();
  view_.tape.reset();
  view_.points.reset();
  structures_.follow(entry.result.outcome, outcome(session.region, PlanSlot::beside), moment_of(session),
                     session);
  view_.structure = structures_.view();
  if (view_.structure) tell_as_predicted(*view_.structure, session, view_);
  view_.pick_structure = structures_.picker();
  view_.step_structure = structures_.stepper();
  if (!entry.result.outcome) return view_;
  // Tape and needle points are those of one plan: with two on stage they are left out.
  if (session.compare == Join::beside) return view_;
  if (session.region == simulation::Region::calf && session.mode == Mode::consultant) {
    calf_.follow(entry.result.outcome, without_side_effect(moment_of(session)), session.tape);
    view_.measures = calf_.measures();
    view_.tape = calf_.tape();
  }
  const Outcome& shown = *entry.result.outcome;
  for (std::size_t i = 0; i < shown.plan().fillers.size(); ++i)
    view_.filler_left_ml.push_back(shown.filler_left_ml(i, moment_of(session)));
  view_.points = points_.follow(entry.result.outcome, moment_of(session), session);
  return view_;
}

}  // namespace app
