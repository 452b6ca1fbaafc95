// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "client_schema.h"

namespace ruhu::store {

// Steps are never edited after a release. Columns that stay readable name, locate and call nobody; bodies and cells are
// sealed with the place they belong to.
// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<Migration> &clientMigrations()
{
    static const std::vector<Migration> steps = {
        {1,
         "journal, inbox, projection",
         {
             "CREATE TABLE store_state("
             " only_row INTEGER PRIMARY KEY CHECK(only_row = 1),"
             " store_id BLOB NOT NULL CHECK(length(store_id) = 16),"
             " incarnation INTEGER NOT NULL CHECK(incarnation >= 1),"
             " projection_version INTEGER NOT NULL,"
             " key_check BLOB NOT NULL) STRICT",

             // group_left: how many entries of the same act follow; state: EntryState.
             "CREATE TABLE journal("
             " incarnation INTEGER NOT NULL CHECK(incarnation >= 1),"
             " sequence INTEGER NOT NULL CHECK(sequence >= 1),"
             " id BLOB NOT NULL UNIQUE CHECK(length(id) = 16),"
             " ticket BLOB NOT NULL CHECK(length(ticket) = 16),"
             " group_left INTEGER NOT NULL CHECK(group_left >= 0),"
             " hash BLOB NOT NULL CHECK(length(hash) = 32),"
             " state INTEGER NOT NULL CHECK(state BETWEEN 0 AND 3),"
             " problem TEXT NOT NULL DEFAULT '',"
             " body BLOB NOT NULL,"
             " PRIMARY KEY(incarnation, sequence)) STRICT, WITHOUT ROWID",
             "CREATE INDEX journal_pending ON journal(incarnation, sequence) WHERE state = 0",
             "CREATE INDEX journal_ticket ON journal(ticket, incarnation, sequence)",

             // Evidence at rest, one per local transaction: signs first to last with the hash at last.
             "CREATE TABLE journal_sig("
             " incarnation INTEGER NOT NULL,"
             " last INTEGER NOT NULL,"
             " first INTEGER NOT NULL CHECK(first BETWEEN 1 AND last),"
             " signature BLOB NOT NULL CHECK(length(signature) = 64),"
             " PRIMARY KEY(incarnation, last)) STRICT, WITHOUT ROWID",

             // event and ticket are NULL for bodies this program cannot read; they still carry the feed's hash.
             "CREATE TABLE inbox("
             " feed TEXT NOT NULL,"
             " sequence INTEGER NOT NULL CHECK(sequence >= 1),"
             " event BLOB CHECK(length(event) = 16),"
             " ticket BLOB CHECK(length(ticket) = 16),"
             " device BLOB NOT NULL CHECK(length(device) = 16),"
             " incarnation INTEGER NOT NULL,"
             " device_sequence INTEGER NOT NULL,"
             " event_hash BLOB NOT NULL CHECK(length(event_hash) = 32),"
             " revision INTEGER NOT NULL,"
             " received_ms INTEGER NOT NULL,"
             " verdict TEXT NOT NULL,"
             " departed INTEGER NOT NULL CHECK(departed IN (0, 1)),"
             " body BLOB NOT NULL,"
             " PRIMARY KEY(feed, sequence)) STRICT, WITHOUT ROWID",
             "CREATE INDEX inbox_ticket ON inbox(ticket, revision)",

             "CREATE TABLE cursor("
             " feed TEXT PRIMARY KEY,"
             " epoch TEXT NOT NULL,"
             " sequence INTEGER NOT NULL CHECK(sequence >= 0),"
             " feed_hash BLOB NOT NULL CHECK(length(feed_hash) = 32)) STRICT, WITHOUT ROWID",

             "CREATE TABLE ticket("
             " id BLOB PRIMARY KEY CHECK(length(id) = 16),"
             " state INTEGER NOT NULL,"
             " pending INTEGER NOT NULL,"
             " refused INTEGER NOT NULL,"
             " gone INTEGER NOT NULL CHECK(gone IN (0, 1)),"
             " cells BLOB NOT NULL) STRICT, WITHOUT ROWID",

             "CREATE TABLE blob("
             " sha256 BLOB PRIMARY KEY CHECK(length(sha256) = 32),"
             " mime TEXT NOT NULL,"
             " size_bytes INTEGER NOT NULL CHECK(size_bytes >= 0),"
             " verified INTEGER NOT NULL CHECK(verified IN (0, 1)),"
             " local INTEGER NOT NULL CHECK(local IN (0, 1))) STRICT, WITHOUT ROWID",

             "CREATE TABLE setting("
             " name TEXT PRIMARY KEY,"
             " value BLOB NOT NULL) STRICT, WITHOUT ROWID",
         }},
        {2,
         "refused entries, feeds that are replaced",
         {
             "CREATE INDEX journal_refused ON journal(incarnation, sequence) WHERE problem <> ''",
             "ALTER TABLE ticket ADD COLUMN refused_code TEXT NOT NULL DEFAULT ''",

             // A feed that is read anew, until it is whole; the same columns in the same order.
             "CREATE TABLE inbox_next("
             " feed TEXT NOT NULL,"
             " sequence INTEGER NOT NULL CHECK(sequence >= 1),"
             " event BLOB CHECK(length(event) = 16),"
             " ticket BLOB CHECK(length(ticket) = 16),"
             " device BLOB NOT NULL CHECK(length(device) = 16),"
             " incarnation INTEGER NOT NULL,"
             " device_sequence INTEGER NOT NULL,"
             " event_hash BLOB NOT NULL CHECK(length(event_hash) = 32),"
             " revision INTEGER NOT NULL,"
             " received_ms INTEGER NOT NULL,"
             " verdict TEXT NOT NULL,"
             " departed INTEGER NOT NULL CHECK(departed IN (0, 1)),"
             " body BLOB NOT NULL,"
             " PRIMARY KEY(feed, sequence)) STRICT, WITHOUT ROWID",
             "CREATE TABLE cursor_next("
             " feed TEXT PRIMARY KEY,"
             " epoch TEXT NOT NULL,"
             " sequence INTEGER NOT NULL CHECK(sequence >= 0),"
             " feed_hash BLOB NOT NULL CHECK(length(feed_hash) = 32)) STRICT, WITHOUT ROWID",
         }},
        {3,
         "published documents",
         {
             // By the hash that tickets are bound to, in hex; not sealed: the code of a service names nobody.
             "CREATE TABLE document("
             " hash TEXT PRIMARY KEY CHECK(length(hash) = 64),"
             " body BLOB NOT NULL) STRICT",
             "ALTER TABLE ticket ADD COLUMN catalogue TEXT NOT NULL DEFAULT ''",
         }},
    };
    return steps;
}

} // namespace ruhu::store
