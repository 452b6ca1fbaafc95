// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include <ruhu/crypto/certificates.h>

#include <openssl/bio.h>
#include <openssl/ec.h>
#include <openssl/evp.h>
#include <openssl/pem.h>
#include <openssl/x509.h>
#include <openssl/x509v3.h>

#include <algorithm>
#include <memory>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::crypto {
namespace {

template<auto Free>
struct Deleter {
    template<typename T>
    void operator()(T *pointer) const
    {
        Free(pointer);
    }
};
using Key = std::unique_ptr<EVP_PKEY, Deleter<EVP_PKEY_free>>;
using Certificate = std::unique_ptr<X509, Deleter<X509_free>>;
using Bio = std::unique_ptr<BIO, Deleter<BIO_free_all>>;
using Number = std::unique_ptr<BIGNUM, Deleter<BN_free>>;
using Names = std::unique_ptr<GENERAL_NAMES, Deleter<GENERAL_NAMES_free>>;
using Extension = std::unique_ptr<X509_EXTENSION, Deleter<X509_EXTENSION_free>>;

constexpr int kVersion3 = 2; // X.509 counts from 0
constexpr int kSerialBits = 127; // positive and at most 20 bytes (RFC 5280 4.1.2.2)
constexpr qsizetype kMaxCommonName = 64; // ub-common-name

Error failed(const QString &what)
{
    return Error{ErrorCode::Internal, u"OpenSSL: "_s + what, {}};
}

Key newKey()
{
    return Key(EVP_PKEY_Q_keygen(nullptr, nullptr, "EC", "P-256"));
}

QByteArray contents(const Bio &bio)
{
    char *data = nullptr;
    const long size = BIO_get_mem_data(bio.get(), &data);
    return QByteArray(data, size);
}

QByteArray pem(const Certificate &certificate)
{
    const Bio bio(BIO_new(BIO_s_mem()));
    PEM_write_bio_X509(bio.get(), certificate.get());
    return contents(bio);
}

QByteArray pem(const Key &key)
{
    const Bio bio(BIO_new(BIO_s_secmem()));
    PEM_write_bio_PKCS8PrivateKey(bio.get(), key.get(), nullptr, nullptr, 0, nullptr, nullptr);
    return contents(bio);
}

bool setSerial(X509 *certificate)
{
    const Number number(BN_new());
    return BN_rand(number.get(), kSerialBits, BN_RAND_TOP_ANY, BN_RAND_BOTTOM_ANY)
           && BN_to_ASN1_INTEGER(number.get(), X509_get_serialNumber(certificate));
}

bool setValidity(X509 *certificate, WallTime now, int validDays)
{
    using std::chrono::days;
    using std::chrono::floor;
    using std::chrono::seconds;
    const auto begin = floor<seconds>(now - days(1)).time_since_epoch().count();
    const auto end = floor<seconds>(now + days(validDays)).time_since_epoch().count();
    return ASN1_TIME_set(X509_getm_notBefore(certificate), begin)
           && ASN1_TIME_set(X509_getm_notAfter(certificate), end);
}

bool addExtension(X509 *certificate, X509 *issuer, int nid, const char *value)
{
    X509V3_CTX context;
    X509V3_set_ctx(&context, issuer, certificate, nullptr, nullptr, 0);
    const Extension extension(X509V3_EXT_conf_nid(nullptr, &context, nid, value));
    return extension && X509_add_ext(certificate, extension.get(), -1);
}

/// A certificate with everything but names, extensions and signature.
Certificate blank(const Key &key, const QString &commonName, WallTime now, int validDays)
{
    Certificate certificate(X509_new());
    const QByteArray name = commonName.left(kMaxCommonName).toUtf8();
    const bool good =
        certificate && X509_set_version(certificate.get(), kVersion3) && setSerial(certificate.get())
        && setValidity(certificate.get(), now, validDays) && X509_set_pubkey(certificate.get(), key.get())
        && X509_NAME_add_entry_by_txt(X509_get_subject_name(certificate.get()), "CN", MBSTRING_UTF8,
                                      reinterpret_cast<const unsigned char *>(name.constData()), -1, -1, 0);
    return good ? std::move(certificate) : nullptr;
}

bool isHostName(const QString &name)
{
    const auto allowed = [](QChar c) {
        return c.unicode() < 128 && (c.isLetterOrNumber() || c == u'-' || c == u'.' || c == u'*');
    };
    return !name.isEmpty() && name.size() <= 253 && std::all_of(name.begin(), name.end(), allowed);
}

/// Built as values, not as configuration text: a name cannot smuggle in a second one.
Result<Names> alternativeNames(const QStringList &names)
{
    Names out(GENERAL_NAMES_new());
    for (const QString &name : names) {
        const QByteArray text = name.toLatin1();
        GENERAL_NAME *entry = GENERAL_NAME_new();
        GENERAL_NAMES *list = out.get();
        if (ASN1_OCTET_STRING *address = a2i_IPADDRESS(text.constData())) {
            GENERAL_NAME_set0_value(entry, GEN_IPADD, address);
        } else if (isHostName(name)) {
            ASN1_IA5STRING *host = ASN1_IA5STRING_new();
            ASN1_STRING_set(host, text.constData(), static_cast<int>(text.size()));
            GENERAL_NAME_set0_value(entry, GEN_DNS, host);
        } else {
            GENERAL_NAME_free(entry);
            return Error{ErrorCode::InvalidInput, u"neither a host name nor an address"_s, name};
        }
        sk_GENERAL_NAME_push(list, entry);
    }
    return out;
}

Certificate readCertificate(const QByteArray &text)
{
    const Bio bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    return Certificate(PEM_read_bio_X509(bio.get(), nullptr, nullptr, nullptr));
}

Key readKey(const QByteArray &text)
{
    const Bio bio(BIO_new_mem_buf(text.constData(), static_cast<int>(text.size())));
    return Key(PEM_read_bio_PrivateKey(bio.get(), nullptr, nullptr, nullptr));
}

bool addServerExtensions(X509 *certificate, X509 *issuer, const Names &names)
{
    return addExtension(certificate, issuer, NID_basic_constraints, "critical,CA:FALSE")
           && addExtension(certificate, issuer, NID_key_usage, "critical,digitalSignature")
           && addExtension(certificate, issuer, NID_ext_key_usage, "serverAuth")
           && addExtension(certificate, issuer, NID_subject_key_identifier, "hash")
           && addExtension(certificate, issuer, NID_authority_key_identifier, "keyid:always")
           && X509_add1_ext_i2d(certificate, NID_subject_alt_name, names.get(), 0, 0) == 1;
}

} // namespace

