# Installs the client library for other projects: headers, archives and the files by which find_package(assay)
# finds them. All of it is the component client_dev: cmake --install build --component client_dev
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

set(package_dir ${CMAKE_INSTALL_LIBDIR}/cmake/assay)

set_target_properties(assay_client PROPERTIES EXPORT_NAME client)
install(TARGETS assay_client assay_proto assay_messages EXPORT assayTargets COMPONENT client_dev
  ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT client_dev
  FILE_SET HEADERS DESTINATION ${CMAKE_INSTALL_INCLUDEDIR}/assay COMPONENT client_dev)
install(EXPORT assayTargets NAMESPACE assay:: DESTINATION ${package_dir} COMPONENT client_dev)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/assayConfig.cmake.in
  ${PROJECT_BINARY_DIR}/package/assayConfig.cmake INSTALL_DESTINATION ${package_dir})
# Until 1.0 a new minor version may break what was written for the one before.
write_basic_package_version_file(${PROJECT_BINARY_DIR}/package/assayConfigVersion.cmake
  COMPATIBILITY SameMinorVersion)
install(FILES ${PROJECT_BINARY_DIR}/package/assayConfig.cmake
  ${PROJECT_BINARY_DIR}/package/assayConfigVersion.cmake
  DESTINATION ${package_dir} COMPONENT client_dev)
