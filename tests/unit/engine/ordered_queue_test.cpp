#include "engine/ordered_queue.hpp"

#include <gtest/gtest.h>

#include <thread>
#include <vector>

namespace framescope {
namespace {

TEST(OrderedQueue, HandsWorkBackInTheOrderItCame) {
  constexpr int kPieces = 500;
  OrderedQueue<int> queue(7);
  std::vector<std::thread> threads;
  threads.emplace_back([&] {
    for (int i = 0; i < kPieces; ++i) queue.Push(std::make_unique<int>(i));
    queue.Close();
  });
  for (int t = 0; t < 3; ++t) {
    threads.emplace_back([&] {
      while (int* piece = queue.Take()) {
        *piece *= 2;
        queue.Finish(piece);
      }
    });
  }
  int expected = 0;
  while (const std::unique_ptr<int> piece = queue.Pop()) {
    EXPECT_EQ(*piece, expected);
    expected += 2;
  }
  EXPECT_EQ(expected, 2 * kPieces);
  for (std::thread& thread : threads) thread.join();
}

TEST(OrderedQueue, CancelFreesEverybody) {
  OrderedQueue<int> queue(1);
  std::thread producer([&] {
    while (queue.Push(std::make_unique<int>(1))) {
    }
  });
  std::thread worker([&] {
    while (int* piece = queue.Take()) queue.Finish(piece);
  });
  queue.Pop();
  queue.Cancel();
  producer.join();
  worker.join();
  EXPECT_EQ(queue.Pop(), nullptr);
}

}  // namespace
}  // namespace framescope
