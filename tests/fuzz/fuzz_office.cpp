// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "fuzz_office.h"

#include <ruhu/crypto/digest.h>
#include <ruhu/domain/roles.h>
#include <ruhu/protocol/request_proof.h>

#include <QDir>
#include <QFile>

namespace ruhu::fuzz {
namespace {

constexpr std::string_view kTokenMark = "@token@";
constexpr std::string_view kProofMark = "@proof@";
// The server keeps what it has taken for ten minutes: so many for each input are far below its limit.
constexpr int kMostProofs = 8;
constexpr Millis kBetweenInputs{10};

template<typename T>
T must(Result<T> result)
{
    require(result.has_value(), "the office of this target can be set up");
    return *std::move(result);
}

/// What a laptop does is written through to the disk, which would take most of the time.
QString memoryFolder()
{
    const QString shared = QStringLiteral("/dev/shm");
    return QFileInfo(shared).isWritable() ? shared : QDir::tempPath();
}

domain::Roles builtInRoles()
{
    QFile file(QStringLiteral(":/ruhu/office/roles.json"));
    require(file.open(QIODevice::ReadOnly), "a built-in document can be read");
    return must(domain::readRoles(file.readAll()));
}

} // namespace

FuzzOffice::FuzzOffice() : m_folder(memoryFolder() + QStringLiteral("/ruhu-fuzz-XXXXXX"))
{
    require(m_folder.isValid(), "there is a folder to work in");
    require(crypto::initialise().has_value(), "the crypto library starts");
    m_proofs = std::make_shared<service::RequestProofs>(m_clock);
    m_shelf.setRoles(std::make_shared<const domain::Roles>(builtInRoles()));
    const auto made = service::Office::initialise(m_folder.path(), m_clock, m_random);
    require(made.has_value(), "a folder of an office can be made");
    const auto office = open();
    const QString login = QStringLiteral("anna");
    const QString password = QStringLiteral("seven green ladders");
    const service::Team team = must(office->addTeam(QStringLiteral("team")));
    (void)must(office->addUser(login, login, domain::kTechnician, team.id, password));
    signIn(*office, login, password);
}

std::unique_ptr<service::Office> FuzzOffice::open()
{
    auto office = must(service::Office::open(m_folder.path(), m_shelf, m_clock, m_random));
    office->setPasswordCost(crypto::cheapKdfCostForTests());
    office->setRequestProofs(m_proofs);
    return office;
}

void FuzzOffice::signIn(service::Office &office, const QString &login, const QString &password)
{
    m_key = crypto::SigningKey::generate();
    protocol::EnrolRequest enrol;
    enrol.user = login;
    enrol.code = must(office.newEnrolCode(login));
    enrol.publicKey = m_key->publicKey();
    enrol.proof = m_key->sign(protocol::enrolMessage(crypto::normaliseCode(enrol.code), enrol.publicKey));
    enrol.deviceName = login;
    protocol::LoginRequest request;
    request.user = login;
    request.password = password;
    request.device = must(office.enrol(enrol)).device;
    request.issuedAt = m_clock.now();
    request.proof = m_key->sign(protocol::loginMessage(request.device, login, request.issuedAt));
    m_token = must(office.login(request)).token;
}

std::string FuzzOffice::proofFor(std::string_view before)
{
    // "GET /path HTTP/1.1": the last one before the mark; the line may begin behind a body without an end of its own.
    const std::size_t version = before.rfind(" HTTP/1.1\r\n");
    const std::size_t blank = version == before.npos ? before.npos : before.rfind(' ', version - 1);
    if (version == before.npos || version == 0 || blank == before.npos)
        return {};
    std::size_t begin = blank;
    while (begin > 0 && before[begin - 1] >= 'A' && before[begin - 1] <= 'Z')
        --begin;
    const auto bytes = [&](std::size_t from, std::size_t to) {
        return QByteArray(before.data() + from, static_cast<qsizetype>(to - from));
    };
    protocol::RequestProof proof;
    proof.nonce = m_proofs->nonce();
    proof.id = QByteArray::number(++m_proofCount, 16).rightJustified(32, '0');
    proof.signature =
        m_key->sign(protocol::proofMessage(bytes(begin, blank), bytes(blank + 1, version), m_token, proof));
    return protocol::encodeProof(proof).toStdString();
}

std::string FuzzOffice::withMarks(std::string text)
{
    // Nobody is served now, so nobody looks at the clock. Its wall time stands still: a token ends some day.
    const WallTime wall = m_clock.now();
    m_clock.advance(kBetweenInputs);
    m_clock.setWall(wall);
    const std::string token = m_token.toStdString();
    for (std::size_t at = text.find(kTokenMark); at != text.npos; at = text.find(kTokenMark, at + token.size()))
        text.replace(at, kTokenMark.size(), token);
    std::size_t at = text.find(kProofMark);
    for (int i = 0; i < kMostProofs && at != text.npos; ++i) {
        text.replace(at, kProofMark.size(), proofFor(std::string_view(text).substr(0, at)));
        at = text.find(kProofMark, at);
    }
    return text;
}

} // namespace ruhu::fuzz
