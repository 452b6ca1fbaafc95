# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# ruhu_add_library(NAME SOURCES … HEADERS … [DEPENDS …] [QT …] [LINK …])
# ruhu_add_app(NAME SOURCES … [DEPENDS …] [QT …])
# ruhu_add_test(NAME SOURCES … [DEPENDS …] [QT …] [GUI] [LABELS …] [TIMEOUT s])
#
# DEPENDS names other ruhu libraries and must point to a lower layer; QT names Qt components;
# LINK names third-party targets that stay private. Public headers live in include/ruhu/<name>/.

set(RUHU_LAYER_base 0)
set(RUHU_LAYER_domain 1)
set(RUHU_LAYER_crypto 1)
set(RUHU_LAYER_protocol 2)
set(RUHU_LAYER_store 2)
set(RUHU_LAYER_sync 3)
set(RUHU_LAYER_service 3)
set(RUHU_LAYER_presentation 4)
set(RUHU_LAYER_net 4)
set(RUHU_LAYER_report 4)
set(RUHU_LAYER_httpd 4)
set(RUHU_LAYER_widgets 5)
set(RUHU_LAYER_ui_installer 6)
set(RUHU_LAYER_ui_supervisor 6)
set(RUHU_LAYER_app 7)

# Qt components a layer may use; a name that is not listed may use Core only.
set(RUHU_QT_ALLOWED_store Core Sql)
set(RUHU_QT_ALLOWED_net Core Network)
set(RUHU_QT_ALLOWED_report Core Gui PrintSupport)
set(RUHU_QT_ALLOWED_widgets Core Gui Widgets Svg PrintSupport)
set(RUHU_QT_ALLOWED_ui_installer Core Gui Widgets Svg PrintSupport)
set(RUHU_QT_ALLOWED_ui_supervisor Core Gui Widgets Svg PrintSupport)
set(RUHU_QT_ALLOWED_app Core Gui Widgets Svg PrintSupport Network)

function(_ruhu_check_layers target layer_name)
  cmake_parse_arguments(A "" "" "DEPENDS;QT" ${ARGN})
  if(NOT DEFINED RUHU_LAYER_${layer_name})
    message(FATAL_ERROR "layering: ${target} has no layer number; add RUHU_LAYER_${layer_name} to cmake/RuhuTargets.cmake")
  endif()
  set(own ${RUHU_LAYER_${layer_name}})
  foreach(dep IN LISTS A_DEPENDS)
    if(NOT DEFINED RUHU_LAYER_${dep})
      message(FATAL_ERROR "layering: ${target} depends on ${dep}, which has no layer number")
    endif()
    set(other ${RUHU_LAYER_${dep}})
    if(NOT other LESS own)
      message(FATAL_ERROR "layering: ${target}(${own}) must not depend on ${dep}(${other})")
    endif()
  endforeach()
  set(allowed Core)
  if(DEFINED RUHU_QT_ALLOWED_${layer_name})
    set(allowed ${RUHU_QT_ALLOWED_${layer_name}})
  endif()
  foreach(component IN LISTS A_QT)
    if(NOT component IN_LIST allowed)
      message(FATAL_ERROR "layering: ${target} must not use Qt ${component} (allowed: ${allowed})")
    endif()
  endforeach()
endfunction()

# WORKSHOP-BEGIN
macro(_ruhu_drop_missing)
  foreach(kind IN ITEMS A_SOURCES A_HEADERS)
    foreach(file IN LISTS ${kind})
      if(NOT IS_ABSOLUTE ${file} AND NOT EXISTS ${CMAKE_CURRENT_SOURCE_DIR}/${file})
        message(WARNING "${name}: ${file} is listed but does not exist yet")
        list(REMOVE_ITEM ${kind} ${file})
      endif()
    endforeach()
  endforeach()
endmacro()
# WORKSHOP-END

