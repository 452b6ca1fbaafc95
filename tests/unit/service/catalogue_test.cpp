// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_fixture.h"

#include <ruhu/service/api.h>

#include <ruhu_test/small_code.h>

using namespace Qt::Literals::StringLiterals;
using namespace ruhu;
using namespace ruhu::test;

namespace {

QString boundTo(OfficeFixture &f, TicketId ticket)
{
    return must(f.office->ticket(ticket)).order.catalogue;
}

} // namespace

TEST_CASE("new tickets are bound to the newest published service code, open ones keep theirs", "[service][catalogue]")
{
    OfficeFixture f;
    const TicketId old = f.open(u"IN-1"_s);
    CHECK(boundTo(f, old) == QString(64, u'a'));
    const auto first = must(f.office->publishCatalogue(smallServiceCode("2026.2")));
    CHECK(first.isNewest);
    CHECK(boundTo(f, f.open(u"IN-2"_s)) == first.hash);
    const auto second = must(f.office->publishCatalogue(smallServiceCode("2026.10")));
    CHECK(boundTo(f, f.open(u"IN-3"_s)) == second.hash);
    CHECK(boundTo(f, old) == QString(64, u'a'));
    const auto list = must(f.office->publishedCatalogues());
    REQUIRE(list.size() == 2);
    CHECK(list[0].version == u"2026.10"_s);
    CHECK(list[0].isNewest);
    CHECK_FALSE(list[1].isNewest);
    CHECK(list[1].publishedAt == f.clock.now());
    CHECK(must(f.office->verify()).firstBad.isEmpty());
}

TEST_CASE("every office of a folder sees what another one publishes at once", "[service][catalogue]")
{
    OfficeFixture f;
    const auto other = f.another();
    const auto published = must(other->publishCatalogue(smallServiceCode("2027.1")));
    CHECK(boundTo(f, f.open(u"IN-1"_s)) == published.hash);
    CHECK(must(f.office->catalogueDocument(published.hash)) == smallServiceCode("2027.1"));
}

TEST_CASE("publishing the same bytes again changes nothing", "[service][catalogue]")
{
    OfficeFixture f;
    const auto first = must(f.office->publishCatalogue(smallServiceCode("2027.1")));
    f.clock.advance(std::chrono::hours(1));
    const auto again = must(f.office->publishCatalogue(smallServiceCode("2027.1")));
    CHECK(again.hash == first.hash);
    CHECK(again.publishedAt == first.publishedAt);
    CHECK(must(f.office->publishedCatalogues()).size() == 1);
}

TEST_CASE("a bad document is refused with its path and the old version stays in force", "[service][catalogue]")
{
    OfficeFixture f;
    const auto inForce = must(f.office->publishCatalogue(smallServiceCode("2027.1")));
    const auto changed = [](const QByteArray &from, const QByteArray &to) {
        QByteArray document = smallServiceCode("2027.2");
        REQUIRE(document.contains(from));
        return document.replace(from, to);
    };
    const std::tuple<QByteArray, ErrorCode, QString> rows[] = {
        {changed("\"steps\":[]", "\"steps\":[],\"later\":1"), ErrorCode::InvalidInput, u"later"_s},
        {changed("\"zh\":\"预约\"", "\"zh\":\"\""), ErrorCode::InvalidInput, u"stages[0].title"_s},
        {changed("\"service-code\"", "\"service-kode\""), ErrorCode::InvalidInput, u"id"_s},
        {changed("2027.2", "2026.9"), ErrorCode::InvalidInput, u"version"_s},
        {changed("2027.2", "2027.2-draft"), ErrorCode::InvalidInput, u"version"_s},
        {changed("\"en\":\"Book\"", "\"en\":\"Books\"").replace("2027.2", "2027.1"), ErrorCode::Conflict, u"version"_s},
        {QByteArray(2 * 1024 * 1024, ' '), ErrorCode::TooLarge, QString()},
    };
    for (const auto &[document, code, path] : rows) {
        const auto refused = f.office->publishCatalogue(document);
        REQUIRE_FALSE(refused);
        CHECK(refused.error().code == code);
        CHECK(refused.error().subject == path);
    }
    CHECK(must(f.office->publishedCatalogues()).size() == 1);
    CHECK(boundTo(f, f.open(u"IN-1"_s)) == inForce.hash);
}

