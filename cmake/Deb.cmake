# Debian packages, one a component: script/package makes them. What dpkg runs and says of them is in packaging/.
include(GNUInstallDirs)

set(CPACK_GENERATOR DEB)
set(CPACK_COMPONENTS_ALL client searchd indexer client_dev)
set(CPACK_DEB_COMPONENT_INSTALL ON)
set(CPACK_COMPONENTS_GROUPING IGNORE)
set(CPACK_SET_DESTDIR ON)  # for what goes to /etc
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_VENDOR "the assay authors")
set(CPACK_PACKAGE_DIRECTORY ${PROJECT_BINARY_DIR}/packages)
set(CPACK_INSTALL_DEFAULT_DIRECTORY_PERMISSIONS
  OWNER_READ OWNER_WRITE OWNER_EXECUTE GROUP_READ GROUP_EXECUTE WORLD_READ WORLD_EXECUTE)

# Whoever makes packages maintains them, and says so as Debian's own tools want it: by DEBFULLNAME and DEBEMAIL.
set(maintainer "assay maintainers <maintainers@example.org>")
if(DEFINED ENV{DEBFULLNAME} AND DEFINED ENV{DEBEMAIL})
  set(maintainer "$ENV{DEBFULLNAME} <$ENV{DEBEMAIL}>")
endif()
set(ASSAY_MAINTAINER "${maintainer}" CACHE STRING "Maintainer of the Debian packages: NAME <ADDRESS>")
set(CPACK_DEBIAN_PACKAGE_MAINTAINER "${ASSAY_MAINTAINER}")
set(CPACK_DEBIAN_PACKAGE_RELEASE 1)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_PRIORITY optional)
set(CPACK_DEBIAN_PACKAGE_CONTROL_STRICT_PERMISSION ON)
set(debian_version ${PROJECT_VERSION}-${CPACK_DEBIAN_PACKAGE_RELEASE})
set(debian_dir ${PROJECT_BINARY_DIR}/debian)

# What every package has under its doc folder: licence and both change logs.
string(TIMESTAMP changed "%a, %d %b %Y %H:%M:%S +0000" UTC)  # SOURCE_DATE_EPOCH sets it
configure_file(packaging/changelog.in ${debian_dir}/changelog @ONLY)
find_program(ASSAY_GZIP gzip REQUIRED)
add_custom_command(OUTPUT ${debian_dir}/changelog.Debian.gz ${debian_dir}/changelog.gz
  COMMAND ${ASSAY_GZIP} -9nc ${debian_dir}/changelog > ${debian_dir}/changelog.Debian.gz
  COMMAND ${ASSAY_GZIP} -9nc ${PROJECT_SOURCE_DIR}/CHANGELOG.md > ${debian_dir}/changelog.gz
  DEPENDS ${debian_dir}/changelog ${PROJECT_SOURCE_DIR}/CHANGELOG.md VERBATIM)
add_custom_target(assay_debian ALL DEPENDS ${debian_dir}/changelog.Debian.gz ${debian_dir}/changelog.gz)

# assay_deb(component package section summary description [DEPENDS ...] [SUGGESTS ...] [DOCS ...])
function(assay_deb component package section summary description)
  cmake_parse_arguments(arg "" "DEPENDS;SUGGESTS" "DOCS" ${ARGN})
  string(TOUPPER ${component} key)
  foreach(pair "PACKAGE_NAME=${package}" "PACKAGE_SECTION=${section}" "PACKAGE_DEPENDS=${arg_DEPENDS}"
          "PACKAGE_SUGGESTS=${arg_SUGGESTS}")
    string(REGEX MATCH "^([A-Z_]+)=(.*)$" pair "${pair}")
    set(CPACK_DEBIAN_${key}_${CMAKE_MATCH_1} "${CMAKE_MATCH_2}" PARENT_SCOPE)
  endforeach()
  set(CPACK_COMPONENT_${key}_DESCRIPTION "${summary}\n${description}" PARENT_SCOPE)
  set(scripts "")
  foreach(script postinst prerm postrm)
    if(EXISTS ${PROJECT_SOURCE_DIR}/packaging/${component}/${script})
      list(APPEND scripts ${PROJECT_SOURCE_DIR}/packaging/${component}/${script})
    endif()
  endforeach()
  if(EXISTS ${PROJECT_SOURCE_DIR}/packaging/${component}/conffiles)
    list(APPEND scripts ${PROJECT_SOURCE_DIR}/packaging/${component}/conffiles)
  endif()
  set(CPACK_DEBIAN_${key}_PACKAGE_CONTROL_EXTRA "${scripts}" PARENT_SCOPE)
  install(FILES ${PROJECT_SOURCE_DIR}/packaging/copyright ${debian_dir}/changelog.Debian.gz ${debian_dir}/changelog.gz
    ${arg_DOCS} DESTINATION ${CMAKE_INSTALL_DATADIR}/doc/${package} COMPONENT ${component})
endfunction()

set(docs ${PROJECT_SOURCE_DIR}/docs)
assay_deb(client assay text "faceted full-text search, client"
  "assay asks a daemon questions about articles: full-text queries with phrases,
 exact counts by rating, council and theme, cross-tables, comparisons, alerts.
 It prints for people and for scripts (JSON, CSV, TSV)."
  SUGGESTS "assay-searchd, jq" DOCS ${docs}/scripting.md ${docs}/query-syntax.md)
assay_deb(searchd assay-searchd text "faceted full-text search, daemon"
  "assay-searchd answers queries from an index that assay-indexer makes, over a
 Unix socket, on loopback, or encrypted. It runs under systemd without
 privileges and tells its health and metrics over HTTP."
  DEPENDS "init-system-helpers (>= 1.54~)" SUGGESTS "assay, assay-indexer" DOCS ${docs}/operations.md)
assay_deb(indexer assay-indexer text "faceted full-text search, indexer"
  "assay-indexer reads articles (text, HTML, Markdown, PDF, CSV, JSON Lines,
 feeds, WARC), works out their ratings, councils and themes from what they say,
 and keeps an index up to date with folders that it watches."
  DEPENDS "adduser, init-system-helpers (>= 1.54~)" SUGGESTS "assay-searchd" DOCS ${docs}/indexer.md ${docs}/extraction.md)
assay_deb(client_dev libassay-client-dev libdevel "faceted full-text search, client library"
  "The C++ library that the client assay is made with: a header, static archives
 and the files by which CMake finds them."
  DEPENDS "libprotobuf-dev, libicu-dev, libssl-dev")

include(CPack)
