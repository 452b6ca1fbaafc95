// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "office_data.h"

#include <ruhu/crypto/authenticator.h>
#include <ruhu/crypto/password_rules.h>
#include <ruhu/domain/names.h>

#include <QDate>
#include <QList>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace ruhu::service {
namespace {

constexpr qsizetype kMaxNameChars = 80;
constexpr qint64 kCodeLifeMs = 15 * 60 * 1000;

/// Statements are prepared once for each text and known by its place: callers keep what they get.
QByteArray selectUser(const char *behind)
{
    return QByteArrayLiteral("SELECT id,login,display_name,role,team_id,disabled,mobile,employer,qualified_until,"
                             "factor_secret IS NOT NULL FROM user_account ")
           + behind;
}

User readUser(store::Statement &s)
{
    User user;
    user.id = UserId(s.uuid(0));
    user.login = s.text(1);
    user.displayName = s.text(2);
    user.role = s.text(3);
    user.team = TeamId(s.uuid(4));
    user.disabled = s.integer(5) != 0;
    user.mobile = s.text(6);
    user.employer = s.text(7);
    user.qualifiedUntil = s.text(8);
    user.hasSecondFactor = s.integer(9) != 0;
    return user;
}

/// Logins are typed on small keyboards and stand in command lines: letters, digits and . _ - only.
bool isLogin(const QString &login)
{
    if (login.isEmpty() || login.size() > 32)
        return false;
    return std::all_of(login.begin(), login.end(), [](QChar c) {
        return (c >= u'a' && c <= u'z') || (c >= u'0' && c <= u'9') || c == u'.' || c == u'_' || c == u'-';
    });
}

Result<void> checkNewUser(const QString &login, const QString &displayName, const domain::RoleRule &role,
                          const QString &password)
{
    if (!isLogin(login))
        return Error{ErrorCode::InvalidInput, u"a login has 1 to 32 of a-z 0-9 . _ -"_s, u"login"_s};
    if (displayName.trimmed().isEmpty() || displayName.size() > kMaxNameChars)
        return Error{ErrorCode::InvalidInput, u"a display name has 1 to 80 characters"_s, u"displayName"_s};
    if (!role.forPeople)
        return Error{ErrorCode::InvalidInput, u"no account can have this role"_s, u"role"_s};
    return crypto::checkNewPassword(password, {login, displayName});
}

Result<void> checkDetails(const UserDetails &details)
{
    static const QRegularExpression form(u"^(\\+?[0-9]([ -]?[0-9]){4,14})?$"_s);
    if (details.mobile && !form.match(*details.mobile).hasMatch())
        return Error{ErrorCode::InvalidInput, u"a mobile number has 5 to 15 digits"_s, u"mobile"_s};
    if (details.employer && details.employer->size() > kMaxNameChars)
        return Error{ErrorCode::InvalidInput, u"an employer's name has at most 80 characters"_s, u"employer"_s};
    const QString day = details.qualifiedUntil.value_or(QString());
    if (!day.isEmpty() && QDate::fromString(day, Qt::ISODate).toString(Qt::ISODate) != day)
        return Error{ErrorCode::InvalidInput, u"a day as 2026-12-31"_s, u"qualifiedUntil"_s};
    return {};
}

/// A UNIQUE column said no: tell the caller which thing exists already.
Error namedConflict(const Error &error, const QString &subject)
{
    if (error.code != ErrorCode::Conflict)
        return error;
    return {ErrorCode::Conflict, u"exists already"_s, subject};
}

/// A null secret takes it away. Whoever was signed in without it is out.
Result<void> setSecondFactor(OfficeData &d, const QString &login, const QByteArray &secret, const QString &act)
{
    auto transaction = store::Transaction::begin(*d.db);
    if (!transaction)
        return transaction.error();
    const auto user = requireUser(*d.db, login);
    if (!user)
        return user.error();
    const Result<void> steps[] = {
        runSql(*d.db, "UPDATE user_account SET factor_secret=?, factor_used=0 WHERE id=?", secret, user->id),
        runSql(*d.db, "DELETE FROM session WHERE user_id=?", user->id),
        audit(d, act, user->id.toString()),
    };
    for (const auto &step : steps) {
        if (!step)
            return step.error();
    }
    return transaction->commit();
}

} // namespace

