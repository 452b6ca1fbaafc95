// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/base/process.h>

#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/stat.h>

namespace ruhu {

void protectProcess()
{
    ::umask(077);
    const rlimit none{0, 0};
    ::setrlimit(RLIMIT_CORE, &none);
    // Also for a core that goes to a program instead of a file. A sanitizer that looks for leaks needs to look in.
#if !defined(__SANITIZE_ADDRESS__)
    ::prctl(PR_SET_DUMPABLE, 0, 0, 0, 0);
#endif
}

} // namespace ruhu
