# assay_options carries the language level, the warnings and the sanitizers to every target of ours.
add_library(assay_options INTERFACE)
target_compile_features(assay_options INTERFACE cxx_std_20)
target_include_directories(assay_options INTERFACE ${PROJECT_SOURCE_DIR})
target_compile_definitions(assay_options INTERFACE ASSAY_VERSION="${PROJECT_VERSION}")
target_compile_options(assay_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wold-style-cast
  # g++ 12 sees overlapping copies in "literal" + std::string where there are none (its bug 105651).
  $<$<CXX_COMPILER_ID:GNU>:-Wno-restrict>)

option(ASSAY_WERROR "Treat warnings as errors" OFF)
if(ASSAY_WERROR)
  target_compile_options(assay_options INTERFACE -Werror)
endif()

set(ASSAY_SANITIZE "" CACHE STRING "Sanitizers to build with, e.g. address,undefined or thread")
if(ASSAY_SANITIZE)
  target_compile_options(assay_options INTERFACE
    -fsanitize=${ASSAY_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
  target_link_options(assay_options INTERFACE -fsanitize=${ASSAY_SANITIZE})
  if(ASSAY_SANITIZE MATCHES thread)
    # Asio's fences make g++ 12 warn that TSan does not model them; the code is not ours to mend.
    target_compile_options(assay_options INTERFACE -Wno-tsan)
  endif()
endif()

option(ASSAY_FUZZ "Make the fuzz targets programs of libFuzzer (takes clang)" OFF)
if(ASSAY_FUZZ)
  target_compile_options(assay_options INTERFACE -fsanitize=fuzzer-no-link)
endif()
