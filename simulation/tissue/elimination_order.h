#pragma once

#include <vector>

namespace simulation {

/// In which order the columns of a symmetric pattern are eliminated. `neighbours`: per column the others that
/// it shares an entry with.

/// Nested dissection by METIS: the new place of each column. Throws InputError when METIS refuses.
std::vector<int> nested_dissection(const std::vector<std::vector<int>>& neighbours);
/// Parent of each column in the elimination tree of a symmetric pattern; -1 of a root [davis2006].
std::vector<int> elimination_tree(const std::vector<std::vector<int>>& neighbours,
                                  const std::vector<int>& new_of_old, const std::vector<int>& old_of_new);
/// Columns with all below one before it.
std::vector<int> postorder(const std::vector<int>& parent);

}  // namespace simulation