Result<std::optional<User>> userByLogin(store::Database &db, const QString &login)
{
    static const QByteArray sql = selectUser("WHERE login=?");
    return oneRow(db, sql.constData(), readUser, login);
}

Result<std::optional<User>> userById(store::Database &db, UserId id)
{
    static const QByteArray sql = selectUser("WHERE id=?");
    return oneRow(db, sql.constData(), readUser, id);
}

Result<void> storePassword(OfficeData &d, UserId user, const QByteArray &hash)
{
    if (auto done = runSql(*d.db, "UPDATE user_account SET password_hash=? WHERE id=?", hash, user); !done)
        return done;
    // Whoever knew the old one is out, and nobody waits for what was tried with it.
    for (const char *sql : {"DELETE FROM session WHERE user_id=?", "DELETE FROM login_try WHERE user_id=?"}) {
        if (auto done = runSql(*d.db, sql, user); !done)
            return done;
    }
    return {};
}

Result<User> requireUser(store::Database &db, const QString &login)
{
    auto user = userByLogin(db, login);
    if (!user)
        return user.error();
    if (!*user)
        return Error{ErrorCode::NotFound, u"no such user"_s, login};
    return **user;
}

Result<Team> Office::addTeam(const QString &name)
{
    if (name.trimmed().isEmpty() || name.size() > kMaxNameChars)
        return Error{ErrorCode::InvalidInput, u"a team name has 1 to 80 characters"_s, u"name"_s};
    const Team team{TeamId(m_d->ids.next()), name.trimmed()};
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    if (auto done = runSql(*m_d->db, "INSERT INTO team(id,name) VALUES(?,?)", team.id, team.name); !done)
        return namedConflict(done.error(), team.name);
    if (auto done = audit(*m_d, u"team.add"_s, team.id.toString()); !done)
        return done.error();
    if (auto done = transaction->commit(); !done)
        return done.error();
    return team;
}

Result<std::vector<Team>> Office::teams()
{
    std::vector<Team> teams;
    auto done = eachRow(*m_d->db, "SELECT id,name FROM team ORDER BY name", [&](store::Statement &s) {
        teams.push_back({TeamId(s.uuid(0)), s.text(1)});
    });
    if (!done)
        return done.error();
    return teams;
}

