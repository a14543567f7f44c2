#include "tests/read/reading.h"

#include <fmt/format.h>
#include <zlib.h>

#include <algorithm>
#include <stdexcept>

#include "indexer/read/encoding.h"
#include "tests/temp_folder.h"

namespace assay::tests {

const read::Article& Reading::only() const {
  if (articles.size() == 1 && problems.empty()) return articles.front();
  throw std::runtime_error(fmt::format("{} articles, {} problems: {}", articles.size(), problems.size(),
                                       problems.empty() ? "" : problems.front().reason));
}

std::string Reading::reason() const {
  if (problems.size() > 1) throw std::runtime_error(fmt::format("{} problems", problems.size()));
  return problems.empty() ? "" : problems.front().reason;
}

Reading read_path(const std::filesystem::path& path, const std::string& id) {
  Reading reading;
  read::read_file({path, id}, reading);
  return reading;
}

Reading read_bytes(const std::string& name, std::string_view content) {
  const TempFolder folder;
  return read_path(folder.write(name, content));
}

bool all_utf8(const Reading& reading) {
  const auto good = [](const std::string& text) { return read::is_utf8(text); };
  for (const read::Article& article : reading.articles) {
    if (!std::ranges::all_of(std::vector{article.id, article.path, article.url, article.title, article.date,
                                         article.publisher, article.language, article.text},
                             good))
      return false;
    for (const auto& [name, values] : article.facets)
      if (!good(name) || !std::ranges::all_of(values, good)) return false;
  }
  return std::ranges::all_of(reading.problems,
                             [&](const read::Problem& p) { return good(p.path) && good(p.reason); });
}

std::string gzip(std::string_view content) {
  z_stream stream{};
  deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + 16, 8, Z_DEFAULT_STRATEGY);
  std::string packed(deflateBound(&stream, content.size()), '\0');
  std::string input(content);
  stream.next_in = reinterpret_cast<Bytef*>(input.data());
  stream.avail_in = static_cast<uInt>(input.size());
  stream.next_out = reinterpret_cast<Bytef*>(packed.data());
  stream.avail_out = static_cast<uInt>(packed.size());
  deflate(&stream, Z_FINISH);
  packed.resize(stream.total_out);
  deflateEnd(&stream);
  return packed;
}

std::string utf16(std::string_view ascii) {
  std::string result = "\xFF\xFE";
  for (const char c : ascii) result += {c, '\0'};
  return result;
}

std::string pdf(const std::vector<std::vector<std::string>>& pages, std::string_view title) {
  std::vector<std::string> objects = {"<< /Type /Catalog /Pages 2 0 R >>", "",
                                      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
                                      fmt::format("<< /Title ({}) >>", title)};
  std::string kids;
  for (const std::vector<std::string>& lines : pages) {
    std::string content = "BT /F1 11 Tf 14 TL 50 780 Td\n";
    for (const std::string& line : lines) content += fmt::format("({}) Tj T*\n", line);
    content += "ET\n";
    const std::size_t page = objects.size() + 1;
    kids += fmt::format("{} 0 R ", page);
    objects.push_back(
        fmt::format("<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents {} 0 R "
                    "/Resources << /Font << /F1 3 0 R >> >> >>",
                    page + 1));
    objects.push_back(fmt::format("<< /Length {} >>\nstream\n{}endstream", content.size(), content));
  }
  objects[1] = fmt::format("<< /Type /Pages /Kids [{}] /Count {} >>", kids, pages.size());
  std::string file = "%PDF-1.4\n", index;
  for (std::size_t i = 0; i < objects.size(); ++i) {
    index += fmt::format("{:010} 00000 n \n", file.size());
    file += fmt::format("{} 0 obj\n{}\nendobj\n", i + 1, objects[i]);
  }
  const std::size_t start = file.size();
  file +=
      fmt::format("xref\n0 {0}\n0000000000 65535 f \n{1}trailer << /Size {0} /Root 1 0 R /Info 4 0 R >>\n",
                  objects.size() + 1, index);
  return file + fmt::format("startxref\n{}\n%%EOF\n", start);
}

}  // namespace assay::tests
