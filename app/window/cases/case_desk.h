#pragma once

#include <filesystem>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "app/files/opened_file.h"
#include "app/files/recent_files.h"
#include "app/files/recovery.h"
#include "app/files/texts.h"
#include "app/session/action.h"
#include "app/session/case_of_session.h"
#include "app/window/cases/background.h"
#include "app/window/cases/desktop_chooser.h"
#include "app/window/cases/folder_list.h"
#include "app/window/view/case_view.h"

namespace app {

struct CaseDeskSetup {
  std::filesystem::path state;      // state_folder(); empty: nothing is kept
  std::filesystem::path documents;  // where choosers begin
  /// What a new case begins with.
  simulation::Plan calf, face;
  std::function<void()> on_news;  // from another thread: follow() has something to take
};

/// The files of the window's cases, one per region: opens and saves them, asks before work is lost, and keeps
/// what is not saved against the end of the program. Knows no window: it is told what is asked and what the
/// time is, and answers with actions for the session and with what the panels show.
class CaseDesk {
 public:
  CaseDesk(CaseDeskSetup setup, const Texts& texts, const Session& session);
  ~CaseDesk();
  CaseDesk(const CaseDesk&) = delete;
  CaseDesk& operator=(const CaseDesk&) = delete;

  /// At the start: the file the session was opened from, by its kind; and whether a former run left a case.
  void begin(const Session& session, const std::filesystem::path& file, FileKind kind);

  /// What the panels, the keys or a drop ask for. Quit means: unless work would be lost without a question.
  std::vector<Action> ask(const action::AskCase& asked, const Session& session);
  std::vector<Action> leave(const Session& session);

  /// Takes what choosers, folders and disks have answered, and keeps unsaved work once in a while. `now_s`:
  /// any clock that runs on.
  std::vector<Action> follow(const Session& session, double now_s);

  /// What the panels show; the same object until the next call.
  const CaseStatus& status(const Session& session);
  /// Whether there is another status than when this was asked last.
  bool changed();

  /// Something else in words for the label bar, such as a picture that was saved or could not be.
  void tell(std::string note, bool failed);

  /// Waits for the disk. For tests and the end.
  void finish() { background_.finish(); }

  /// How long an edit may wait before it is kept.
  static constexpr double kKeepEveryS = 2.0;

 private:
  struct Document {
    std::filesystem::path file;  // empty: not saved yet
    std::string as_read;         // SHA-256 of its bytes as read or written last
    std::optional<FileLock> lock;
    Case saved;  // what is in the file, or what a new case began with
    Case kept;   // in the recovery file
    bool is_kept = false;
  };
  /// What goes on after a question is answered.
  enum class Then { nothing, open, make_new, quit };

  Document& document(simulation::Region region) { return region == simulation::Region::calf ? calf_ : face_; }
  bool is_changed(const Session& session, simulation::Region region);
  void close_dialog();
  void ask_for(CaseDialog dialog, simulation::Region region, std::string about = {});

  std::vector<Action> open(const std::filesystem::path& file, const Session& session);
  std::vector<Action> put_on_desk();
  std::vector<Action> make_new(simulation::Region region, const Session& session);
  std::vector<Action> save(const Session& session, simulation::Region region);
  std::vector<Action> save_to(const std::filesystem::path& file, const Session& session, bool replace);
  std::vector<Action> go_on(const Session& session);
  std::vector<Action> answered(const std::filesystem::path& file, const Session& session);
  std::vector<Action> take_name(const Session& session);
  std::vector<Action> recover();
  void choose(bool saving, simulation::Region region);
  void list(const std::filesystem::path& folder);
  void choose_here(const std::filesystem::path& start);
  void forget_left();
  void set_recent(bool kept);
  void add_recent(const std::filesystem::path& file);
  void keep(const Session& session, simulation::Region region);
  std::filesystem::path start_folder() const;

  CaseDeskSetup setup_;
  const Texts& texts_;
  Recovery recovery_;
  Document calf_, face_;
  CaseStatus status_;
  bool news_ = true;
  bool saving_ = false;  // what a chooser is open for
  Then then_ = Then::nothing;
  std::optional<OpenedFile> waiting_;  // read, for when the desk is free
  std::filesystem::path waiting_file_;
  std::string waiting_hash_;
  std::filesystem::path target_;              // to be written once it is allowed
  std::vector<simulation::Region> given_up_;  // unsaved cases that the user lets go
  std::vector<LeftBehind> left_;
  double kept_at_s_ = -1e9;
  std::unique_ptr<DesktopChooser> chooser_;
  ChooserWish wish_;
  std::mutex mutex_;
  std::optional<FolderList> listed_;  // by the background
  Background background_;             // last: ends first
};

}  // namespace app
