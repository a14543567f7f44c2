// What takes long, on another thread or on this one. Includes Asio: for net/ alone.
#pragma once

#include <boost/asio/associated_executor.hpp>
#include <boost/asio/async_result.hpp>
#include <boost/asio/awaitable.hpp>
#include <boost/asio/executor_work_guard.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/thread_pool.hpp>
#include <boost/asio/use_awaitable.hpp>
#include <optional>
#include <type_traits>
#include <utility>

#include "searchd/net/io_threads.h"

namespace assay::net {

// Runs `work`, which must not throw, on a thread of `pool`; the coroutine that awaits it goes on with the
// result on its own executor, which is kept from running out of work meanwhile. Not a coroutine itself,
// because `co_await post(pool, use_awaitable)` would resume on the io thread and do the work there.
template <typename Work>
boost::asio::awaitable<std::invoke_result_t<Work&>> run_on(boost::asio::thread_pool& pool, Work work) {
  using Result = std::invoke_result_t<Work&>;
  auto initiate = [&pool](auto handler, Work job) {
    auto guard = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
    auto on_pool = [job = std::move(job), handler = std::move(handler), guard = std::move(guard)]() mutable {
      auto back = [handler = std::move(handler), result = job()]() mutable { handler(std::move(result)); };
      boost::asio::post(guard.get_executor(), std::move(back));
    };
    boost::asio::post(pool, std::move(on_pool));
  };
  return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Result)>(
      std::move(initiate), boost::asio::use_awaitable, std::move(work));
}

// The same on the thread that runs the io_context, as IoThreads::do_here.
template <typename Work>
boost::asio::awaitable<std::invoke_result_t<Work&>> run_here(IoThreads& threads, Work work) {
  using Result = std::invoke_result_t<Work&>;
  auto initiate = [&threads](auto handler, Work job) {
    auto guard = boost::asio::make_work_guard(boost::asio::get_associated_executor(handler));
    std::optional<Result> result;
    threads.do_here([&] { result.emplace(job()); });
    auto back = [handler = std::move(handler), result = *std::move(result)]() mutable {
      handler(std::move(result));
    };
    boost::asio::post(guard.get_executor(), std::move(back));
  };
  return boost::asio::async_initiate<const boost::asio::use_awaitable_t<>, void(Result)>(
      std::move(initiate), boost::asio::use_awaitable, std::move(work));
}

}  // namespace assay::net
