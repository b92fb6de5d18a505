#include "engine/ordered_queue.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <atomic>
#include <condition_variable>
#include <mutex>
#include <optional>
#include <set>
#include <stdexcept>
#include <thread>
#include <vector>

#include "engine/in_order.hpp"

namespace framescope {
namespace {

struct Number {
  int value = 0;
  std::uint64_t weight = 0;
};
using Queue = OrderedQueue<Number>;

// Fills pieces with 0, 1, 2 … up to `end`, each of `weight`.
auto Counting(int* next, int end, std::uint64_t weight = 1) {
  return [=](Number* number) {
    if (*next == end) return false;
    *number = {(*next)++, weight};
    return true;
  };
}

TEST(OrderedQueue, GivesBackInTheOrderOfFilling) {
  int next = 0;
  Queue queue(4, 100);
  const auto fill = Counting(&next, 3);
  const auto first = queue.Take(fill), second = queue.Take(fill),
             third = queue.Take(fill);
  ASSERT_TRUE(first && second && third);
  EXPECT_FALSE(queue.Take(fill));
  queue.Finish(*third);
  queue.Finish(*first);
  ASSERT_NE(queue.Front(), nullptr);
  EXPECT_EQ(queue.Front()->value, 0);
  queue.Release();
  queue.Finish(*second);
  EXPECT_EQ(queue.Front()->value, 1);
  queue.Release();
  EXPECT_EQ(queue.Front()->value, 2);
  queue.Release();
  EXPECT_EQ(queue.Front(), nullptr);
}

TEST(OrderedQueue, TriesWithoutWaiting) {
  int next = 0;
  Queue queue(2, 100);
  const auto fill = Counting(&next, 3);
  EXPECT_FALSE(queue.HasFront());
  const auto first = queue.TryTake(fill), second = queue.TryTake(fill);
  ASSERT_TRUE(first && second);
  EXPECT_FALSE(queue.TryTake(fill));
  EXPECT_EQ(next, 2);
  queue.Finish(*second);
  EXPECT_FALSE(queue.HasFront());
  queue.Finish(*first);
  EXPECT_TRUE(queue.HasFront());
  queue.Release();
  EXPECT_TRUE(queue.TryTake(fill));
  EXPECT_FALSE(queue.TryTake(fill));
}

TEST(OrderedQueue, TriesNothingWhileWhatIsInsideIsHeavy) {
  int next = 0;
  Queue queue(3, 100);
  const auto fill = Counting(&next, 3, 100);
  const auto first = queue.TryTake(fill);
  ASSERT_TRUE(first);
  EXPECT_FALSE(queue.TryTake(fill));
  queue.Finish(*first);
  queue.Release();
  EXPECT_TRUE(queue.TryTake(fill));
}

// All who wait for room get some, one after the other.
TEST(OrderedQueue, RoomForManyIsTakenByMany) {
  int next = 0;
  Queue queue(4, 100);
  const auto heavy = Counting(&next, 1, 100);
  const auto first = queue.Take(heavy);
  ASSERT_TRUE(first);
  std::atomic<int> taken{0};
  int light = 0;
  const auto fill = Counting(&light, 3);
  std::vector<std::thread> workers;
  for (int i = 0; i < 3; ++i) {
    workers.emplace_back(
        [&] { taken += queue.Take(fill).has_value() ? 1 : 0; });
  }
  queue.Finish(*first);
  queue.Release();
  for (std::thread& worker : workers) worker.join();
  EXPECT_EQ(taken, 3);
}

TEST(OrderedQueue, CancelWakesAllWhoWait) {
  int next = 0;
  Queue queue(1, 100);
  const auto fill = Counting(&next, 9);
  ASSERT_TRUE(queue.Take(fill));
  std::thread worker([&] { EXPECT_FALSE(queue.Take(fill)); });
  std::thread consumer([&] { EXPECT_EQ(queue.Front(), nullptr); });
  queue.Cancel();
  worker.join();
  consumer.join();
  EXPECT_FALSE(queue.Take(fill));
  EXPECT_EQ(next, 1);
}

TEST(OrderedQueue, AThrowingInputIsAtItsEnd) {
  Queue queue(2, 100);
  const auto fill = [](Number*) -> bool { throw std::runtime_error("broken"); };
  EXPECT_THROW(queue.Take(fill), std::runtime_error);
  EXPECT_EQ(queue.Front(), nullptr);
  EXPECT_FALSE(queue.Take(fill));
}

// Counts what is filled and not yet released while many threads run as they
// like: the bound must hold at every moment, not only at the end.
struct Inside {
  std::atomic<int> now{0}, most{0};
  void Enter() {
    const int seen = ++now;
    int before = most;
    while (before < seen && !most.compare_exchange_weak(before, seen)) {
    }
  }
};

void RunCounted(std::uint32_t threads, Caller caller, int pieces,
                std::uint64_t weight, Inside* inside) {
  int next = 0, expected = 0;
  const auto fill = [&](Number* number) {
    if (next == pieces) return false;
    *number = {next++, weight};
    inside->Enter();
    return true;
  };
  const auto make_handler = [] { return [](Number* n) { n->value *= 2; }; };
  const bool finished = RunInOrder<Number>(
      threads, caller, fill, make_handler, [&](Number* number) {
        EXPECT_EQ(number->value, 2 * expected++);
        --inside->now;
        return true;
      });
  EXPECT_TRUE(finished);
  EXPECT_EQ(expected, pieces);
}

TEST(RunInOrder, NoMorePiecesThanPlacesAreUnderWay) {
  for (const std::uint32_t threads : {1u, 2u, 5u}) {
    for (const Caller caller : {Caller::kWorks, Caller::kDelivers}) {
      Inside inside;
      RunCounted(threads, caller, 3000, 1, &inside);
      // One more than there are places: the count falls just before the
      // release.
      EXPECT_LE(inside.most, static_cast<int>(PlacesFor(threads)) + 1);
    }
  }
}

TEST(RunInOrder, TheCallingThreadWorksToo) {
  int next = 0;
  std::mutex mutex;
  std::set<std::thread::id> seen;
  const auto make_handler = [&] {
    return [&](Number*) {
      const std::lock_guard lock(mutex);
      seen.insert(std::this_thread::get_id());
    };
  };
  const std::thread::id caller = std::this_thread::get_id();
  // The others may be faster at times, but not always.
  for (int i = 0; i < 1000 && seen.count(caller) == 0; ++i) {
    next = 0;
    ASSERT_TRUE(RunInOrder<Number>(2, Caller::kWorks, Counting(&next, 100),
                                   make_handler, [](Number*) { return true; }));
  }
  EXPECT_EQ(seen.count(caller), 1u);
}

// An input that waits until what it gave has come out.
TEST(RunInOrder, ACallerThatDeliversIsNotHeldUpByTheInput) {
  std::mutex mutex;
  std::condition_variable came;
  int filled = 0, delivered = 0;
  const auto fill = [&](Number* number) {
    std::unique_lock lock(mutex);
    came.wait(lock, [&] { return delivered == filled; });
    if (filled == 100) return false;
    *number = {filled++, 1};
    return true;
  };
  const auto make_handler = [] { return [](Number*) {}; };
  EXPECT_TRUE(RunInOrder<Number>(3, Caller::kDelivers, fill, make_handler,
                                 [&](Number*) {
                                   const std::lock_guard lock(mutex);
                                   ++delivered;
                                   came.notify_all();
                                   return true;
                                 }));
  EXPECT_EQ(delivered, 100);
}

TEST(RunInOrder, HeavyPiecesAreFewer) {
  for (const Caller caller : {Caller::kWorks, Caller::kDelivers}) {
    Inside inside;
    RunCounted(3, caller, 300, 3 * kWeightPerThread, &inside);
    EXPECT_LE(inside.most, 2);
  }
}

TEST(RunInOrder, ASlowConsumerHoldsUpTheInput) {
  std::atomic<int> filled{0};
  const auto fill = [&](Number* number) {
    *number = {filled++, 1};
    return true;
  };
  const auto make_handler = [] { return [](Number*) {}; };
  int delivered = 0;
  const bool finished =
      RunInOrder<Number>(4, Caller::kWorks, fill, make_handler, [&](Number*) {
        // Whatever the workers do meanwhile, they cannot be further ahead.
        for (int i = 0; i < 100; ++i) std::this_thread::yield();
        EXPECT_LE(filled, delivered + static_cast<int>(PlacesFor(4)) + 1);
        return ++delivered < 200;
      });
  EXPECT_FALSE(finished);
  EXPECT_EQ(delivered, 200);
}

// Runs with one of the functions throwing at the piece `bad`.
enum class Throws { kFill, kHandler, kMakeHandler, kDeliver };
void RunThrowing(std::uint32_t threads, Caller caller, Throws where) {
  constexpr int kBad = 20;
  std::atomic<int> handlers{0};
  int next = 0;
  const auto check = [where](Throws here, int number) {
    if (where == here && number == kBad) throw std::runtime_error("bad");
  };
  const auto fill = [&](Number* number) {
    *number = {next++, 1};
    check(Throws::kFill, number->value);
    return next < 100;
  };
  const auto make_handler = [&] {
    if (++handlers == static_cast<int>(threads)) {
      check(Throws::kMakeHandler, kBad);
    }
    return [&](Number* number) { check(Throws::kHandler, number->value); };
  };
  RunInOrder<Number>(threads, caller, fill, make_handler, [&](Number* number) {
    check(Throws::kDeliver, number->value);
    return true;
  });
}

TEST(RunInOrder, WhatAFunctionThrowsReachesTheCaller) {
  for (const Throws where : {Throws::kFill, Throws::kHandler,
                             Throws::kMakeHandler, Throws::kDeliver}) {
    for (const Caller caller : {Caller::kWorks, Caller::kDelivers}) {
      for (const std::uint32_t threads : {1u, 2u, 4u}) {
        EXPECT_THROW(RunThrowing(threads, caller, where), std::runtime_error)
            << static_cast<int>(where) << ", " << threads << " threads";
      }
    }
  }
}

}  // namespace
}  // namespace framescope
