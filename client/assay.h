// assay's client library: ask a searchd from C++. The one header to include.
//
//   assay::Client client(assay::Endpoint::parse("unix:/run/assay/searchd.sock"));
//   assay::SearchRequest request;
//   request.query = "\"direct payments\"";
//   for (const assay::Hit& hit : client.search(request).hits) std::cout << hit.title << '\n';
//
// Strings are UTF-8. Errors are thrown as assay::Error.
#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <variant>
#include <vector>

#include "client/model.h"

namespace assay {

// Why a call failed; the CLI's exit codes follow from it.
enum class ErrorKind {
  kInvalid,     // the request or the query is refused
  kConnect,     // no daemon answers, its certificate is no good, or the connection broke
  kDenied,      // the daemon wants a token, or this one does not allow it
  kDeadline,    // the deadline passed
  kNotFound,    // no such article, or no such alert
  kOverloaded,  // the daemon is busy; try again after retry_after
  kServer,      // anything else that the daemon reports
};

class Error : public std::runtime_error {
 public:
  Error(ErrorKind why, const std::string& message) : std::runtime_error(message), kind(why) {}
  ErrorKind kind;
  // kInvalid: bytes of the query that are refused; length 0 when it is not about the query's text.
  std::uint32_t offset = 0, length = 0;
  std::chrono::milliseconds retry_after{0};
  // The same call may succeed a little later. What a Client throws it has tried again for as long as it may.
  bool retryable = false;
};

struct Endpoint {
  bool is_unix = true;
  std::string path{};
  std::string host{};
  std::string port{};
  bool is_tls = false;
  // "unix:PATH", "tcp:HOST:PORT" or "tls:HOST:PORT"; HOST may be "[V6]". Throws Error(kInvalid).
  static Endpoint parse(const std::string& text);
  // Where the daemon listens and clients look unless told otherwise: unix:$XDG_RUNTIME_DIR/assay.sock, or
  // unix:/tmp/assay-UID.sock (the user's number) where that variable is not set.
  static Endpoint standard();
  // The form that parse reads.
  std::string text() const;
};

struct ClientOptions {
  // To connect and be greeted. The system's look-up of a host name takes its own time.
  std::chrono::milliseconds connect_timeout{2'000};
  // Sent with every request; 0: the daemon's default. A daemon that stays silent for a second longer
  // is given up with Error(kDeadline).
  std::chrono::milliseconds deadline{0};
  // How long a call goes on trying, from its first failure: to connect, after a connection broke, and while
  // the daemon is busy or has no index. It waits longer each time, by chance, but never less than the daemon
  // asks for. 0: never again.
  std::chrono::milliseconds retry_for{2'000};
  // tls: the certificates (PEM) by which the daemon's is checked; empty: those of the system.
  std::string ca_file{};
  // Where the daemon asks for one. Who can read the connection can read it.
  std::string token{};
};

// Ends a watch from outside.
class Interrupt {
 public:
  Interrupt();  // throws std::system_error
  ~Interrupt();
  Interrupt(const Interrupt&) = delete;
  Interrupt& operator=(const Interrupt&) = delete;

  // On any thread, and in a signal handler.
  void raise() const noexcept;
  int fd() const { return fd_; }  // readable once it was raised

 private:
  int fd_;
};

// What became of one of several searches.
using SearchOutcome = std::variant<SearchReply, Error>;

// One connection, made by the constructor and made anew by the call that finds it broken. Not thread-safe:
// use one client per thread. Every call throws Error and leaves the client of use. Calls are repeated as
// ClientOptions::retry_for allows; add_alert and remove_alert only where they were certainly not carried out.
// A cursor may be gone after the daemon was started anew: Error(kInvalid).
class Client {
 public:
  explicit Client(const Endpoint& endpoint, ClientOptions options = {});
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  SearchReply search(const SearchRequest& request);
  // All of them, as many at a time as the daemon takes of a connection; the outcomes are in the order of the
  // requests. One that fails does not keep the others. Throws nothing but what the system throws.
  std::vector<SearchOutcome> search_all(const std::vector<SearchRequest>& requests);
  // All hits, in parts of at most request.limit (0: the most an answer may hold), of one list as with a
  // cursor. What goes beyond hits is in the first part. `part` returns false to have no more. It may call
  // this client. A connection that breaks is made anew and the list continued where the daemon still has it.
  void stream(const SearchRequest& request, const std::function<bool(SearchReply&& reply)>& part);
  Article get(const std::string& id);
  Info info();
  SimilarReply similar(const SimilarRequest& request);
  PivotReply pivot(const PivotRequest& request);
  History history(const std::string& council);                             // its id, label or another name
  Comparison compare(const std::vector<std::string>& councils);            // 2 to 10
  SuggestReply suggest(const std::string& text, std::uint32_t limit = 0);  // of each kind; 0: the daemon's
  Explanation explain(const SearchRequest& request);

  // Waits for news, for ever: until `news` returns false or `interrupt`, if any, is raised. News may be
  // without articles. `news` may call this client. A connection that breaks is made anew, and the watch
  // continued.
  void watch(const WatchRequest& request, const std::function<bool(News&& news)>& news,
             const Interrupt* interrupt = nullptr);

  // Names of alerts: 1 to 64 letters, digits, '-', '_' or '.'.
  Alert add_alert(const std::string& name, const SearchRequest& search);
  Alert remove_alert(const std::string& name);
  std::vector<Alert> alerts();
  // At most `limit` of the articles that wait (0: 100). They wait until a call acknowledges their numbers, so
  // what was taken by somebody who then failed is had again.
  AlertReply run_alert(const std::string& name, std::uint32_t limit = 0, std::uint64_t acknowledge = 0);

  // The most hits that one answer of this daemon holds.
  std::uint32_t max_hits() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay
