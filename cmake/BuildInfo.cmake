# cmake -DSOURCE=folder -DOUT=file.h -DCOMPILER=... -DBUILD_TYPE=... -DXAPIAN=... -DPROTOBUF=... -P BuildInfo.cmake:
# writes what a program tells of its build, if that is not what the file holds already. Outside of a repository the
# commit is unknown, and the day is that of SOURCE_DATE_EPOCH or of the change log.
function(git result)
  execute_process(COMMAND git -C ${SOURCE} ${ARGN} OUTPUT_VARIABLE output ERROR_QUIET RESULT_VARIABLE failed
                  OUTPUT_STRIP_TRAILING_WHITESPACE)
  if(failed)
    set(output "")
  endif()
  set(${result} "${output}" PARENT_SCOPE)
endfunction()

set(commit "")
set(date "")
# Whoever unpacked the sources into somebody else's repository is not told its commit.
git(top rev-parse --show-toplevel)
file(REAL_PATH ${SOURCE} source)
if(top STREQUAL source)
  git(commit describe --always --tags --dirty)
  git(date log -1 --format=%cs)
endif()
if(commit STREQUAL "")
  set(commit unknown)
endif()
if(date STREQUAL "" AND DEFINED ENV{SOURCE_DATE_EPOCH})
  string(TIMESTAMP date %Y-%m-%d UTC)
elseif(date STREQUAL "")
  file(TIMESTAMP ${SOURCE}/CHANGELOG.md date %Y-%m-%d UTC)
endif()

set(text "#pragma once\n\nnamespace assay::usage {\n\n")
foreach(pair "Commit=${commit}" "Date=${date}" "Compiler=${COMPILER}" "BuildType=${BUILD_TYPE}" "Xapian=${XAPIAN}"
        "Protobuf=${PROTOBUF}")
  string(REGEX MATCH "^([A-Za-z]+)=(.*)$" pair "${pair}")
  string(APPEND text "inline constexpr const char* k${CMAKE_MATCH_1} = \"${CMAKE_MATCH_2}\";\n")
endforeach()
string(APPEND text "\n}  // namespace assay::usage\n")
file(CONFIGURE OUTPUT ${OUT} CONTENT "${text}" @ONLY)
