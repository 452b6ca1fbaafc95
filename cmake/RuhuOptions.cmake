# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
# All compiler settings live in one INTERFACE target that every target links.
add_library(ruhu_options INTERFACE)
target_compile_features(ruhu_options INTERFACE cxx_std_20)
target_compile_options(ruhu_options INTERFACE
  -Wall -Wextra -Wpedantic -Wshadow -Wconversion -Wold-style-cast
  -Wnon-virtual-dtor -Woverloaded-virtual -Werror
  -fstack-protector-strong $<$<CONFIG:Release>:-D_FORTIFY_SOURCE=2>)
target_link_options(ruhu_options INTERFACE -Wl,-z,relro,-z,now)
target_compile_definitions(ruhu_options INTERFACE
  QT_NO_KEYWORDS QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_URL_CAST_FROM_STRING
  QT_NO_CAST_FROM_BYTEARRAY QT_NO_NARROWING_CONVERSIONS_IN_CONNECT
  QT_NO_FOREACH QT_USE_QSTRINGBUILDER QT_DISABLE_DEPRECATED_BEFORE=0x060400)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_POSITION_INDEPENDENT_CODE ON)
# Programs link the system's libraries alone; an empty search path would mean the folder one stands in.
set(CMAKE_SKIP_RPATH ON)
include(CheckPIESupported)
check_pie_supported(LANGUAGES CXX)

if(RUHU_SANITIZE)
  target_compile_options(ruhu_options INTERFACE -fsanitize=${RUHU_SANITIZE} -fno-omit-frame-pointer -O1)
  target_link_options(ruhu_options INTERFACE -fsanitize=${RUHU_SANITIZE})
  # gcc 12 sees uninitialised values in <regex> and <variant> once they are instrumented; the release
  # build keeps the warning.
  target_compile_options(ruhu_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-maybe-uninitialized>)
  if(RUHU_SANITIZE MATCHES "undefined")
    target_compile_options(ruhu_options INTERFACE -fno-sanitize-recover=undefined)
    # clang 14 cannot check calls through pointers where a coroutine was split into parts; gcc has no such check.
    target_compile_options(ruhu_options INTERFACE $<$<CXX_COMPILER_ID:Clang>:-fno-sanitize=function>)
  endif()
  if(RUHU_SANITIZE MATCHES "thread")
    # Boost.Asio's fences only strengthen what its locks order already, and the sanitizer sees the locks.
    target_compile_options(ruhu_options INTERFACE $<$<CXX_COMPILER_ID:GNU>:-Wno-tsan>)
  endif()
endif()
