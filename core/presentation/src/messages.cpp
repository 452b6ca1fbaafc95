// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "problem_source.h"
#include "words_tr.h"

#include <ruhu/crypto/password_rules.h>

namespace ruhu::presentation {
namespace {

using namespace Qt::Literals::StringLiterals;

constexpr auto kKept = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your work is safe on this laptop.");
constexpr auto kNothing = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Nothing was changed.");
constexpr auto kStillThere = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "What was stored before is still there.");
constexpr auto kEntry = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The entry is kept with its full history.");

constexpr auto kOldPassword = QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The password is the one it was.");

struct MessageRow {
    QLatin1StringView code; // ErrorCode name, problem code of the wire, or verdict on an entry
    const char *what;
    const char *safe;
    const char *next;
};

// The words of "password-short" and "password-long" name them.
static_assert(crypto::kMinPasswordChars == 15 && crypto::kMaxPasswordChars == 128);

constexpr MessageRow kMessageRows[] = {
    {"not-found"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This was not found."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Check the name or the folder and try again.")},
    {"conflict"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Somebody else changed this in the meantime."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Open it again, look at what is new and repeat your act.")},
    {"invalid-input"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This cannot be used as it is."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Correct it and try again.")},
    {"not-allowed"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "You may not do this with this sign-in."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Check the password, or ask your supervisor for the right.")},
    {"not-signed-in"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Nobody is signed in."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in and try again.")},
    {"offline"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server cannot be reached."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Go on working; it will be sent when the network is back.")},
    {"timeout"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server did not answer in time."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Go on working; it will be tried again by itself.")},
    {"busy"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Another program is using this at the moment."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Close the other window of Ruhu, or try again in a moment.")},
    {"server-failure"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server could not do its part."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "It will be tried again by itself. If it lasts, tell your supervisor.")},
    {"protocol-mismatch"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The answer was not in a form this program knows."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Check that this network is not behind a login page, then update Ruhu.")},
    {"tls-failure"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server could not prove who it is."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Nothing was sent. Check date and network; if it lasts, tell the office.")},
    {"too-large"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This is too large to be taken."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Choose a smaller one, for example a photo of less than 12 MB.")},
    {"disk-full"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The disk is full, so this was not kept."),
     kStillThere, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Free some space, then do it once more.")},
    {"read-only"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This place cannot be written to."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Choose another folder, or ask for the right to write here.")},
    {"store-read-only"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The folder that holds your work cannot be written to."), kStillThere,
     QT_TRANSLATE_NOOP(
         "ruhu::presentation::Tr",
         "Make sure that the disk is not write-protected, then sign in again. If it lasts, call the office: "
         "the disk may be failing.")},
    {"damaged"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "A file on this laptop is damaged."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Do not delete anything. Call the office; they can recover it with you.")},
    {"store-recovered"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "The file that holds your work was damaged. It was made anew from its remains and its copies."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Your entries are back as far as any of them could be read; the damaged file is kept."),
     QT_TRANSLATE_NOOP(
         "ruhu::presentation::Tr",
         "Go on working. What came from the office is fetched again. Tell the office that the disk may be failing.")},
    {"io-failure"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The disk failed while this was written."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "It is not sure that this was kept. What was stored before is still there."),
     QT_TRANSLATE_NOOP(
         "ruhu::presentation::Tr",
         "Close Ruhu, open it again and look before you do it once more. Call the office: the disk may be "
         "failing.")},
    {"schema-too-new"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This was made by a newer version of Ruhu."),
     kNothing, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Update Ruhu and open it again.")},
    {"cancelled"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "It was stopped before it was finished."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Start it again when you want it.")},
    {"internal"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Something went wrong that Ruhu did not expect."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Try once more. If it happens again, tell the office the code.")},
    {"password-short"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This password is too short."), kOldPassword,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Take 15 characters or more: four words that do not belong together are easy to keep in mind.")},
    {"password-long"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This password is too long."), kOldPassword,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Take 128 characters or less.")},
    {"password-known"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This password is among the first that somebody would guess."),
     kOldPassword,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Names, repeats, dates and rows of keys do not count. Add a word or two that nobody expects.")},
    {"password-unsure"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office did not say whether it took the new password."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Both passwords open this laptop until that is known."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Try once more when there is a network.")},
    {"gap"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server misses entries that came before."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "They are sent again by themselves.")},
    {"fork"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "The server holds other entries of this laptop than this laptop does."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Tell the office: this laptop may have been restored from an old copy.")},
    {"chain"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The chain of entries does not fit together."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell the office; they check it together with you.")},
    {"revoked-device"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This laptop was blocked by the office."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Call the office to have it allowed again.")},
    {"disabled-user"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your account is switched off."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Call your supervisor.")},
    {"role-reads-nothing"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your role works without tickets, so it needs no laptop of its own."),
     kNothing, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Ask the office if you expected another role.")},
    {"wrong-password"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The user name or the password is not right."),
     kNothing, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Type it once more; mind capital letters.")},
    {"wrong-number"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The number is not right."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Type it once more, or use the password. After five wrong ones only the "
                       "password opens.")},
    {"number-over"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The number opens this laptop no longer."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in with the password; then you can set a number again.")},
    {"number-short"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "A number has 6 to 12 digits and nothing else."),
     kNothing, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Choose another one.")},
    {"number-simple"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Whoever guesses tries this number among the first."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Take digits that do not follow each other.")},
    {"second-factor-needed"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office also asks for the code of your authenticator app."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in once more with the password and the six digits it shows.")},
    {"second-factor-wrong"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The code of the authenticator app is not right or was used already."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Wait for its next code. If that is refused as well, check the time of the phone.")},
    {"second-factor-unset"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Your role signs in with an authenticator app, and you have none yet."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Have your administrator set one up for you, then sign in again.")},
    {"wrong-code"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The one-time code is not right or was used already."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Ask the office for a new code.")},
    {"no-escrow"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This laptop cannot be opened again through the office."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Do not delete anything. If you find the password, sign in once with a network.")},
    {"reset-unanswered"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office did not answer, so this laptop is not open yet."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Try once more when there is a network. If the code is refused then, ask for another one.")},
    {"wiped"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office had this laptop cleared; nothing on it opens any more."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "What was not sent is kept, sealed for the office alone."),
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Call the office; with a new code this laptop can be set up again.")},
    {"second-person-needed"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Whoever asked for a new password cannot agree to it as well."),
     kNothing, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Let somebody else of the office agree.")},
    {"expired-token"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your sign-in at the server has ended."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in again to send your work.")},
    {"use-nonce"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server did not recognise this laptop in time."),
     kKept, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "It will be tried again by itself.")},
    {"bad-proof"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server does not recognise this laptop by its key."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Sign in again. If it lasts, tell the office the code.")},
    {"unknown-route"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server does not know this request."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Check the server address; one of the two may need an update.")},
    {"bad-request"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server could not read what was sent."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Update Ruhu. If it lasts, tell the office the code.")},
    {"body-too-large"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This is larger than the server takes."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "It is sent in smaller parts. If it lasts, tell the office the code.")},
    {"update-needed"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server needs a newer version of Ruhu."),
     kKept, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Update Ruhu, then it will be sent.")},
    {"too-many-tries"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "There were too many wrong tries."), kNothing,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Wait a little, then try again. The wait grows with every wrong try, from half a minute to "
                       "an hour.")},
    {"lease-over"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This laptop was too long without the office to open by itself."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Connect to a network and sign in once more; after that it opens without one again.")},
    {"lease-none"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This laptop has no leave to open without the office."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Connect to a network and sign in once more; after that it opens without one.")},
    {"clock-set-back"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The clock of this laptop shows an earlier time than before."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Set the clock right, or connect to a network; then sign in once more.")},
    {"tries-over"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Too many wrong passwords were tried, so this laptop opens only with the office's yes."),
     kKept, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Connect to a network and sign in once more.")},
    {"captive-portal"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This network wants a sign-in on a web page first."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Open a browser and sign in to the network, or use another one. Then it is sent by itself.")},
    {"proxy"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Something between this laptop and the server does not let it through."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "It will be tried again by itself. If it lasts, use another network or tell the office.")},
    {"bad-answer"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server's answer could not be read."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "It will be tried again by itself. If it lasts, tell the office the code.")},
    {"blob-refused"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The server did not take a photo or a signature."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell the office the code. Everything else is sent all the same.")},
    {"blob-too-large"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "A photo is larger than the 12 MB the server takes."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Attach a smaller photo and tell the office. Everything else is sent all the same.")},
    {"blob-damaged"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "A photo or a signature on this laptop is damaged."), kStillThere,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Do not delete anything and call the office. Everything else is sent all the same.")},
    {"feed"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "What the server sent does not fit together and was not taken."),
     kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell the office the code. Your own entries are sent all the same.")},
    {"document-missing"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office does not have the service code of a ticket."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Tell the office. The ticket can be read meanwhile; all others go on.")},
    {"document-damaged"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The service code of a ticket came damaged and was not taken."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Tell the office. The ticket can be read meanwhile; all others go on.")},
    {"document-unreadable"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "This program cannot read the service code of a ticket."), kKept,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Update Ruhu or tell the office. The ticket can be read meanwhile; all others go on.")},
    {"parked"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An entry was laid aside because it cannot be sent."),
     kEntry, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell your supervisor.")},
    {"undecodable"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The office could not read an entry."), kEntry,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell your supervisor; the entry can be looked at as it is.")},
    {"duplicate-id"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An entry was there already with other content."),
     kEntry, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell your supervisor.")},
    {"wrong-actor"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An entry carries another name than this sign-in."),
     kEntry, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell your supervisor who worked on this laptop.")},
    {"wrong-role"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An entry needs another role than yours."), kEntry,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell your supervisor.")},
    {"unknown-ticket"_L1,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "An entry belongs to a ticket the office does not know."), kEntry,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Tell your supervisor the ticket number.")},
    {"not-yours"_L1, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "The ticket was given to somebody else."), kEntry,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Your entries are kept. Ask the office who goes on.")},
};

