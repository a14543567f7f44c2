// ask ADDRESS QUERY: prints the titles of what a daemon finds. Without a query, only reads the address.
#include <iostream>

#include "client/assay.h"

int main(int argc, char** argv) try {
  const assay::Endpoint endpoint = assay::Endpoint::parse(argc > 1 ? argv[1] : "unix:assay.sock");
  std::cout << endpoint.text() << '\n';
  if (argc < 3) return 0;
  assay::Client client(endpoint);
  for (const assay::Hit& hit : client.search({.query = argv[2]}).hits) std::cout << hit.title << '\n';
  return 0;
} catch (const assay::Error& error) {
  std::cerr << error.what() << '\n';
  return 1;
}
