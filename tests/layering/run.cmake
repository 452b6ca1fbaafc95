# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
#
# cmake -DROOT=… -DWORK=… -P run.cmake: a project with a wrong dependency must not configure, one with a
# right dependency must.
function(configure_with case body out_status out_text)
  set(folder ${WORK}/${case})
  file(REMOVE_RECURSE ${folder})
  file(WRITE ${folder}/none.cpp "")
  file(WRITE ${folder}/CMakeLists.txt "cmake_minimum_required(VERSION 3.25)
project(layering LANGUAGES CXX)
add_library(ruhu_options INTERFACE)
add_library(core_of_qt INTERFACE)
add_library(Qt6::Core ALIAS core_of_qt)
include(${ROOT}/cmake/RuhuTargets.cmake)
${body}
")
  execute_process(COMMAND ${CMAKE_COMMAND} -G Ninja -S ${folder} -B ${folder}/build -Wno-dev
    RESULT_VARIABLE status OUTPUT_VARIABLE text ERROR_VARIABLE text)
  set(${out_status} ${status} PARENT_SCOPE)
  set(${out_text} "${text}" PARENT_SCOPE)
endfunction()

function(expect_refusal case body message)
  configure_with(${case} "${body}" status text)
  # CMake breaks long messages into lines.
  string(REGEX REPLACE "[ \n]+" " " text "${text}")
  if(status EQUAL 0 OR NOT text MATCHES "${message}")
    message(SEND_ERROR "${case}: configured, or refused in other words:\n${text}")
  endif()
endfunction()

expect_refusal(upward "ruhu_add_library(base SOURCES none.cpp DEPENDS store)"
  "base.0. must not depend on store.2.")
expect_refusal(sideways "ruhu_add_library(sync SOURCES none.cpp DEPENDS service)"
  "sync.3. must not depend on service.3.")
expect_refusal(window "ruhu_add_library(presentation SOURCES none.cpp QT Widgets)"
  "presentation must not use Qt Widgets")
expect_refusal(sql "ruhu_add_library(sync SOURCES none.cpp QT Sql)" "sync must not use Qt Sql")
expect_refusal(unknown "ruhu_add_library(novel SOURCES none.cpp)" "novel has no layer number")
expect_refusal(program "ruhu_add_app(tool SOURCES none.cpp DEPENDS novel)" "novel, which has no layer number")
expect_refusal(test "ruhu_add_test(store SOURCES none.cpp DEPENDS sync)"
  "the test of store.2. must not depend on sync.3.")
expect_refusal(past "ruhu_add_library(base SOURCES none.cpp LINK ruhu_store)" "base links ruhu_store past the layers")
expect_refusal(past_qt "ruhu_add_app(tool SOURCES none.cpp LINK Qt6::Sql)" "tool links Qt6::Sql past the layers")

configure_with(downward "ruhu_add_library(base SOURCES none.cpp)
ruhu_add_library(store SOURCES none.cpp DEPENDS base)" status text)
if(NOT status EQUAL 0)
  message(SEND_ERROR "downward: a right dependency was refused:\n${text}")
endif()
