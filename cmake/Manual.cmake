# The manual pages and the completion scripts, which the programs themselves write, and their installation. Pages are
# packed, as Debian wants them.
include(GNUInstallDirs)

set(manual_dir ${PROJECT_BINARY_DIR}/manual)
file(MAKE_DIRECTORY ${manual_dir})
find_program(ASSAY_GZIP gzip REQUIRED)

# A page, made by the command behind COMMAND, which writes it to its standard output.
function(assay_page page component)
  cmake_parse_arguments(arg "" "" "COMMAND;DEPENDS" ${ARGN})
  # The standard address is told by the variable it hangs on, not by that of whoever builds.
  add_custom_command(OUTPUT ${manual_dir}/${page}.gz
    COMMAND ${CMAKE_COMMAND} -E env "XDG_RUNTIME_DIR=$XDG_RUNTIME_DIR" -- ${arg_COMMAND} > ${manual_dir}/${page}
    COMMAND ${ASSAY_GZIP} -9nf ${manual_dir}/${page}
    DEPENDS ${arg_DEPENDS} VERBATIM)
  string(REGEX MATCH "[0-9]$" section ${page})
  install(FILES ${manual_dir}/${page}.gz DESTINATION ${CMAKE_INSTALL_MANDIR}/man${section} COMPONENT ${component})
  set_property(GLOBAL APPEND PROPERTY ASSAY_MANUAL ${manual_dir}/${page}.gz)
endfunction()

# The completion of a program for a shell, under the name by which that shell finds it.
function(assay_completion program component shell file folder)
  set(made ${manual_dir}/${shell}/${file})
  file(MAKE_DIRECTORY ${manual_dir}/${shell})
  add_custom_command(OUTPUT ${made} COMMAND ${program} --completion ${shell} > ${made} DEPENDS ${program} VERBATIM)
  install(FILES ${made} DESTINATION ${CMAKE_INSTALL_DATADIR}/${folder} COMPONENT ${component})
  set_property(GLOBAL APPEND PROPERTY ASSAY_MANUAL ${made})
endfunction()

function(assay_program_manual program section component)
  assay_page(${program}.${section} ${component} COMMAND $<TARGET_FILE:${program}> --man DEPENDS ${program})
  assay_completion(${program} ${component} bash ${program} bash-completion/completions)
  assay_completion(${program} ${component} zsh _${program} zsh/vendor-completions)
  assay_completion(${program} ${component} fish ${program}.fish fish/vendor_completions.d)
endfunction()

assay_program_manual(assay 1 client)
assay_program_manual(assay-indexer 1 indexer)
assay_program_manual(assay-searchd 8 searchd)

string(TIMESTAMP today %Y-%m-%d UTC)  # SOURCE_DATE_EPOCH sets it
set(converter ${PROJECT_SOURCE_DIR}/packaging/markdown_to_man.py)
set(syntax ${PROJECT_SOURCE_DIR}/docs/query-syntax.md)
assay_page(assay-query-syntax.7 client
  COMMAND ${ASSAY_PYTHON} ${converter} ${syntax} assay-query-syntax 7 "what a query of assay can say" ${today}
    "assay ${PROJECT_VERSION}"
  DEPENDS ${converter} ${syntax})

get_property(made GLOBAL PROPERTY ASSAY_MANUAL)
add_custom_target(assay_manual ALL DEPENDS ${made})
