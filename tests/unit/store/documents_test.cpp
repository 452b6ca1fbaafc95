// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "store_fixture.h"

#include <ruhu_test/small_code.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::store;
using namespace ruhu::test;

namespace {

/// A store with one ticket of an order that is bound to this hash.
struct Bound {
    explicit Bound(const QString &hash) : ticket(make.newTicket())
    {
        must(box->record(make.order(ticket, u"IN-A"_s, hash)));
    }

    StoreBox box;
    EventMaker make;
    TicketId ticket;
};

} // namespace

TEST_CASE("a ticket's service code is missing until it is kept, and is there after every start", "[store][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    const QString hash = documentHash(document);
    Bound bound(hash);
    StoreBox &box = bound.box;
    CHECK_FALSE(box->catalogue(hash));
    CHECK(must(box->missingDocuments()) == std::vector{hash});

    CHECK(must(box->keepDocument(hash, document)) == std::vector{bound.ticket});
    REQUIRE(box->catalogue(hash));
    CHECK(box->catalogue(hash)->version == u"2027.1"_s);
    CHECK(must(box->missingDocuments()).empty());
    const auto held = box->catalogue(hash);

    box.open();
    REQUIRE(box->catalogue(hash));
    CHECK(*box->catalogue(hash) == *held);
    CHECK(must(box->missingDocuments()).empty());
    CHECK(must(box->verify()).firstBad.isEmpty());
    const QByteArray before = must(box->dumpProjection());
    must(box->rebuild());
    CHECK(must(box->dumpProjection()) == before);
    CHECK(must(box->missingDocuments()).empty());
}

TEST_CASE("a service code that the program carries, or a name that is no hash, is not missing", "[store][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    Bound bound(u"c0ffee"_s);
    CHECK(must(bound.box->missingDocuments()).empty());
    must(bound.box->record(bound.make.order(bound.make.newTicket(), u"IN-B"_s, documentHash(document))));
    CHECK(must(bound.box->missingDocuments()).size() == 1);
    domain::Catalogue carried = *domain::readCatalogue(document);
    carried.hash = documentHash(document);
    bound.box.shelf.add(carried);
    CHECK(must(bound.box->missingDocuments()).empty());
}

TEST_CASE("a service code waits for the reference documents that it names", "[store][documents]")
{
    const QByteArray phrases = smallPhrases("2027.1");
    const QByteArray document = smallServiceCode("2027.1", phrases);
    const QString hash = documentHash(document);
    Bound bound(hash);
    StoreBox &box = bound.box;
    CHECK(must(box->keepDocument(hash, document)).empty());
    CHECK_FALSE(box->catalogue(hash));
    CHECK(must(box->missingDocuments()) == std::vector{documentHash(phrases)});
    CHECK(must(box->unreadableDocuments()).empty());
    box.open();
    CHECK(must(box->missingDocuments()) == std::vector{documentHash(phrases)});
    CHECK(must(box->keepDocument(documentHash(phrases), phrases)) == std::vector{bound.ticket});
    CHECK(box->catalogue(hash));
    CHECK(must(box->missingDocuments()).empty());
    box.open();
    CHECK(box->catalogue(hash));
}

TEST_CASE("a reference document that the program carries is not fetched", "[store][documents]")
{
    const QByteArray phrases = smallPhrases("2027.1");
    const QByteArray document = smallServiceCode("2027.1", phrases);
    Bound bound(documentHash(document));
    bound.box.shelf.setDocuments({{documentHash(phrases), phrases}});
    CHECK(must(bound.box->keepDocument(documentHash(document), document)).size() == 1);
    CHECK(bound.box->catalogue(documentHash(document)));
}

TEST_CASE("bytes under another name than theirs are not kept", "[store][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    Bound bound(documentHash(document));
    CHECK(codeOf(bound.box->keepDocument(documentHash(document), document + ' ')) == ErrorCode::Damaged);
    CHECK(codeOf(bound.box->keepDocument(u"../etc"_s, document)) == ErrorCode::Damaged);
    CHECK(must(bound.box->missingDocuments()).size() == 1);
    bound.box.open();
    CHECK(must(bound.box->missingDocuments()).size() == 1);
}

TEST_CASE("a kept document that does not read is told with the path and never used", "[store][documents]")
{
    QByteArray document = smallServiceCode("2027.1");
    document.replace("\"steps\":[]", "\"steps\":[],\"later\":1");
    const QString hash = documentHash(document);
    Bound bound(hash);
    must(bound.box->keepDocument(hash, document));
    const auto check = [&] {
        CHECK_FALSE(bound.box->catalogue(hash));
        CHECK(must(bound.box->missingDocuments()).empty());
        const auto problems = must(bound.box->unreadableDocuments());
        REQUIRE(problems.count(hash) == 1);
        CHECK(problems.at(hash).subject == u"later"_s);
    };
    check();
    bound.box.open();
    check();
}

TEST_CASE("a document damaged on the disk is found, not used, and replaced when it comes again", "[store][documents]")
{
    const QByteArray document = smallServiceCode("2027.1");
    const QString hash = documentHash(document);
    Bound bound(hash);
    must(bound.box->keepDocument(hash, document));
    bound.box.close();
    CHECK(bound.box.tamper("UPDATE document SET body = CAST('{}' AS BLOB)") == 1);
    bound.box.open();
    CHECK(must(bound.box->verify()).firstBad == u"document "_s + hash);
    CHECK_FALSE(bound.box->catalogue(hash));
    CHECK(must(bound.box->missingDocuments()) == std::vector{hash});
    must(bound.box->keepDocument(hash, document));
    bound.box.open();
    CHECK(bound.box->catalogue(hash));
    CHECK(must(bound.box->verify()).firstBad.isEmpty());
}
