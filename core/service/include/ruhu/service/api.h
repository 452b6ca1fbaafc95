// SPDX-FileCopyrightText: 2026 The Ruhu authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <ruhu/service/office.h>

#include <functional>
#include <map>
#include <optional>
#include <vector>

namespace ruhu::service {

/// One HTTP exchange as the handlers see it; no socket, no library type.
struct HttpRequest {
    QByteArray method;
    QByteArray target; // path and query as they were sent
    QString path; // decoded, without query
    std::map<QString, QString> query;
    QString token; // bearer, empty when none
    QByteArray version; // of the laptop's program; empty when it did not say
    QByteArray proof; // that the token's laptop sent this (protocol/request_proof.h); empty when none
    QByteArray body;
    std::map<QString, QString> pathValues; // {id} parts of the route
};
struct HttpResponse {
    int status = 200;
    QByteArray contentType = "application/json";
    QByteArray body;
    std::optional<int> retryAfterSeconds;
    QByteArray nonce = {}; // for the next proof
};

enum class Access {
    Anonymous,
    SignedIn, // any account: what a laptop has is taken whatever became of its person's role
    Reader, // an account whose role reads tickets, with a program the office still wants
};

/// One row of the API: data, so that tests can walk every route (limits, method, access).
struct Route {
    QByteArray method;
    QString pattern; // "/sync/v1/feed/{id}"
    Access access = Access::SignedIn;
    qint64 bodyLimit = 0; // bytes; 0 = no body allowed
    std::function<HttpResponse(Office &, const HttpRequest &, const Caller *)> handler;
};

[[nodiscard]] const std::vector<Route> &routes();

/// Finds the route, authenticates, checks, calls; every failure becomes a protocol::Problem with the right status.
/// Used by the HTTP listener's workers and by tests that talk to the server without a socket.
[[nodiscard]] HttpResponse handle(Office &office, HttpRequest request);
/// What can be answered from the head alone: a token or a proof that is missing, unknown, no longer good or not good for
/// this route. Nothing: read on. The proof stays good for handle().
[[nodiscard]] std::optional<HttpResponse> refuseBeforeBody(Office &office, const Route &route, const HttpRequest &head);
/// The route a head belongs to, before its body is read; nullptr: unknown path. `methodKnown` false: the path exists with another method
/// (405, not 404).
[[nodiscard]] const Route *findRoute(const QByteArray &method, const QString &path, bool *methodKnown = nullptr);
[[nodiscard]] HttpResponse problemResponse(int status, const QString &code, const QString &message,
                                           const QString &subject = {});

} // namespace ruhu::service
