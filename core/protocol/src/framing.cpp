// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/protocol/framing.h>

#include <QtEndian>

#include <zstd.h>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::protocol {
namespace {

constexpr qsizetype kLengthBytes = 4;
constexpr int kLevel = 3;
// Level 3 never asks for more than 2 MiB of window; what asks for more was not packed by us.
constexpr int kMaxWindowLog = 23;
constexpr qsizetype kFirstOutput = 64 * 1024;

std::size_t toSize(qsizetype size)
{
    return static_cast<std::size_t>(size);
}

Error broken(const QString &what)
{
    return Error{ErrorCode::InvalidInput, u"zstd: "_s + what, {}};
}
Error tooLong()
{
    return Error{ErrorCode::TooLarge, u"zstd: more than allowed when unpacked"_s, {}};
}

/// Unpacks into `output` step by step, so that a bomb costs no more memory than the limit.
Result<QByteArray> unpack(ZSTD_DCtx *context, const QByteArray &packed, qsizetype maxBytes)
{
    ZSTD_inBuffer in{packed.constData(), toSize(packed.size()), 0};
    QByteArray output;
    qsizetype used = 0;
    while (true) {
        if (used == output.size()) {
            if (used > maxBytes)
                return tooLong();
            // One byte past the limit tells "exactly full" from "too long".
            output.resize(std::min(std::max(kFirstOutput, used * 2), maxBytes + 1));
        }
        ZSTD_outBuffer out{output.data(), toSize(output.size()), toSize(used)};
        const std::size_t rest = ZSTD_decompressStream(context, &out, &in);
        if (ZSTD_isError(rest))
            return broken(QString::fromLatin1(ZSTD_getErrorName(rest)));
        const bool wasFull = out.pos == out.size;
        used = static_cast<qsizetype>(out.pos);
        if (used > maxBytes)
            return tooLong();
        if (rest == 0)
            break;
        if (in.pos == in.size && !wasFull)
            return broken(u"cut off"_s);
    }
    if (in.pos != in.size)
        return broken(u"bytes after the frame"_s);
    output.resize(used);
    return output;
}

} // namespace

QByteArray joinFrames(const std::vector<QByteArray> &frames)
{
    qsizetype total = 0;
    for (const QByteArray &frame : frames)
        total += kLengthBytes + frame.size();
    QByteArray bytes;
    bytes.reserve(total);
    for (const QByteArray &frame : frames) {
        char length[kLengthBytes];
        qToLittleEndian(static_cast<quint32>(frame.size()), length);
        bytes.append(length, kLengthBytes);
        bytes.append(frame);
    }
    return bytes;
}

Result<std::vector<QByteArray>> splitFrames(const QByteArray &bytes, qsizetype maxFrames, qsizetype maxFrameBytes)
{
    std::vector<QByteArray> frames;
    qsizetype at = 0;
    while (at < bytes.size()) {
        if (bytes.size() - at < kLengthBytes)
            return Error{ErrorCode::InvalidInput, u"frames: a length is cut off"_s, {}};
        const qsizetype length = qFromLittleEndian<quint32>(bytes.constData() + at);
        at += kLengthBytes;
        if (length > maxFrameBytes || static_cast<qsizetype>(frames.size()) >= maxFrames)
            return Error{ErrorCode::TooLarge, u"frames: too many or too long"_s, {}};
        if (length > bytes.size() - at)
            return Error{ErrorCode::InvalidInput, u"frames: a part is cut off"_s, {}};
        frames.push_back(bytes.mid(at, length));
        at += length;
    }
    return frames;
}

QByteArray compress(const QByteArray &bytes)
{
    const std::unique_ptr<ZSTD_CCtx, decltype(&ZSTD_freeCCtx)> context(ZSTD_createCCtx(), &ZSTD_freeCCtx);
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_compressionLevel, kLevel);
    // A flipped bit is found even where no chain hash looks.
    ZSTD_CCtx_setParameter(context.get(), ZSTD_c_checksumFlag, 1);
    QByteArray packed(static_cast<qsizetype>(ZSTD_compressBound(toSize(bytes.size()))), Qt::Uninitialized);
    const std::size_t size =
        ZSTD_compress2(context.get(), packed.data(), toSize(packed.size()), bytes.constData(), toSize(bytes.size()));
    // The output has the size that can always hold it: only a lack of memory could fail here.
    Q_ASSERT(!ZSTD_isError(size));
    packed.resize(static_cast<qsizetype>(size));
    return packed;
}

Result<QByteArray> decompress(const QByteArray &packed, qsizetype maxBytes)
{
    // Frames to be skipped carry data that no reader would ever look at.
    if (packed.size() < kLengthBytes || qFromLittleEndian<quint32>(packed.constData()) != ZSTD_MAGICNUMBER)
        return broken(u"no frame"_s);
    const auto declared = ZSTD_getFrameContentSize(packed.constData(), toSize(packed.size()));
    if (declared == ZSTD_CONTENTSIZE_ERROR)
        return broken(u"no frame"_s);
    if (declared != ZSTD_CONTENTSIZE_UNKNOWN && declared > static_cast<unsigned long long>(maxBytes))
        return tooLong();
    const std::unique_ptr<ZSTD_DCtx, decltype(&ZSTD_freeDCtx)> context(ZSTD_createDCtx(), &ZSTD_freeDCtx);
    ZSTD_DCtx_setParameter(context.get(), ZSTD_d_windowLogMax, kMaxWindowLog);
    return unpack(context.get(), packed, maxBytes);
}

} // namespace ruhu::protocol
