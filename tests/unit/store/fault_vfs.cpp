// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fault_vfs.h"

#include <sqlite3.h>

#include <cerrno>
#include <cstddef>
#include <utility>

namespace ruhu::test {
namespace {

struct Plan {
    int left = 0; // operations until the failure; 0: none planned
    bool failing = false;
    bool met = false;
    std::function<bool()> full;
    bool syncsFail = false;

    bool failsNow()
    {
        if (full && full())
            return met = true;
        if (failing)
            met = true;
        else if (left > 0 && --left == 0)
            failing = met = true;
        return failing;
    }
};

Plan s_plan;
sqlite3_vfs *s_real = nullptr;
sqlite3_vfs s_shim;

/// Our file; the real one follows it in the same memory.
struct File {
    sqlite3_file base;
    sqlite3_io_methods methods;
};
constexpr int kOffset = (sizeof(File) + 15) / 16 * 16;

sqlite3_file *real(sqlite3_file *file)
{
    return reinterpret_cast<sqlite3_file *>(reinterpret_cast<std::byte *>(file) + kOffset);
}

int shimClose(sqlite3_file *f)
{
    return real(f)->pMethods->xClose(real(f));
}
int shimRead(sqlite3_file *f, void *to, int n, sqlite3_int64 at)
{
    return real(f)->pMethods->xRead(real(f), to, n, at);
}
int shimWrite(sqlite3_file *f, const void *from, int n, sqlite3_int64 at)
{
    return s_plan.failsNow() ? SQLITE_FULL : real(f)->pMethods->xWrite(real(f), from, n, at);
}
int shimTruncate(sqlite3_file *f, sqlite3_int64 size)
{
    return s_plan.failsNow() ? SQLITE_IOERR_TRUNCATE : real(f)->pMethods->xTruncate(real(f), size);
}
int shimSync(sqlite3_file *f, int flags)
{
    if (s_plan.syncsFail) {
        errno = EIO;
        return SQLITE_IOERR_FSYNC;
    }
    return s_plan.failsNow() ? SQLITE_IOERR_FSYNC : real(f)->pMethods->xSync(real(f), flags);
}
int shimSize(sqlite3_file *f, sqlite3_int64 *size)
{
    return real(f)->pMethods->xFileSize(real(f), size);
}
int shimLock(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xLock(real(f), level);
}
int shimUnlock(sqlite3_file *f, int level)
{
    return real(f)->pMethods->xUnlock(real(f), level);
}
int shimReserved(sqlite3_file *f, int *held)
{
    return real(f)->pMethods->xCheckReservedLock(real(f), held);
}
int shimControl(sqlite3_file *f, int op, void *arg)
{
    return real(f)->pMethods->xFileControl(real(f), op, arg);
}
int shimSector(sqlite3_file *f)
{
    return real(f)->pMethods->xSectorSize(real(f));
}
int shimDevice(sqlite3_file *f)
{
    return real(f)->pMethods->xDeviceCharacteristics(real(f));
}
int shimShmMap(sqlite3_file *f, int region, int size, int extend, void volatile **at)
{
    return real(f)->pMethods->xShmMap(real(f), region, size, extend, at);
}
int shimShmLock(sqlite3_file *f, int offset, int n, int flags)
{
    return real(f)->pMethods->xShmLock(real(f), offset, n, flags);
}
void shimShmBarrier(sqlite3_file *f)
{
    real(f)->pMethods->xShmBarrier(real(f));
}
int shimShmUnmap(sqlite3_file *f, int remove)
{
    return real(f)->pMethods->xShmUnmap(real(f), remove);
}
int shimFetch(sqlite3_file *f, sqlite3_int64 at, int n, void **to)
{
    return real(f)->pMethods->xFetch(real(f), at, n, to);
}
int shimUnfetch(sqlite3_file *f, sqlite3_int64 at, void *from)
{
    return real(f)->pMethods->xUnfetch(real(f), at, from);
}

int shimOpen(sqlite3_vfs *, const char *name, sqlite3_file *f, int flags, int *outFlags)
{
    f->pMethods = nullptr;
    const int code = s_real->xOpen(s_real, name, real(f), flags, outFlags);
    if (code != SQLITE_OK || !real(f)->pMethods)
        return code;
    File *file = reinterpret_cast<File *>(f);
    file->methods = {real(f)->pMethods->iVersion,
                     shimClose,
                     shimRead,
                     shimWrite,
                     shimTruncate,
                     shimSync,
                     shimSize,
                     shimLock,
                     shimUnlock,
                     shimReserved,
                     shimControl,
                     shimSector,
                     shimDevice,
                     shimShmMap,
                     shimShmLock,
                     shimShmBarrier,
                     shimShmUnmap,
                     shimFetch,
                     shimUnfetch};
    f->pMethods = &file->methods;
    return SQLITE_OK;
}

} // namespace

FaultVfs::FaultVfs()
{
    s_plan = {};
    s_real = sqlite3_vfs_find(nullptr);
    s_shim = *s_real;
    s_shim.zName = "ruhu-fault";
    s_shim.szOsFile = kOffset + s_real->szOsFile;
    s_shim.xOpen = shimOpen;
    sqlite3_vfs_register(&s_shim, 1);
}

FaultVfs::~FaultVfs()
{
    sqlite3_vfs_unregister(&s_shim);
    sqlite3_vfs_register(s_real, 1);
}

void FaultVfs::failFrom(int n)
{
    s_plan = {n, false, false, {}, false};
}

void FaultVfs::failSyncs()
{
    s_plan = {};
    s_plan.syncsFail = true;
}

void FaultVfs::failWhile(std::function<bool()> full)
{
    s_plan = {};
    s_plan.full = std::move(full);
}

void FaultVfs::heal()
{
    s_plan.left = 0;
    s_plan.failing = false;
}

bool FaultVfs::wasMet() const
{
    return s_plan.met;
}

} // namespace ruhu::test
