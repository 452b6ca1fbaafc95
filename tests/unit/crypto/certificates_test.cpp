// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/certificates.h>

#include <ruhu_test/catch_qt.h>

#include <openssl/bio.h>
#include <openssl/pem.h>
#include <openssl/x509_vfy.h>
#include <openssl/x509v3.h>

#include <memory>

using namespace ruhu;
using namespace ruhu::crypto;
using namespace Qt::Literals::StringLiterals;

namespace {

const WallTime kNow = wallTimeFromMs(1'772'300'000'000);

using Certificate = std::shared_ptr<X509>;

Certificate read(const QByteArray &pem)
{
    BIO *bio = BIO_new_mem_buf(pem.constData(), static_cast<int>(pem.size()));
    Certificate certificate(PEM_read_bio_X509(bio, nullptr, nullptr, nullptr), X509_free);
    BIO_free(bio);
    return certificate;
}

/// X509_V_OK, or why a TLS client would refuse.
int check(const CertificateAuthority &ca, const ServerCertificate &server, WallTime at, const char *address,
          const char *host)
{
    const Certificate root = read(ca.certificatePem);
    const Certificate leaf = read(server.certificatePem);
    REQUIRE(root);
    REQUIRE(leaf);
    const std::unique_ptr<X509_STORE, decltype(&X509_STORE_free)> store(X509_STORE_new(), X509_STORE_free);
    X509_STORE_add_cert(store.get(), root.get());
    const std::unique_ptr<X509_STORE_CTX, decltype(&X509_STORE_CTX_free)> context(X509_STORE_CTX_new(),
                                                                                  X509_STORE_CTX_free);
    X509_STORE_CTX_init(context.get(), store.get(), leaf.get(), nullptr);
    X509_VERIFY_PARAM *parameters = X509_STORE_CTX_get0_param(context.get());
    X509_VERIFY_PARAM_set_flags(parameters, X509_V_FLAG_X509_STRICT);
    X509_VERIFY_PARAM_set_time(parameters, toMs(at) / 1000);
    X509_VERIFY_PARAM_set_purpose(parameters, X509_PURPOSE_SSL_SERVER);
    if (address)
        X509_VERIFY_PARAM_set1_ip_asc(parameters, address);
    if (host)
        X509_VERIFY_PARAM_set1_host(parameters, host, 0);
    X509_verify_cert(context.get());
    return X509_STORE_CTX_get_error(context.get());
}

CertificateAuthority authority()
{
    auto ca = makeAuthority(u"Ruhu test authority"_s, kNow, 3650);
    REQUIRE(ca);
    return *ca;
}

} // namespace

TEST_CASE("OpenSSL accepts a server certificate for its names and addresses", "[crypto][certificates]")
{
    const CertificateAuthority ca = authority();
    const auto server = issueServerCertificate(ca, {u"127.0.0.1"_s, u"::1"_s, u"office.example"_s}, kNow, 825);
    REQUIRE(server);
    CHECK(check(ca, *server, kNow, "127.0.0.1", nullptr) == X509_V_OK);
    CHECK(check(ca, *server, kNow, "::1", nullptr) == X509_V_OK);
    CHECK(check(ca, *server, kNow, nullptr, "office.example") == X509_V_OK);
    CHECK(check(ca, *server, kNow, "127.0.0.2", nullptr) == X509_V_ERR_IP_ADDRESS_MISMATCH);
    CHECK(check(ca, *server, kNow, nullptr, "other.example") == X509_V_ERR_HOSTNAME_MISMATCH);
    CHECK(server->keyPem.startsWith("-----BEGIN PRIVATE KEY-----"));
}

TEST_CASE("a certificate is valid from a day before until its term", "[crypto][certificates]")
{
    const CertificateAuthority ca = authority();
    const auto server = issueServerCertificate(ca, {u"127.0.0.1"_s}, kNow, 30);
    REQUIRE(server);
    using std::chrono::hours;
    CHECK(check(ca, *server, kNow - hours(23), "127.0.0.1", nullptr) == X509_V_OK);
    CHECK(check(ca, *server, kNow - hours(25), "127.0.0.1", nullptr) == X509_V_ERR_CERT_NOT_YET_VALID);
    CHECK(check(ca, *server, kNow + hours(24 * 30 - 1), "127.0.0.1", nullptr) == X509_V_OK);
    CHECK(check(ca, *server, kNow + hours(24 * 30 + 1), "127.0.0.1", nullptr) == X509_V_ERR_CERT_HAS_EXPIRED);
}

TEST_CASE("a certificate of another authority is refused", "[crypto][certificates]")
{
    const auto server = issueServerCertificate(authority(), {u"127.0.0.1"_s}, kNow, 30);
    REQUIRE(server);
    CHECK(check(authority(), *server, kNow, "127.0.0.1", nullptr) != X509_V_OK);
}

TEST_CASE("a server certificate cannot issue others", "[crypto][certificates]")
{
    const CertificateAuthority ca = authority();
    const auto server = issueServerCertificate(ca, {u"office.example"_s}, kNow, 30);
    REQUIRE(server);
    const auto forged = issueServerCertificate({server->certificatePem, server->keyPem}, {u"127.0.0.1"_s}, kNow, 30);
    REQUIRE(forged);
    CHECK(check({server->certificatePem, server->keyPem}, *forged, kNow, "127.0.0.1", nullptr) != X509_V_OK);
}

TEST_CASE("bad names, terms and authorities are refused", "[crypto][certificates]")
{
    const CertificateAuthority ca = authority();
    const auto code = [](const auto &result) { return result ? ErrorCode::Internal : result.error().code; };
    CHECK(code(issueServerCertificate(ca, {}, kNow, 30)) == ErrorCode::InvalidInput);
    CHECK(code(issueServerCertificate(ca, {u"a,DNS:b"_s}, kNow, 30)) == ErrorCode::InvalidInput);
    CHECK(code(issueServerCertificate(ca, {u"办公室"_s}, kNow, 30)) == ErrorCode::InvalidInput);
    CHECK(code(issueServerCertificate(ca, {u"a.example"_s}, kNow, 0)) == ErrorCode::InvalidInput);
    CHECK(code(issueServerCertificate({ca.certificatePem, authority().keyPem}, {u"a"_s}, kNow, 30))
          == ErrorCode::Damaged);
    CHECK(code(issueServerCertificate({"x", "y"}, {u"a"_s}, kNow, 30)) == ErrorCode::Damaged);
    CHECK(code(makeAuthority(u" "_s, kNow, 30)) == ErrorCode::InvalidInput);
}