Result<User> Office::addUser(const QString &login, const QString &displayName, const domain::RoleId &role, TeamId team,
                             const QString &password)
{
    const auto roles = this->roles();
    if (!roles)
        return roles.error();
    if (auto checked = checkNewUser(login, displayName, (*roles)->role(role), password); !checked)
        return checked.error();
    auto hash = crypto::hashPassword(password, m_d->passwordCost);
    if (!hash)
        return hash.error();
    auto known = oneRow(
        *m_d->db, "SELECT id FROM team WHERE id=?", [](store::Statement &s) { return s.uuid(0); }, team);
    if (!known)
        return known.error();
    if (!*known)
        return Error{ErrorCode::NotFound, u"no such team"_s, team.toString()};
    const User user{UserId(m_d->ids.next()), login, displayName.trimmed(), role, team, false, {}, {}, {}, false};
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto done = runSql(*m_d->db,
                       "INSERT INTO user_account(id,login,display_name,role,team_id,password_hash,created_ms)"
                       " VALUES(?,?,?,?,?,?,?)",
                       user.id, user.login, user.displayName, role, team, *hash, m_d->nowMs());
    if (!done)
        return namedConflict(done.error(), login);
    if (auto noted = audit(*m_d, u"user.add"_s, user.id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return user;
}

Result<std::vector<User>> Office::users()
{
    std::vector<User> users;
    static const QByteArray sql = selectUser("ORDER BY login");
    auto done = eachRow(*m_d->db, sql.constData(), [&](store::Statement &s) { users.push_back(readUser(s)); });
    if (!done)
        return done.error();
    return users;
}

Result<void> Office::setUserDisabled(const QString &login, bool disabled)
{
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    if (auto done = runSql(*m_d->db, "UPDATE user_account SET disabled=? WHERE id=?", disabled, user->id); !done)
        return done;
    // While it is off its tokens are told why they do not work; whoever comes back signs in anew.
    if (auto ended = runSql(*m_d->db, "DELETE FROM session WHERE user_id=? AND NOT ?", user->id, disabled); !ended)
        return ended;
    if (auto noted = audit(*m_d, disabled ? u"user.disable"_s : u"user.enable"_s, user->id.toString()); !noted)
        return noted;
    return transaction->commit();
}

Result<User> Office::setUserDetails(const QString &login, const UserDetails &details)
{
    if (auto checked = checkDetails(details); !checked)
        return checked.error();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    user->mobile = details.mobile.value_or(user->mobile);
    user->employer = details.employer.value_or(user->employer).trimmed();
    user->qualifiedUntil = details.qualifiedUntil.value_or(user->qualifiedUntil);
    if (auto done = runSql(*m_d->db, "UPDATE user_account SET mobile=?, employer=?, qualified_until=? WHERE id=?",
                           user->mobile, user->employer, user->qualifiedUntil, user->id);
        !done)
        return done.error();
    if (auto noted = audit(*m_d, u"user.details"_s, user->id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return *user;
}

Result<void> Office::setPassword(const QString &login, const QString &password)
{
    const auto known = userByLogin(*m_d->db, login);
    if (!known)
        return known.error();
    if (auto checked = crypto::checkNewPassword(password, {login, *known ? (*known)->displayName : QString()});
        !checked)
        return checked;
    auto hash = crypto::hashPassword(password, m_d->passwordCost);
    if (!hash)
        return hash.error();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    if (auto stored = storePassword(*m_d, user->id, *hash); !stored)
        return stored;
    if (auto noted = audit(*m_d, u"user.password"_s, user->id.toString()); !noted)
        return noted;
    return transaction->commit();
}

Result<QString> Office::newSecondFactor(const QString &login)
{
    const QByteArray secret = crypto::newAuthenticatorSecret();
    if (auto set = setSecondFactor(*m_d, login, secret, u"user.second-factor"_s); !set)
        return set.error();
    return crypto::authenticatorUri(secret, login, u"Ruhu"_s);
}

Result<void> Office::removeSecondFactor(const QString &login)
{
    return setSecondFactor(*m_d, login, {}, u"user.second-factor-removed"_s);
}

Result<QString> Office::newEnrolCode(const QString &login)
{
    const QString code = crypto::newOneTimeCode();
    auto transaction = store::Transaction::begin(*m_d->db);
    if (!transaction)
        return transaction.error();
    auto user = requireUser(*m_d->db, login);
    if (!user)
        return user.error();
    if (user->disabled)
        return refusal(ErrorCode::NotAllowed, u"disabled-user"_s, u"the account is disabled"_s);
    auto done = runSql(*m_d->db,
                       "INSERT INTO enrol_code(user_id,code_hash,expires_ms,tries) VALUES(?,?,?,0) ON CONFLICT(user_id)"
                       " DO UPDATE SET code_hash=excluded.code_hash, expires_ms=excluded.expires_ms, tries=0",
                       user->id, crypto::tokenHash(crypto::normaliseCode(code)), m_d->nowMs() + kCodeLifeMs);
    if (!done)
        return done.error();
    if (auto noted = audit(*m_d, u"enrol-code.new"_s, user->id.toString()); !noted)
        return noted.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return code;
}

} // namespace ruhu::service
