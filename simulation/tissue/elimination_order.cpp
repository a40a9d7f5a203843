#include "simulation/tissue/elimination_order.h"

#include <metis.h>

#include <mutex>

#include "simulation/error.h"

namespace simulation {

/// METIS draws from the C library's one generator, which it seeds anew: two at once would order differently
/// from run to run.
std::vector<int> nested_dissection(const std::vector<std::vector<int>>& neighbours) {
  std::vector<idx_t> starts{0};
  std::vector<idx_t> all;
  for (const std::vector<int>& of_one : neighbours) {
    all.insert(all.end(), of_one.begin(), of_one.end());
    starts.push_back(static_cast<idx_t>(all.size()));
  }
  auto count = static_cast<idx_t>(neighbours.size());
  std::vector<idx_t> old_of_new(neighbours.size());
  std::vector<idx_t> new_of_old(neighbours.size());
  static std::mutex one_at_a_time;
  const std::lock_guard lock(one_at_a_time);
  if (METIS_NodeND(&count, starts.data(), all.data(), nullptr, nullptr, old_of_new.data(),
                   new_of_old.data()) != METIS_OK)
    throw InputError("tissue: the lattice could not be ordered");
  return {new_of_old.begin(), new_of_old.end()};
}

std::vector<int> elimination_tree(const std::vector<std::vector<int>>& neighbours,
                                  const std::vector<int>& new_of_old, const std::vector<int>& old_of_new) {
  const int count = static_cast<int>(neighbours.size());
  std::vector<int> parent(neighbours.size(), -1);
  std::vector<int> ancestor(neighbours.size(), -1);
  for (int column = 0; column < count; ++column) {
    for (const int old : neighbours[static_cast<std::size_t>(old_of_new[static_cast<std::size_t>(column)])]) {
      for (int up = new_of_old[static_cast<std::size_t>(old)]; up != -1 && up < column;) {
        const int next = ancestor[static_cast<std::size_t>(up)];
        ancestor[static_cast<std::size_t>(up)] = column;
        if (next == -1) parent[static_cast<std::size_t>(up)] = column;
        up = next;
      }
    }
  }
  return parent;
}

std::vector<int> postorder(const std::vector<int>& parent) {
  const int count = static_cast<int>(parent.size());
  std::vector<std::vector<int>> children(parent.size());
  std::vector<int> stack;
  for (int i = count - 1; i >= 0; --i) {
    const int up = parent[static_cast<std::size_t>(i)];
    if (up < 0) {
      stack.push_back(i);
    } else {
      children[static_cast<std::size_t>(up)].push_back(i);
    }
  }
  std::vector<int> out;
  while (!stack.empty()) {
    auto& below = children[static_cast<std::size_t>(stack.back())];
    if (below.empty()) {
      out.push_back(stack.back());
      stack.pop_back();
    } else {
      stack.push_back(below.back());
      below.pop_back();
    }
  }
  return out;
}

}  // namespace simulation
