#include "simulation/tissue/block_cholesky.h"

#include <Eigen/Cholesky>
#include <algorithm>
#include <numeric>

#include "simulation/error.h"
#include "simulation/tissue/elimination_order.h"

namespace simulation {
namespace {

constexpr int kNodeBlock = 3;
/// Fronts of fewer columns than this, in blocks, are joined with the one above although that stores zeros.
constexpr int kSmallFront = 8;
/// Larger ones are joined when this share of the columns gained would be zeros at most. Both by timing.
constexpr double kMostZeros = 0.15;
/// Right sides that are solved for together; more gain little.
constexpr Eigen::Index kTogether = 16;

std::size_t at(int i) {
  return static_cast<std::size_t>(i);
}

}  // namespace

BlockCholesky::BlockCholesky(const SparseMatrix& lower) {
  if (lower.cols() % kNodeBlock != 0) throw InputError("tissue: a matrix of whole blocks is needed");
  const Pattern neighbours = neighbours_of(lower);
  order(neighbours);
  make_fronts(columns_below(neighbours));
}

BlockCholesky::Pattern BlockCholesky::neighbours_of(const SparseMatrix& lower) {
  Pattern out(at(static_cast<int>(lower.cols()) / kNodeBlock));
  for (int column = 0; column < lower.cols(); ++column) {
    for (SparseMatrix::InnerIterator entry(lower, column); entry; ++entry) {
      const int a = column / kNodeBlock;
      const int b = static_cast<int>(entry.row()) / kNodeBlock;
      if (a == b || (!out[at(a)].empty() && out[at(a)].back() == b)) continue;
      out[at(a)].push_back(b);
      out[at(b)].push_back(a);
    }
  }
  for (std::vector<int>& of_one : out) {
    std::sort(of_one.begin(), of_one.end());
    of_one.erase(std::unique(of_one.begin(), of_one.end()), of_one.end());
  }
  return out;
}

void BlockCholesky::order(const Pattern& neighbours) {
  const auto place_all = [this] {
    old_of_new_.resize(new_of_old_.size());
    for (std::size_t i = 0; i < new_of_old_.size(); ++i)
      old_of_new_[at(new_of_old_[i])] = static_cast<int>(i);
  };
  new_of_old_ = nested_dissection(neighbours);
  place_all();
  const std::vector<int> order = postorder(elimination_tree(neighbours, new_of_old_, old_of_new_));
  std::vector<int> later(order.size());
  for (std::size_t i = 0; i < order.size(); ++i) later[at(order[i])] = static_cast<int>(i);
  for (int& place : new_of_old_) place = later[at(place)];
  place_all();
}

/// Rows of the factor's columns under the diagonal: those of the matrix and of all columns whose first such
/// row this is.
std::vector<std::vector<int>> BlockCholesky::columns_below(const Pattern& neighbours) {
  const int count = static_cast<int>(neighbours.size());
  std::vector<std::vector<int>> below(neighbours.size());
  std::vector<std::vector<int>> children(neighbours.size());
  std::vector<int> seen(neighbours.size(), -1);
  for (int column = 0; column < count; ++column) {
    std::vector<int>& rows = below[at(column)];
    seen[at(column)] = column;
    const auto add = [&](int row) {
      if (row <= column || seen[at(row)] == column) return;
      seen[at(row)] = column;
      rows.push_back(row);
    };
    for (const int old : neighbours[at(old_of_new_[at(column)])]) add(new_of_old_[at(old)]);
    for (const int child : children[at(column)])
      for (const int row : below[at(child)]) add(row);
    std::sort(rows.begin(), rows.end());
    if (!rows.empty()) children[at(rows.front())].push_back(column);
  }
  return below;
}

void BlockCholesky::make_fronts(std::vector<std::vector<int>> below) {
  for (int column = 0; column < static_cast<int>(below.size()); ++column) {
    std::vector<int>& rows = below[at(column)];
    const bool goes_on = !fronts_.empty() && !fronts_.back().below.empty() &&
                         fronts_.back().below.front() == column &&
                         fronts_.back().below.size() == rows.size() + 1;
    if (!goes_on) fronts_.push_back({column, 0, {}, {}, {}});
    ++fronts_.back().count;
    fronts_.back().below = std::move(rows);
    // Joining with the front before it, where that is below it and few zeros come in.
    while (fronts_.size() > 1) {
      const Front& now = fronts_.back();
      Front& before = fronts_[fronts_.size() - 2];
      const bool child = !before.below.empty() && before.below.front() < now.first + now.count &&
                         before.below.front() >= now.first;
      if (!child) break;
      const auto own = static_cast<double>(before.count + static_cast<int>(before.below.size()));
      const auto joined = static_cast<double>(before.count + now.count + static_cast<int>(now.below.size()));
      if (before.count + now.count > kSmallFront && (joined - own) > kMostZeros * joined) break;
      before.count += now.count;
      before.below = now.below;
      fronts_.pop_back();
    }
  }
  std::vector<int> front_of(below.size());
  for (std::size_t f = 0; f < fronts_.size(); ++f)
    for (int i = 0; i < fronts_[f].count; ++i) front_of[at(fronts_[f].first + i)] = static_cast<int>(f);
  for (std::size_t f = 0; f < fronts_.size(); ++f)
    if (!fronts_[f].below.empty())
      fronts_[at(front_of[at(fronts_[f].below.front())])].children.push_back(static_cast<int>(f));
}

/// Adds what the matrix itself has in the columns of a front. `place` of a block is its row in the front.
void BlockCholesky::add_entries(const SparseMatrix& whole, const Front& front, const std::vector<int>& place,
                                Eigen::MatrixXd& matrix) const {
  for (int i = 0; i < front.count * kNodeBlock; ++i) {
    const int column = front.first * kNodeBlock + i;
    const int old = old_of_new_[at(column / kNodeBlock)] * kNodeBlock + column % kNodeBlock;
    for (SparseMatrix::InnerIterator entry(whole, old); entry; ++entry) {
      const int row_block = new_of_old_[at(static_cast<int>(entry.row()) / kNodeBlock)];
      const int row = row_block * kNodeBlock + static_cast<int>(entry.row()) % kNodeBlock;
      if (row < column) continue;
      matrix(place[at(row_block)] * kNodeBlock + row % kNodeBlock, i) += entry.value();
    }
  }
}

bool BlockCholesky::factor(const SparseMatrix& lower) {
  const SparseMatrix whole = lower.selfadjointView<Eigen::Lower>();
  std::vector<Eigen::MatrixXd> updates(fronts_.size());
  std::vector<int> place(new_of_old_.size(), -1);
  for (std::size_t f = 0; f < fronts_.size(); ++f) {
    Front& front = fronts_[f];
    for (int i = 0; i < front.count; ++i) place[at(front.first + i)] = i;
    for (std::size_t i = 0; i < front.below.size(); ++i)
      place[at(front.below[i])] = front.count + static_cast<int>(i);
    const Eigen::Index own = front.count * kNodeBlock;
    const Eigen::Index rest = static_cast<Eigen::Index>(front.below.size()) * kNodeBlock;
    Eigen::MatrixXd& panel = front.panel;
    panel.setZero(own + rest, own);
    Eigen::MatrixXd& update = updates[f];
    update.setZero(rest, rest);
    add_entries(whole, front, place, panel);
    for (const int child : front.children) {
      Eigen::MatrixXd& from = updates[at(child)];
      const std::vector<int>& rows = fronts_[at(child)].below;
      for (std::size_t j = 0; j < rows.size(); ++j) {
        const int column = place[at(rows[j])];
        for (std::size_t i = j; i < rows.size(); ++i) {
          const int row = place[at(rows[i])];
          const auto block = from.block<kNodeBlock, kNodeBlock>(static_cast<Eigen::Index>(i) * kNodeBlock,
                                                                static_cast<Eigen::Index>(j) * kNodeBlock);
          if (column < front.count) {
            panel.block<kNodeBlock, kNodeBlock>(row * kNodeBlock, column * kNodeBlock) += block;
          } else {
            update.block<kNodeBlock, kNodeBlock>((row - front.count) * kNodeBlock,
                                                 (column - front.count) * kNodeBlock) += block;
          }
        }
      }
      from.resize(0, 0);
    }
    Eigen::Ref<Eigen::MatrixXd> top = panel.topRows(own);
    const Eigen::LLT<Eigen::Ref<Eigen::MatrixXd>> factored(top);
    if (factored.info() != Eigen::Success) return false;
    auto bottom = panel.bottomRows(rest);
    panel.topRows(own).triangularView<Eigen::Lower>().transpose().solveInPlace<Eigen::OnTheRight>(bottom);
    update.selfadjointView<Eigen::Lower>().rankUpdate(bottom, -1.0);
  }
  return true;
}

Eigen::MatrixXd BlockCholesky::solve(const Eigen::MatrixXd& right_sides) const {
  if (right_sides.cols() > 1 && right_sides.cols() != kTogether) {
    // Always as many at once, filled up with zeros: so an answer has the same bytes whatever is asked beside
    // it.
    Eigen::MatrixXd out(right_sides.rows(), right_sides.cols());
    for (Eigen::Index first = 0; first < right_sides.cols(); first += kTogether) {
      const Eigen::Index count = std::min(kTogether, right_sides.cols() - first);
      Eigen::MatrixXd some = Eigen::MatrixXd::Zero(right_sides.rows(), kTogether);
      some.leftCols(count) = right_sides.middleCols(first, count);
      out.middleCols(first, count) = solve(some).leftCols(count);
    }
    return out;
  }
  // A row per unknown holds all right sides of it, since fronts take and give whole rows.
  Eigen::MatrixXd x(right_sides.rows(), right_sides.cols());
  for (std::size_t block = 0; block < old_of_new_.size(); ++block)
    x.middleRows<kNodeBlock>(static_cast<Eigen::Index>(block) * kNodeBlock) =
        right_sides.middleRows<kNodeBlock>(old_of_new_[block] * kNodeBlock);
  Eigen::MatrixXd below;
  for (const Front& front : fronts_) {
    const Eigen::Index own = front.count * kNodeBlock;
    const Eigen::Index rest = front.panel.rows() - own;
    auto here = x.middleRows(front.first * kNodeBlock, own);
    front.panel.topRows(own).triangularView<Eigen::Lower>().solveInPlace(here);
    if (rest == 0) continue;
    below.noalias() = front.panel.bottomRows(rest) * here;
    for (std::size_t i = 0; i < front.below.size(); ++i)
      x.middleRows<kNodeBlock>(front.below[i] * kNodeBlock) -=
          below.middleRows<kNodeBlock>(static_cast<Eigen::Index>(i) * kNodeBlock);
  }
  for (auto front = fronts_.rbegin(); front != fronts_.rend(); ++front) {
    const Eigen::Index own = front->count * kNodeBlock;
    const Eigen::Index rest = front->panel.rows() - own;
    auto here = x.middleRows(front->first * kNodeBlock, own);
    if (rest > 0) {
      below.resize(rest, x.cols());
      for (std::size_t i = 0; i < front->below.size(); ++i)
        below.middleRows<kNodeBlock>(static_cast<Eigen::Index>(i) * kNodeBlock) =
            x.middleRows<kNodeBlock>(front->below[i] * kNodeBlock);
      here.noalias() -= front->panel.bottomRows(rest).transpose() * below;
    }
    front->panel.topRows(own).triangularView<Eigen::Lower>().transpose().solveInPlace(here);
  }
  Eigen::MatrixXd out(x.rows(), x.cols());
  for (std::size_t block = 0; block < old_of_new_.size(); ++block)
    out.middleRows<kNodeBlock>(old_of_new_[block] * kNodeBlock) =
        x.middleRows<kNodeBlock>(static_cast<Eigen::Index>(block) * kNodeBlock);
  return out;
}

}  // namespace simulation
