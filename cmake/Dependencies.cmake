# Every package from outside is found here and nowhere else; all of them are Debian 12's.
find_package(Threads REQUIRED)
# Its shared library has thousands of symbols to be bound at each start, which a client that lives for 5 ms feels.
set(Protobuf_USE_STATIC_LIBS ON)
find_package(Protobuf 3.21 REQUIRED)
find_package(OpenSSL 3 REQUIRED)
find_package(SQLite3 REQUIRED)
find_package(Boost 1.81 REQUIRED COMPONENTS json)
find_package(ICU REQUIRED COMPONENTS uc i18n data)
find_package(LibXml2 REQUIRED)
find_package(yaml-cpp REQUIRED)
find_package(fmt REQUIRED)
find_package(spdlog REQUIRED)
find_package(xapian REQUIRED)
find_package(roaring REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(XXHASH REQUIRED IMPORTED_TARGET libxxhash)
pkg_check_modules(ZSTD REQUIRED IMPORTED_TARGET libzstd)
pkg_check_modules(CMARK REQUIRED IMPORTED_TARGET libcmark)

# Xapian's own configuration sets variables only; this gives it a target.
add_library(Xapian::Xapian INTERFACE IMPORTED)
target_include_directories(Xapian::Xapian INTERFACE ${XAPIAN_INCLUDE_DIR})
target_link_libraries(Xapian::Xapian INTERFACE ${XAPIAN_LIBRARIES})
# For all translation units or for none: it changes the layout of Xapian's classes.
target_compile_definitions(Xapian::Xapian INTERFACE XAPIAN_MOVE_SEMANTICS)

# The allocator of programs that make and free many small things on several threads. Sanitizers bring their own.
pkg_check_modules(JEMALLOC REQUIRED IMPORTED_TARGET jemalloc)
add_library(assay_allocator INTERFACE)
if(NOT ASSAY_SANITIZE AND NOT ASSAY_FUZZ)
  target_link_libraries(assay_allocator INTERFACE PkgConfig::JEMALLOC)
endif()

find_path(CLI11_INCLUDE_DIR CLI/CLI.hpp REQUIRED)
add_library(CLI11::CLI11 INTERFACE IMPORTED)
target_include_directories(CLI11::CLI11 INTERFACE ${CLI11_INCLUDE_DIR})

# Makes a library of ours: assay_library(NAME sources...). Links come after, by target_link_libraries. Whoever uses
# it outside this project has options of its own.
function(assay_library name)
  add_library(${name} STATIC ${ARGN})
  target_link_libraries(${name} PUBLIC $<BUILD_INTERFACE:assay_options>)
endfunction()

# Generates C++ from the current folder's .proto files into the library `name`; the headers are included as
# `folder`/FILE.pb.h (folder "." for none).
function(assay_proto_library name folder)
  add_library(${name} STATIC ${ARGN})
  set(generated ${PROJECT_BINARY_DIR}/generated)
  file(MAKE_DIRECTORY ${generated}/${folder})
  protobuf_generate(TARGET ${name} LANGUAGE cpp IMPORT_DIRS ${CMAKE_CURRENT_SOURCE_DIR}
                    PROTOC_OUT_DIR ${generated}/${folder})
  # SYSTEM: the generated code does not answer to our warnings.
  target_include_directories(${name} SYSTEM PUBLIC $<BUILD_INTERFACE:${generated}>)
  target_link_libraries(${name} PUBLIC protobuf::libprotobuf PRIVATE $<BUILD_INTERFACE:assay_options>)
  target_compile_options(${name} PRIVATE -w)
endfunction()

# What the readers of PDF and of packed files need.
find_package(ZLIB REQUIRED)
pkg_check_modules(POPPLER_CPP REQUIRED IMPORTED_TARGET poppler-cpp)

# Debian's own interpreter, for which the package python3-protobuf is; another one may come first in the PATH.
find_program(ASSAY_PYTHON python3 PATHS /usr/bin NO_DEFAULT_PATH REQUIRED)
# What running searchd as a service needs.
pkg_check_modules(PROMETHEUS REQUIRED IMPORTED_TARGET prometheus-cpp-core)
# The interactive shell of the client.
pkg_check_modules(READLINE REQUIRED IMPORTED_TARGET readline)
pkg_check_modules(TOMLPLUSPLUS REQUIRED IMPORTED_TARGET tomlplusplus)
pkg_check_modules(SYSTEMD REQUIRED IMPORTED_TARGET libsystemd)

# bench/steps.
find_package(benchmark REQUIRED)
