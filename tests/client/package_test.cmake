# cmake -DBUILD=folder -DEXAMPLE=folder -DWORK=folder -DCOMPILER=... -DFLAGS=... -P package_test.cmake: installs the
# client library and builds and runs a project that knows nothing but where that is.
function(run)
  execute_process(COMMAND ${ARGN} RESULT_VARIABLE result OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT result EQUAL 0)
    message(FATAL_ERROR "failed: ${ARGN}\n${output}")
  endif()
  set(output "${output}" PARENT_SCOPE)
endfunction()

file(REMOVE_RECURSE ${WORK})
run(${CMAKE_COMMAND} --install ${BUILD} --prefix ${WORK}/installed --component client_dev)
run(${CMAKE_COMMAND} -S ${EXAMPLE} -B ${WORK}/build -DCMAKE_PREFIX_PATH=${WORK}/installed
    -DCMAKE_CXX_COMPILER=${COMPILER} -DCMAKE_CXX_FLAGS=${FLAGS} -DCMAKE_FIND_USE_PACKAGE_REGISTRY=OFF)
run(${CMAKE_COMMAND} --build ${WORK}/build)

run(${WORK}/build/ask tls:localhost:7701)
if(NOT output STREQUAL "tls:localhost:7701\n")
  message(FATAL_ERROR "the example printed: ${output}")
endif()

# What is installed must do without the folders that it was built from.
file(GLOB_RECURSE texts ${WORK}/installed/*.cmake ${WORK}/installed/*.h)
foreach(file IN LISTS texts)
  file(READ ${file} text)
  if(text MATCHES "pb\\.h" OR text MATCHES "${BUILD}")
    message(FATAL_ERROR "${file} leads back to the build")
  endif()
endforeach()
file(REMOVE_RECURSE ${WORK})
