// assay's client library: ask a searchd from C++. The one public header.
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
#include <map>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace assay {

// Why a call failed; the CLI's exit codes follow from it.
enum class ErrorKind {
  kInvalid,     // the request or the query is refused
  kConnect,     // no daemon answers, or the connection broke
  kDeadline,    // the deadline passed
  kNotFound,    // get: no such article
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
};

struct Endpoint {
  bool is_unix = true;
  std::string path{};
  std::string host{};
  std::string port{};
  // "unix:PATH", "tcp:HOST:PORT" or "tcp:[V6]:PORT". Throws Error(kInvalid).
  static Endpoint parse(const std::string& text);
  // Where the daemon listens and clients look unless told otherwise: unix:$XDG_RUNTIME_DIR/assay.sock, or
  // unix:/tmp/assay-UID.sock (the user's number) where that variable is not set.
  static Endpoint standard();
  // The form that parse reads.
  std::string text() const;
};

enum class Sort { kRelevance, kDateAscending, kDateDescending };

struct FacetFilter {
  std::string facet;
  std::vector<std::string> values;  // ids or labels; any of them
};

// Every member has an initialiser, so that {.query = "carers"} draws no warning.
struct SearchRequest {
  std::string query{};  // the query language; empty matches every article
  std::vector<FacetFilter> filters{};
  std::string since{}, until{};  // full or partial dates
  Sort sort = Sort::kRelevance;
  std::uint32_t offset = 0;
  std::uint32_t limit = 10;
  std::vector<std::string> facets{};  // facets to count; {"*"}: all
  bool feedback = false;  // by relevance: lift articles that are like the best; finds the same, takes longer
};

struct FacetValues {
  std::string facet;
  std::vector<std::string> ids;
  std::vector<std::string> labels;
};

// Bytes [first, second) of the snippet's text that matched.
using Mark = std::pair<std::uint32_t, std::uint32_t>;

struct Snippet {
  std::string text;         // plain, not escaped
  std::vector<Mark> marks;  // within the text, between characters, sorted and apart
  bool cut_before = false, cut_after = false;
};

struct Hit {
  std::string id, title, date, url, publisher;  // date YYYY-MM-DD or empty
  std::vector<FacetValues> facets;
  double score = 0;
  Snippet snippet;
  std::string rating_status{};      // current, pilot, regraded, derived, or empty
  std::uint32_t overall_score = 0;  // a percentage; 0: the article tells none
  std::string group{};              // of copies: the id of its first article
  std::uint32_t copies = 1;         // articles of the group
};

struct FacetCount {
  std::string value, label;
  std::uint64_t count = 0;
  bool selected = false;
};

struct FacetCounts {
  std::string facet, label;
  std::vector<FacetCount> values;
};

struct Note {
  std::string text;
  std::uint32_t offset = 0, length = 0;
};

struct SearchReply {
  std::uint64_t total = 0;  // exact
  std::vector<Hit> hits;
  std::vector<FacetCounts> facets;
  std::string canonical_query;
  std::vector<Note> notes;
  std::uint64_t revision = 0;
  std::chrono::microseconds elapsed{0};
};

struct Evidence {
  std::string facet, value, text;
};

struct Article {
  std::string id, title, date, url, publisher, path, text;
  std::vector<FacetValues> facets;
  std::vector<Evidence> evidence;
  std::string language{}, rating_status{};
  std::uint32_t overall_score = 0;
  std::map<std::string, std::uint32_t> statement_scores{};  // theme id -> 1 to 4
  std::map<std::string, std::string> council_ratings{};     // council id -> rating id
  std::vector<std::string> copies{};                        // ids of its group of copies; empty: it has none
};

struct FacetInfo {
  std::string name, label;
  std::uint64_t values = 0;
};

struct Info {
  std::string server, index_id;
  std::uint32_t format_version = 0;
  std::uint64_t revision = 0, articles = 0;
  std::vector<FacetInfo> facets;
  std::chrono::seconds uptime{0};
};

struct ClientOptions {
  // To connect and be greeted. The system's look-up of a host name takes its own time.
  std::chrono::milliseconds connect_timeout{2'000};
  // Sent with every request; 0: the daemon's default. A daemon that stays silent for a second longer
  // is given up with Error(kDeadline).
  std::chrono::milliseconds deadline{0};
};

// One connection, made by the constructor. Not thread-safe: use one client per thread.
// Every call throws Error. A request that fails leaves the client of use; a connection that breaks does not:
// every later call then throws Error(kConnect).
class Client {
 public:
  explicit Client(const Endpoint& endpoint, ClientOptions options = {});
  ~Client();
  Client(Client&&) noexcept;
  Client& operator=(Client&&) noexcept;

  SearchReply search(const SearchRequest& request);
  Article get(const std::string& id);
  Info info();

  // The most hits that one answer of this daemon holds; more are had by asking again with an offset.
  std::uint32_t max_hits() const;

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace assay
