// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu/store/blob_files.h>

#include <ruhu_test/no_warnings.h>

#include <QDirIterator>
#include <QFile>
#include <QFileInfo>

#include <atomic>
#include <thread>

using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;
using namespace Qt::Literals::StringLiterals;

namespace {

QString pathOf(const QString &directory, const QByteArray &sha256)
{
    const QString hex = QString::fromLatin1(sha256.toHex());
    return directory + u'/' + hex.left(2) + u'/' + hex;
}

} // namespace

TEST_CASE_METHOD(NoWarnings, "blobs are found by their hash and sealed on the disk", "[store][blobs]")
{
    const TempDir dir;
    const crypto::AeadSealer sealer(QByteArray(32, 'k'));
    BlobFiles files(dir.path(u"media"_s), sealer);
    const QByteArray bytes = QByteArray("picture ").repeated(1000);
    const QByteArray sha256 = must(files.put(bytes));
    CHECK(sha256 == crypto::sha256(bytes));
    CHECK(files.contains(sha256));
    CHECK(must(files.read(sha256)) == bytes);
    CHECK(must(files.put(bytes)) == sha256);
    CHECK(must(files.read(must(files.put({})))).isEmpty());
    const QString path = pathOf(dir.path(u"media"_s), sha256);
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    CHECK_FALSE(file.readAll().contains("picture"));
    CHECK_FALSE(QFileInfo(path).permissions().testAnyFlags(QFile::ReadGroup | QFile::ReadOther));
    CHECK_FALSE(QFile::exists(path + u".part"_s));
    CHECK(codeOf(files.read(QByteArray(32, 'x'))) == ErrorCode::NotFound);
    CHECK_FALSE(files.contains("short"));
}

TEST_CASE("a damaged or moved blob is refused, and putting it again heals it", "[store][blobs]")
{
    const TempDir dir;
    const crypto::AeadSealer sealer(QByteArray(32, 'k'));
    BlobFiles files(dir.path(u"media"_s), sealer);
    const QByteArray one = must(files.put("one"));
    const QByteArray two = must(files.put("two"));
    const QString path = pathOf(dir.path(u"media"_s), one);
    REQUIRE(QFile::remove(path));
    REQUIRE(QFile::copy(pathOf(dir.path(u"media"_s), two), path));
    const auto read = files.read(one);
    CHECK(codeOf(read) == ErrorCode::Damaged);
    CHECK(read.error().subject.contains(QString::fromLatin1(one.toHex())));
    must(files.put("one"));
    CHECK(must(files.read(one)) == "one");
}

TEST_CASE("two workers that put the same blobs at the same time do not disturb each other", "[store][blobs]")
{
    constexpr int kBlobs = 40;
    const TempDir dir;
    const crypto::AeadSealer sealer(QByteArray(32, 'k'));
    std::atomic<int> failed = 0;
    std::atomic<int> ready = 0;
    const auto work = [&] {
        BlobFiles files(dir.path(u"media"_s), sealer);
        for (int i = 0; i < kBlobs; ++i) {
            // Both begin the same blob together.
            ++ready;
            while (ready < 2 * (i + 1))
                std::this_thread::yield();
            failed += files.put(QByteArray(50'000, static_cast<char>(i))) ? 0 : 1;
        }
    };
    std::thread other(work);
    work();
    other.join();
    CHECK(failed == 0);
    BlobFiles files(dir.path(u"media"_s), sealer);
    for (int i = 0; i < kBlobs; ++i) {
        const QByteArray bytes(50'000, static_cast<char>(i));
        CHECK(must(files.read(crypto::sha256(bytes))) == bytes);
    }
    int found = 0;
    QDirIterator it(dir.path(u"media"_s), QDir::Files | QDir::Hidden, QDirIterator::Subdirectories);
    for (; it.hasNext(); it.next())
        ++found;
    CHECK(found == kBlobs); // and no half file beside them
}

TEST_CASE("a blob that cannot be written leaves no half file under its name", "[store][blobs]")
{
    const TempDir dir;
    dir.write(u"media"_s, "a file where the folder should be");
    const crypto::AeadSealer sealer(QByteArray(32, 'k'));
    BlobFiles files(dir.path(u"media"_s), sealer);
    CHECK_FALSE(files.put("one"));
    CHECK_FALSE(files.contains(crypto::sha256(QByteArray("one"))));
}

TEST_CASE("blobs wait for the server's word, strokes first and small ones before large", "[store][blobs]")
{
    StoreBox box;
    const QByteArray large = must(box->putBlob(QByteArray(5000, 'l'), u"image/jpeg"_s));
    const QByteArray small = must(box->putBlob(QByteArray(50, 's'), u"image/png"_s));
    const QByteArray strokes = must(box->putBlob(QByteArray(500, '{'), u"application/json"_s));
    const auto waiting = [&] {
        std::vector<QByteArray> hashes;
        for (const BlobRow &row : must(box->unverifiedBlobs()))
            hashes.push_back(row.sha256);
        return hashes;
    };
    CHECK(waiting() == std::vector<QByteArray>{strokes, small, large});
    must(box->markBlobsVerified({strokes, large, QByteArray(32, 'u')}));
    box.open();
    CHECK(waiting() == std::vector<QByteArray>{small});
    // The same photo again is still verified; the server may ask for it once more.
    must(box->putBlob(QByteArray(5000, 'l'), u"image/jpeg"_s));
    CHECK(waiting() == std::vector<QByteArray>{small});
    must(box->markBlobsMissing({large}));
    CHECK(waiting() == std::vector<QByteArray>{small, large});
    CHECK(must(box->blob(small)) == QByteArray(50, 's'));
}

TEST_CASE("a fetched blob is kept only under its own hash", "[store][blobs]")
{
    StoreBox box;
    const QByteArray bytes("from the server");
    CHECK(codeOf(box->keepFetchedBlob(crypto::sha256(QByteArray("other")), bytes, u"image/png"_s))
          == ErrorCode::Damaged);
    must(box->keepFetchedBlob(crypto::sha256(bytes), bytes, u"image/png"_s));
    CHECK(must(box->blob(crypto::sha256(bytes))) == bytes);
    CHECK(must(box->unverifiedBlobs()).empty());
    CHECK(must(box->verify()).blobsChecked == 1);
}