Result<CertificateAuthority> makeAuthority(const QString &name, WallTime now, int validDays)
{
    if (name.trimmed().isEmpty() || validDays < 1)
        return Error{ErrorCode::InvalidInput, u"an authority needs a name and a term"_s, name};
    const Key key = newKey();
    if (!key)
        return failed(u"no key"_s);
    const Certificate certificate = blank(key, name, now, validDays);
    if (!certificate)
        return failed(u"no certificate"_s);
    X509 *self = certificate.get();
    const bool good = X509_set_issuer_name(self, X509_get_subject_name(self))
                      && addExtension(self, self, NID_basic_constraints, "critical,CA:TRUE,pathlen:0")
                      && addExtension(self, self, NID_key_usage, "critical,keyCertSign,cRLSign")
                      && addExtension(self, self, NID_subject_key_identifier, "hash")
                      && X509_sign(self, key.get(), EVP_sha256());
    if (!good)
        return failed(u"the authority cannot be signed"_s);
    return CertificateAuthority{pem(certificate), pem(key)};
}

Result<ServerCertificate> issueServerCertificate(const CertificateAuthority &ca, const QStringList &names, WallTime now,
                                                 int validDays)
{
    if (names.isEmpty() || validDays < 1)
        return Error{ErrorCode::InvalidInput, u"a certificate needs a name and a term"_s, {}};
    const auto alternatives = alternativeNames(names);
    if (!alternatives)
        return alternatives.error();
    const Certificate issuer = readCertificate(ca.certificatePem);
    const Key issuerKey = readKey(ca.keyPem);
    if (!issuer || !issuerKey || X509_check_private_key(issuer.get(), issuerKey.get()) != 1)
        return Error{ErrorCode::Damaged, u"the authority's certificate and key do not belong together"_s, {}};
    const Key key = newKey();
    if (!key)
        return failed(u"no key"_s);
    const Certificate certificate = blank(key, names.first(), now, validDays);
    if (!certificate)
        return failed(u"no certificate"_s);
    const bool good = X509_set_issuer_name(certificate.get(), X509_get_subject_name(issuer.get()))
                      && addServerExtensions(certificate.get(), issuer.get(), *alternatives)
                      && X509_sign(certificate.get(), issuerKey.get(), EVP_sha256());
    if (!good)
        return failed(u"the certificate cannot be signed"_s);
    return ServerCertificate{pem(certificate), pem(key)};
}

} // namespace ruhu::crypto
