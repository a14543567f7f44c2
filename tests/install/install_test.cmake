# cmake -DBUILD=folder -DWORK=folder -DVERSION=... -P install_test.cmake: installs the three programs and looks for what
# has to be there, and that nothing else of the file system was touched.
file(REMOVE_RECURSE ${WORK})
foreach(component client searchd indexer)
  execute_process(COMMAND ${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK} --component ${component}
    RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "installing ${component} failed:\n${output}")
  endif()
  string(REGEX MATCHALL "-- [A-Z][a-z-]+: [^\n]+" places "${output}")
  foreach(place IN LISTS places)
    if(place MATCHES "-- (Installing|Up-to-date): " AND NOT place MATCHES ": ${WORK}/")
      message(FATAL_ERROR "outside of the prefix: ${place}")
    endif()
  endforeach()
endforeach()

foreach(program assay assay-indexer assay-searchd)
  execute_process(COMMAND ${WORK}/bin/${program} --version RESULT_VARIABLE result OUTPUT_VARIABLE output)
  if(NOT result EQUAL 0 OR NOT output MATCHES "^${program} ${VERSION}\n")
    message(FATAL_ERROR "${program} --version: ${output}")
  endif()
  foreach(file bash-completion/completions/${program} zsh/vendor-completions/_${program}
          fish/vendor_completions.d/${program}.fish doc/${program}/copyright doc/${program}/changelog.gz)
    if(NOT EXISTS ${WORK}/share/${file})
      message(FATAL_ERROR "there is no share/${file}")
    endif()
  endforeach()
endforeach()
foreach(file share/man/man1/assay.1.gz share/man/man1/assay-indexer.1.gz share/man/man7/assay-query-syntax.7.gz
        share/man/man8/assay-searchd.8.gz lib/systemd/system/assay-searchd.socket
        lib/systemd/system/assay-searchd.service lib/systemd/system/assay-indexer.service)
  if(NOT EXISTS ${WORK}/${file})
    message(FATAL_ERROR "there is no ${file}")
  endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
