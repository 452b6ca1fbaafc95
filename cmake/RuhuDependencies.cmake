# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
# Every library the project links, found once. Reasons: docs/dependencies.md.
set(RUHU_QT_COMPONENTS Core Network Sql LinguistTools)
if(RUHU_BUILD_GUI)
  list(APPEND RUHU_QT_COMPONENTS Gui Widgets PrintSupport Svg Multimedia)
endif()
if(RUHU_BUILD_TESTS)
  list(APPEND RUHU_QT_COMPONENTS Test)
endif()
find_package(Qt6 6.4 REQUIRED COMPONENTS ${RUHU_QT_COMPONENTS})
qt_standard_project_setup()

find_package(Threads REQUIRED)
find_package(OpenSSL 3.0 REQUIRED)
find_package(Boost 1.81 REQUIRED)
find_package(simdjson 3.0 REQUIRED)
find_package(RapidJSON REQUIRED)
find_package(SQLite3 3.40 REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(sodium REQUIRED IMPORTED_TARGET libsodium)
pkg_check_modules(oath REQUIRED IMPORTED_TARGET liboath)
pkg_check_modules(zstd REQUIRED IMPORTED_TARGET libzstd)
# zxcvbn brings neither a CMake package nor a pkg-config file.
find_library(RUHU_ZXCVBN_LIBRARY zxcvbn REQUIRED)
find_path(RUHU_ZXCVBN_INCLUDE zxcvbn.h REQUIRED)
if(RUHU_BUILD_TESTS)
  find_package(Catch2 2.13 REQUIRED)
endif()

add_library(ruhu_zxcvbn INTERFACE)
target_link_libraries(ruhu_zxcvbn INTERFACE ${RUHU_ZXCVBN_LIBRARY})
target_include_directories(ruhu_zxcvbn SYSTEM INTERFACE ${RUHU_ZXCVBN_INCLUDE})

# RapidJSON ships no CMake target; SYSTEM keeps its warnings out of ours.
add_library(ruhu_rapidjson INTERFACE)
target_include_directories(ruhu_rapidjson SYSTEM INTERFACE ${RAPIDJSON_INCLUDE_DIRS})
if(RUHU_SANITIZE MATCHES "undefined" AND CMAKE_CXX_COMPILER_ID MATCHES "Clang")
  target_compile_options(ruhu_rapidjson INTERFACE
    -fsanitize-ignorelist=${CMAKE_CURRENT_SOURCE_DIR}/tests/support/ubsan.ignore)
endif()