TEST_CASE("a version that the program carries with other content cannot be published", "[service][catalogue]")
{
    OfficeFixture f;
    const auto refused = f.office->publishCatalogue(smallServiceCode("2026.1"));
    REQUIRE_FALSE(refused);
    CHECK(refused.error().subject == u"version"_s);
}

TEST_CASE("the document that the program carries may be published for older programs", "[service][catalogue]")
{
    OfficeFixture f;
    const QByteArray document = smallServiceCode("2026.2");
    domain::Catalogue carried = *domain::readCatalogue(document);
    carried.hash = documentHash(document);
    f.shelf.add(carried);
    CHECK(must(f.office->publishCatalogue(document)).hash == carried.hash);
    CHECK(boundTo(f, f.open(u"IN-1"_s)) == carried.hash);
}

TEST_CASE("a service code is published with the reference documents that it names", "[service][catalogue]")
{
    OfficeFixture f;
    const QByteArray phrases = smallPhrases("2027.1");
    const QByteArray document = smallServiceCode("2027.1", phrases);
    const auto without = f.office->publishCatalogue(document);
    REQUIRE_FALSE(without);
    CHECK(without.error().subject == u"documents.phrases"_s);
    const auto stray = f.office->publishCatalogue(smallServiceCode("2027.1"), {phrases});
    REQUIRE_FALSE(stray);
    CHECK(stray.error().subject == u"documents"_s);
    const auto published = must(f.office->publishCatalogue(document, {phrases}));
    CHECK(must(f.office->publishedCatalogues()).size() == 2);
    CHECK(must(f.office->catalogueDocument(documentHash(phrases))) == phrases);
    CHECK(boundTo(f, f.open(u"IN-1"_s)) == published.hash);
    // The next one names the same; its content cannot change under the same number.
    CHECK(must(f.office->publishCatalogue(smallServiceCode("2027.2", phrases))).isNewest);
    const QByteArray other = smallPhrases("2027.1") + ' ';
    CHECK(f.office->publishCatalogue(smallServiceCode("2027.3", other), {other}).error().code == ErrorCode::Conflict);
    CHECK(must(f.office->publishedCatalogues()).size() == 3);
}

TEST_CASE("what the program carries of reference documents is published with the code", "[service][catalogue]")
{
    OfficeFixture f;
    const QByteArray phrases = smallPhrases("2027.1");
    f.shelf.setDocuments({{documentHash(phrases), phrases}});
    must(f.office->publishCatalogue(smallServiceCode("2027.1", phrases)));
    CHECK(must(f.office->catalogueDocument(documentHash(phrases))) == phrases);
}

TEST_CASE("whoever is signed in gets a published document by its hash, byte for byte", "[service][catalogue]")
{
    OfficeFixture f;
    const QByteArray document = smallServiceCode("2027.1");
    const auto published = must(f.office->publishCatalogue(document));
    service::HttpRequest request;
    request.method = "GET";
    request.path = u"/v1/catalogue/"_s + published.hash;
    CHECK(service::handle(*f.office, request).status == 401);
    const Laptop anna = f.laptop(u"anna"_s);
    const auto answer = service::handle(*f.office, f.proved(anna, request));
    CHECK(answer.status == 200);
    CHECK(answer.body == document);
    request.path = u"/v1/catalogue/"_s + QString(64, u'0');
    CHECK(service::handle(*f.office, f.proved(anna, request)).status == 404);
}
