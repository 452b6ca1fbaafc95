#!/usr/bin/env python3
# SPDX-FileCopyrightText: 2026 The Ruhu authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""bench_edge.py: clients that mean ill, for the figure `edge` of bench.py, which runs this as a process of its own.

Reads one line of JSON, {"port", "ca", "token", "proof"}, and attacks 127.0.0.1 until standard input ends. Prints "ready"
when all are there, and at the end one line of JSON: how many slow clients were there on average, how many were cut off and
replaced, and the megabytes that the greedy ones got rid of.

  50 slow clients, ten of each kind, each replaced as soon as the server says anything to it or hangs up:
    silent     connects and says nothing
    handshake  sends the first TLS message a byte at a time
    head       sends the head of a request a byte at a time
    body       sends the small body it has announced for the sign-in a byte at a time
    photos     as somebody signed in: announces 16 MB and sends them a byte at a time
  4 greedy clients, which send as fast as the server reads: a body of 2 GB and one in endless chunks, each from a stranger and
  from somebody signed in
"""
import asyncio
import contextlib
import itertools
import json
import socket
import ssl
import sys

SLOW = 50
DRIP_SECONDS = 0.5
SAMPLE_SECONDS = 0.05
READY_SECONDS = 15
PIECE = bytes(64 * 1024)
TWO_GIGABYTES = 2 * 1024 ** 3
SIGN_IN, PHOTOS = "/auth/v1/login", "/sync/v1/blobs"
SIGN_IN_LIMIT, PHOTOS_LIMIT = 16 * 1024, 16 * 1024 * 1024  # the largest bodies these paths take
SILENCE = ()


class Tally:
    """What this process has done so far."""

    def __init__(self):
        self.present, self.cut_off, self.sent = 0, 0, 0
        self.samples = []

    async def watch(self):
        while True:
            await asyncio.sleep(SAMPLE_SECONDS)
            self.samples.append(self.present)

    def report(self):
        return {"slow": round(sum(self.samples) / max(1, len(self.samples)), 1), "cutOff": self.cut_off,
                "megabytes": self.sent // 1_000_000}


class Line:
    """A connection, with TLS by hand: asyncio's own buffers what is sent and stumbles over a peer that resets it."""

    def __init__(self):
        self.loop = asyncio.get_running_loop()
        self.socket = socket.socket()
        self.socket.setblocking(False)
        self.arrived, self.leaving = ssl.MemoryBIO(), ssl.MemoryBIO()
        self.tls = None

    async def shake_hands(self, context):
        self.tls = context.wrap_bio(self.arrived, self.leaving, server_hostname="127.0.0.1")
        while True:
            try:
                self.tls.do_handshake()
                return await self.flush()
            except ssl.SSLWantReadError:
                await self.flush()
                await self.take()

    async def flush(self):
        await self.loop.sock_sendall(self.socket, self.leaving.read())

    async def take(self):
        data = await self.loop.sock_recv(self.socket, len(PIECE))
        if not data:
            raise ConnectionResetError
        self.arrived.write(data)

    async def say(self, data):
        if not self.tls:
            return await self.loop.sock_sendall(self.socket, data)
        self.tls.write(data)
        await self.flush()

    async def hear(self):
        """Ends with the first byte of an answer; raises when there is none."""
        while True:
            await self.take()
            if not self.tls:
                return
            with contextlib.suppress(ssl.SSLWantReadError):  # a message of TLS itself
                self.tls.read()
                return


class Target:
    """The server under attack, and what is said to it."""

    def __init__(self, port, ca, token, proof):
        # One proof is enough: it is spent with a request that was read to its end, and none of these ever is.
        self.port, self.token, self.proof = port, token, proof
        self.context = ssl.create_default_context(cafile=ca)

    @contextlib.asynccontextmanager
    async def line(self, tls):
        line = Line()
        with line.socket:
            await line.loop.sock_connect(line.socket, ("127.0.0.1", self.port))
            if tls:
                await line.shake_hands(self.context)
            yield line

    def head(self, path, framing, signed_in):
        token = f"Authorization: Bearer {self.token}\r\nRuhu-Proof: {self.proof}\r\n" if signed_in else ""
        return f"POST {path} HTTP/1.1\r\nHost: x\r\n{token}{framing}\r\n\r\n".encode()

    def hello(self):
        """The first message of a TLS client."""
        leaving = ssl.MemoryBIO()
        with contextlib.suppress(ssl.SSLWantReadError):
            self.context.wrap_bio(ssl.MemoryBIO(), leaving, server_hostname="127.0.0.1").do_handshake()
        return leaving.read()


async def drip(target, tally, tls, at_once, slowly):
    """Sends `slowly` byte by byte behind `at_once`, and an "a" ever after; ends when the server says anything or hangs up."""
    async with target.line(tls) as line:
        await line.say(at_once)
        heard = asyncio.ensure_future(line.hear())
        tally.present += 1
        try:
            for byte in itertools.chain(slowly, itertools.repeat(ord("a"))):
                await asyncio.wait({heard}, timeout=DRIP_SECONDS)
                if heard.done():
                    return heard.result()
                if slowly is not SILENCE:
                    await line.say(bytes([byte]))
        finally:
            heard.cancel()
            await asyncio.gather(heard, return_exceptions=True)
            tally.present -= 1
            tally.cut_off += 1


async def pour(target, tally, head, piece):
    """Sends for as long as the server reads."""
    async with target.line(True) as line:
        await line.say(head)
        while True:
            await line.say(piece)
            tally.sent += len(piece)


async def again_and_again(attack, *arguments):
    while True:
        with contextlib.suppress(OSError):  # cut off; ssl.SSLError is one too
            await attack(*arguments)
        await asyncio.sleep(0)


def attacks(target, tally):
    slow = [
        (False, b"", SILENCE),
        (False, b"", target.hello()),
        (True, b"", b"GET /healthz HTTP/1.1\r\nHost: x\r\nX-Slow: "),
        (True, target.head(SIGN_IN, f"Content-Length: {SIGN_IN_LIMIT}", False), b"{"),
        (True, target.head(PHOTOS, f"Content-Length: {PHOTOS_LIMIT}", True), b"{"),
    ]
    for tls, at_once, slowly in slow * (SLOW // len(slow)):
        yield again_and_again(drip, target, tally, tls, at_once, slowly)
    chunk = b"%x\r\n%b\r\n" % (len(PIECE), PIECE)
    for path, signed_in in ((SIGN_IN, False), (PHOTOS, True)):
        yield again_and_again(pour, target, tally, target.head(path, f"Content-Length: {TWO_GIGABYTES}", signed_in), PIECE)
        yield again_and_again(pour, target, tally, target.head(path, "Transfer-Encoding: chunked", signed_in), chunk)


async def main():
    tally = Tally()
    target = Target(**json.loads(sys.stdin.readline()))
    tasks = [asyncio.create_task(attack) for attack in attacks(target, tally)]
    async with asyncio.timeout(READY_SECONDS):
        while tally.present < SLOW:
            await asyncio.sleep(SAMPLE_SECONDS)
    print("ready", flush=True)
    tasks.append(asyncio.create_task(tally.watch()))
    await asyncio.get_running_loop().run_in_executor(None, sys.stdin.read)
    print(json.dumps(tally.report()), flush=True)
    for task in tasks:
        task.cancel()


if __name__ == "__main__":
    asyncio.run(main())
