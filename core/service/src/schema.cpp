// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later

#include "schema.h"

namespace ruhu::service {

// NOLINTNEXTLINE(readability-function-size): a table
const std::vector<store::Migration> &serverMigrations()
{
    static const std::vector<store::Migration> migrations = {
        {1,
         "first",
         {
             "CREATE TABLE server_meta(key TEXT PRIMARY KEY, value TEXT NOT NULL) STRICT",

             "CREATE TABLE team(id BLOB PRIMARY KEY CHECK(length(id)=16), name TEXT NOT NULL UNIQUE) STRICT",

             "CREATE TABLE user_account(id BLOB PRIMARY KEY CHECK(length(id)=16), login TEXT NOT NULL UNIQUE,"
             " display_name TEXT NOT NULL, role TEXT NOT NULL, team_id BLOB NOT NULL REFERENCES team(id) ON DELETE "
             "RESTRICT,"
             " password_hash BLOB NOT NULL, disabled INTEGER NOT NULL DEFAULT 0 CHECK(disabled IN (0,1)),"
             " created_ms INTEGER NOT NULL) STRICT",

             // One living code per user: a new one replaces the old.
             "CREATE TABLE enrol_code(user_id BLOB PRIMARY KEY REFERENCES user_account(id) ON DELETE CASCADE,"
             " code_hash BLOB NOT NULL, expires_ms INTEGER NOT NULL, tries INTEGER NOT NULL DEFAULT 0) STRICT",

             "CREATE TABLE device(id BLOB PRIMARY KEY CHECK(length(id)=16),"
             " user_id BLOB NOT NULL REFERENCES user_account(id) ON DELETE RESTRICT, name TEXT NOT NULL,"
             " public_key BLOB NOT NULL CHECK(length(public_key)=32), enrol_hash BLOB NOT NULL,"
             " blocked INTEGER NOT NULL DEFAULT 0 CHECK(blocked IN (0,1)), enrolled_ms INTEGER NOT NULL,"
             " last_seen_ms INTEGER) STRICT",
             "CREATE INDEX device_key ON device(public_key)",

             "CREATE TABLE session(token_hash BLOB PRIMARY KEY, user_id BLOB NOT NULL REFERENCES user_account(id) ON "
             "DELETE CASCADE,"
             " device_id BLOB NOT NULL REFERENCES device(id) ON DELETE CASCADE, expires_ms INTEGER NOT NULL) STRICT",
             "CREATE INDEX session_expiry ON session(expires_ms)",

             "CREATE TABLE login_try(user_id BLOB NOT NULL, device_id BLOB NOT NULL, failures INTEGER NOT NULL,"
             " not_before_ms INTEGER NOT NULL, PRIMARY KEY(user_id, device_id)) STRICT, WITHOUT ROWID",

             "CREATE TABLE ticket(id BLOB PRIMARY KEY CHECK(length(id)=16), number TEXT NOT NULL UNIQUE, state TEXT "
             "NOT NULL,"
             " returned INTEGER NOT NULL DEFAULT 0 CHECK(returned IN (0,1)), assignee_id BLOB, team_id BLOB,"
             " revision INTEGER NOT NULL DEFAULT 0) STRICT",

             // device is 16 zero bytes for the server itself. revision 0: not part of a ticket's history.
             "CREATE TABLE event(serial INTEGER PRIMARY KEY AUTOINCREMENT, device_id BLOB NOT NULL, incarnation "
             "INTEGER NOT NULL,"
             " sequence INTEGER NOT NULL CHECK(sequence>0), id BLOB, ticket_id BLOB, revision INTEGER NOT NULL, body "
             "BLOB NOT NULL,"
             " event_hash BLOB NOT NULL, hash BLOB NOT NULL, signature BLOB NOT NULL, run_first INTEGER NOT NULL,"
             " received_ms INTEGER NOT NULL, verdict TEXT NOT NULL, copy_of INTEGER,"
             " UNIQUE(device_id, incarnation, sequence)) STRICT",
             "CREATE INDEX event_id ON event(id)",
             "CREATE UNIQUE INDEX event_ticket ON event(ticket_id, revision) WHERE revision>0",

             "CREATE TABLE device_head(device_id BLOB NOT NULL, incarnation INTEGER NOT NULL, sequence INTEGER NOT "
             "NULL,"
             " hash BLOB NOT NULL, PRIMARY KEY(device_id, incarnation)) STRICT, WITHOUT ROWID",

             "CREATE TABLE feed_head(feed TEXT PRIMARY KEY, head INTEGER NOT NULL, hash BLOB NOT NULL) STRICT, WITHOUT "
             "ROWID",
             "CREATE TABLE feed_entry(feed TEXT NOT NULL, fseq INTEGER NOT NULL, serial INTEGER NOT NULL REFERENCES "
             "event(serial),"
             " left_feed INTEGER NOT NULL CHECK(left_feed IN (0,1)), hash BLOB NOT NULL, PRIMARY KEY(feed, fseq)) "
             "STRICT, WITHOUT ROWID",
             "CREATE INDEX feed_serial ON feed_entry(serial, feed)",
             "CREATE TABLE ticket_reader(ticket_id BLOB NOT NULL, feed TEXT NOT NULL, PRIMARY KEY(ticket_id, feed)) "
             "STRICT, WITHOUT ROWID",

             "CREATE TABLE blob_ref(sha256 BLOB NOT NULL, ticket_id BLOB NOT NULL, device_id BLOB NOT NULL,"
             " PRIMARY KEY(sha256, ticket_id, device_id)) STRICT, WITHOUT ROWID",
             "CREATE INDEX blob_ref_device ON blob_ref(device_id)",
             "CREATE TABLE blob(sha256 BLOB PRIMARY KEY CHECK(length(sha256)=32), mime TEXT NOT NULL, size_bytes "
             "INTEGER NOT NULL,"
             " stored_ms INTEGER NOT NULL) STRICT",

             "CREATE TABLE audit(id INTEGER PRIMARY KEY AUTOINCREMENT, at_ms INTEGER NOT NULL, act TEXT NOT NULL,"
             " subject TEXT NOT NULL) STRICT",
         }},
        {2,
         "mobile number and employer of an account",
         {
             "ALTER TABLE user_account ADD COLUMN mobile TEXT NOT NULL DEFAULT ''",
             "ALTER TABLE user_account ADD COLUMN employer TEXT NOT NULL DEFAULT ''",
         }},
        {3,
         "office cases",
         {
             // Complaints, callbacks and the like: tickets of the same journal that are no visits.
             "CREATE TABLE office_case(id BLOB PRIMARY KEY REFERENCES ticket(id) ON DELETE RESTRICT, kind TEXT NOT "
             "NULL,"
             " about BLOB REFERENCES ticket(id) ON DELETE RESTRICT) STRICT",
             "CREATE INDEX office_case_about ON office_case(about, kind)",
         }},
        {4,
         "published service codes",
         {
             // By the hash that tickets are bound to, in hex. A row is never changed nor deleted.
             "CREATE TABLE catalogue(hash TEXT PRIMARY KEY CHECK(length(hash)=64), id TEXT NOT NULL, version TEXT NOT "
             "NULL,"
             " published_ms INTEGER NOT NULL, body BLOB NOT NULL, UNIQUE(id, version)) STRICT",
         }},
        {5,
         "end of a qualification",
         {
             // ISO day; empty: not known.
             "ALTER TABLE user_account ADD COLUMN qualified_until TEXT NOT NULL DEFAULT ''",
         }},
        {6,
         "who acted",
         {
             // An account's id, "console:<user of the machine>", or empty: not known.
             "ALTER TABLE audit ADD COLUMN actor TEXT NOT NULL DEFAULT ''",
         }},
        {7,
         "reset of a password",
         {
             // One living wish per account. code_hash: once a second person agreed; used_by: hash of the request that used it.
             "CREATE TABLE password_reset(user_id BLOB PRIMARY KEY REFERENCES user_account(id) ON DELETE CASCADE,"
             " asked_by TEXT NOT NULL, asked_ms INTEGER NOT NULL, code_hash BLOB, expires_ms INTEGER NOT NULL DEFAULT "
             "0,"
             " tries INTEGER NOT NULL DEFAULT 0, used_by BLOB) STRICT",
         }},
        {8,
         "order to wipe a laptop",
         {
             "ALTER TABLE device ADD COLUMN wipe_ms INTEGER", // when it was ordered
             "ALTER TABLE device ADD COLUMN wipe_fetched_ms INTEGER", // when the laptop got to know
         }},
        {9,
         "second factor",
         {
             // What an authenticator makes its codes of, and the last one that was used (authenticatorStep).
             "ALTER TABLE user_account ADD COLUMN factor_secret BLOB",
             "ALTER TABLE user_account ADD COLUMN factor_used INTEGER NOT NULL DEFAULT 0",
         }},
        {10,
         "what laptops note of being opened",
         {
             // Up to when it is in the audit.
             "ALTER TABLE device ADD COLUMN access_ms INTEGER NOT NULL DEFAULT 0",
             "CREATE INDEX session_user ON session(user_id, device_id)",
         }},
    };
    return migrations;
}

} // namespace ruhu::service