function(ruhu_add_library name)
  cmake_parse_arguments(A "" "" "SOURCES;HEADERS;DEPENDS;QT;LINK" ${ARGN})
  _ruhu_drop_missing() # WORKSHOP
  _ruhu_check_layers(${name} ${name} DEPENDS ${A_DEPENDS} QT ${A_QT})
  set(target ruhu_${name})
  add_library(${target} STATIC ${A_SOURCES})
  add_library(Ruhu::${name} ALIAS ${target})
  target_sources(${target} PUBLIC FILE_SET HEADERS
    BASE_DIRS ${CMAKE_CURRENT_SOURCE_DIR}/include FILES ${A_HEADERS})
  target_include_directories(${target} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR}/src)
  target_link_libraries(${target} PRIVATE ruhu_options ${A_LINK})
  list(TRANSFORM A_DEPENDS PREPEND Ruhu::)
  list(TRANSFORM A_QT PREPEND Qt6::)
  target_link_libraries(${target} PUBLIC Qt6::Core ${A_DEPENDS} ${A_QT})
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON AUTOUIC OFF)
  # The generated header checks must see the same strict settings as the sources.
  target_compile_features(${target} PUBLIC cxx_std_20)
endfunction()

function(ruhu_add_app name)
  cmake_parse_arguments(A "" "" "SOURCES;DEPENDS;QT;LINK" ${ARGN})
  _ruhu_drop_missing() # WORKSHOP
  _ruhu_check_layers(${name} app DEPENDS ${A_DEPENDS} QT ${A_QT})
  add_executable(${name} ${A_SOURCES})
  target_include_directories(${name} PRIVATE ${CMAKE_CURRENT_SOURCE_DIR})
  list(TRANSFORM A_DEPENDS PREPEND Ruhu::)
  list(TRANSFORM A_QT PREPEND Qt6::)
  target_link_libraries(${name} PRIVATE ruhu_options Qt6::Core ${A_DEPENDS} ${A_QT} ${A_LINK})
  set_target_properties(${name} PROPERTIES AUTOMOC ON AUTORCC ON AUTOUIC OFF)
  install(TARGETS ${name} RUNTIME)
endfunction()

function(ruhu_add_test name)
  cmake_parse_arguments(A "GUI" "TIMEOUT" "SOURCES;DEPENDS;QT;LINK;LABELS" ${ARGN})
  _ruhu_drop_missing() # WORKSHOP
  set(target ${name}_test)
  add_executable(${target} ${A_SOURCES})
  list(TRANSFORM A_DEPENDS PREPEND Ruhu::)
  list(TRANSFORM A_QT PREPEND Qt6::)
  set(runner ruhu_test_main_core)
  if(A_GUI)
    set(runner ruhu_test_main_gui)
  endif()
  target_link_libraries(${target} PRIVATE ruhu_options ${runner} ${A_DEPENDS} ${A_QT} ${A_LINK})
  target_compile_definitions(${target} PRIVATE
    RUHU_TEST_DATA="${CMAKE_SOURCE_DIR}/tests/data" RUHU_GOLDEN="${CMAKE_SOURCE_DIR}/tests/golden"
    RUHU_SOURCE_DIR="${CMAKE_SOURCE_DIR}" RUHU_BIN_DIR="${CMAKE_BINARY_DIR}/bin")
  set_target_properties(${target} PROPERTIES AUTOMOC ON AUTORCC ON AUTOUIC OFF
    RUNTIME_OUTPUT_DIRECTORY ${CMAKE_BINARY_DIR}/tests)
  if(NOT A_TIMEOUT)
    set(A_TIMEOUT 300)
  endif()
  # -w NoAssertions turns a test that asserts nothing (a stray QCOMPARE, say) red.
  add_test(NAME ${name} COMMAND ${target} -w NoAssertions)
  set_tests_properties(${name} PROPERTIES TIMEOUT ${A_TIMEOUT} LABELS "${A_LABELS}"
    ENVIRONMENT "LC_ALL=C.UTF-8;TZ=UTC;QT_QPA_PLATFORM=offscreen;ASAN_OPTIONS=detect_leaks=1:suppressions=;LSAN_OPTIONS=suppressions=${CMAKE_SOURCE_DIR}/tests/support/lsan.supp;UBSAN_OPTIONS=print_stacktrace=1")
endfunction()