/// What to do next when a laptop that is being set up does not reach the server.
struct SetUpRow {
    ErrorCode code;
    const char *next;
};
constexpr auto kCheckWay =
    QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Check the address and the network, then try again.");
constexpr SetUpRow kSetUpRows[] = {
    {ErrorCode::Offline, kCheckWay},
    {ErrorCode::Timeout, kCheckWay},
    {ErrorCode::TlsFailure,
     QT_TRANSLATE_NOOP("ruhu::presentation::Tr",
                       "Check the address and the certificate file you were given, then try again.")},
    {ErrorCode::ServerFailure, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Try again in a few minutes.")},
    {ErrorCode::Busy, QT_TRANSLATE_NOOP("ruhu::presentation::Tr", "Try again in a few minutes.")},
};

[[nodiscard]] const MessageRow *rowOf(const QString &code)
{
    const auto row = std::find_if(std::begin(kMessageRows), std::end(kMessageRows),
                                  [&](const MessageRow &r) { return r.code == code; });
    return row == std::end(kMessageRows) ? nullptr : row;
}

} // namespace

Message messageFor(const Error &error)
{
    // The server's own code says more than what a laptop makes of it.
    const MessageRow *special = rowOf(error.subject);
    const QString name = special ? error.subject : codeName(error.code);
    const MessageRow *row = rowOf(name);
    if (!row)
        row = rowOf(codeName(ErrorCode::Internal));
    const bool names = !special && !error.subject.isEmpty();
    return {Tr::tr(row->what), Tr::tr(row->safe), Tr::tr(row->next),
            names ? QString(name + u" · "_s + error.subject) : name};
}

Message messageForSetUp(const Error &error)
{
    Message message = messageFor(error);
    const auto row = std::find_if(std::begin(kSetUpRows), std::end(kSetUpRows),
                                  [&error](const SetUpRow &candidate) { return candidate.code == error.code; });
    message.safe = Tr::tr(kNothing);
    if (row != std::end(kSetUpRows))
        message.next = Tr::tr(row->next);
    return message;
}

QString oneLine(const Message &message)
{
    return sentences({message.what, message.safe, message.next});
}

ProblemSource problemSource(const QString &code)
{
    const MessageRow *row = rowOf(code);
    return row ? ProblemSource{row->what, row->next} : ProblemSource();
}

QString problemText(const QString &code)
{
    const MessageRow *row = rowOf(code);
    return row ? Tr::tr(row->what) : QString();
}

} // namespace ruhu::presentation
