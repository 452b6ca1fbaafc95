// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "photo_parts.h"

using namespace Qt::Literals::StringLiterals;

namespace ruhu::presentation {

Result<CleanPhoto> cleanPhoto(const QByteArray &bytes)
{
    if (bytes.size() > kMaxPhotoBytes)
        return Error{ErrorCode::TooLarge, u"a photo may have 12 MB"_s, u"photo"_s};
    if (bytes.startsWith("\xff\xd8\xff"))
        return cleanJpeg(bytes);
    if (bytes.startsWith(QByteArray::fromRawData("\x89PNG\r\n\x1a\n", 8)))
        return cleanPng(bytes);
    return Error{ErrorCode::InvalidInput, u"neither JPEG nor PNG"_s, u"photo"_s};
}

} // namespace ruhu::presentation
