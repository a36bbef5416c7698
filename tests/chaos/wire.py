"""A bad network between desks and server: a TCP proxy that loses, delays and stalls on purpose.

``python -m tests.chaos.wire LISTEN TARGET SEED EVERY TOLD [KIND ...]``: every *EVERY* seconds or so the next
request that passes meets a fault, of every kind or of those named. What really happened is told in the file
*TOLD* as JSON, by kind.
"""

import asyncio
import contextlib
import json
import os
import random
import sys
from collections import Counter
from pathlib import Path

LATE = (0.7, 2.0)
"""A COMMIT still on its way when the desk has given the line up (seconds)."""

ANY = {
    "request lost": 3,
    "answer lost": 3,
    "delayed": 4,
    "stalled": 2,
    "stalled past the deadline": 0.2,
}
COMMIT = {"commit lost": 2, "commit's answer lost": 4, "commit late": 3}
KINDS = (*ANY, *COMMIT)


class Weather:
    """What the next request will meet."""

    def __init__(self, chance, every, told, kinds=()):
        self._chance, self._every, self._told = chance, every, told
        self._weights = {
            kind: w for kind, w in {**ANY, **COMMIT}.items() if kind in (kinds or KINDS)
        }
        self._due = {False: None, True: None}
        self.happened = Counter()

    async def blow(self):
        """Arm faults, one after another, each kind once before chance decides."""
        weights = self._weights
        first = self._chance.sample(list(weights), len(weights))
        maker = os.getppid()
        while os.getppid() == maker:  # whoever made this network and died wants it no more
            await asyncio.sleep(self._every * self._chance.uniform(0.5, 1.5))
            kind = (
                first.pop() if first else self._chance.choices(list(weights), weights.values())[0]
            )
            self._due[kind in COMMIT] = kind
            unfinished = self._told.with_suffix(".new")
            unfinished.write_text(json.dumps(self.happened), encoding="utf-8")
            unfinished.replace(self._told)

    def meets(self, chunk):
        """Give what befalls this request, if anything, and count it."""
        commit = b"COMMIT" in chunk
        kind = self._due[commit]
        if kind is not None:
            self._due[commit] = None
            self.happened[kind] += 1
        return kind

    def seconds(self, low, high):
        return self._chance.uniform(low, high)


class Side(asyncio.Protocol):
    """One end of a connection through here: the desk's, or the server's."""

    def __init__(self, passes):
        self._passes = passes
        self.transport = self.other = None

    def connection_made(self, transport):
        self.transport = transport

    def data_received(self, chunk):
        self._passes(self, chunk)

    def connection_lost(self, _problem):
        if self.other is not None and self.other.transport is not None:
            self.other.transport.close()


class Network:
    """Carries what desks and server say to each other, and lets the weather at it."""

    def __init__(self, target, weather):
        self._target, self._weather = target, weather
        self._going = set()

    def joined(self):
        """Give a new desk's end; the server's is opened behind it."""
        desk = Side(self._request)
        desk.waiting = []
        self._start(self._open(desk))
        return desk

    async def _open(self, desk):
        loop = asyncio.get_running_loop()
        try:
            _, server = await loop.create_connection(
                lambda: Side(self._answer), "127.0.0.1", self._target
            )
        except OSError:
            desk.transport.abort()
            return
        desk.other, server.other = server, desk
        waiting, desk.waiting = desk.waiting, None
        for chunk in waiting:
            server.transport.write(chunk)
        if desk.transport.is_closing():
            server.transport.close()

    def _request(self, desk, chunk):
        if desk.waiting is not None:  # behind something that has not gone on yet
            desk.waiting.append(chunk)
            return
        kind = self._weather.meets(chunk)
        if kind is None:
            desk.other.transport.write(chunk)
            return
        desk.waiting = [chunk]
        self._start(self._befalls(kind, desk))

    def _answer(self, server, chunk):
        server.other.transport.write(chunk)

    async def _befalls(self, kind, desk):
        seconds, server = self._weather.seconds, desk.other
        match kind:
            case "delayed":
                await asyncio.sleep(seconds(0.02, 0.3))
            case "stalled":
                await asyncio.sleep(seconds(0.5, 4))
            case "stalled past the deadline":
                await asyncio.sleep(seconds(10.5, 12))
            case "request lost" | "commit lost":
                self._cut(desk, server)
                return
            case _:
                server.other = desk.other = None  # the desk's end may go, the request goes on
                server.data_received = lambda _chunk: None
                if kind == "commit late":
                    desk.transport.abort()
                    await asyncio.sleep(seconds(*LATE))
                server.transport.write(b"".join(desk.waiting))
                desk.transport.abort()
                await asyncio.sleep(0.5)  # the server has done what it was asked
                server.transport.abort()
                return
        waiting, desk.waiting = desk.waiting, None
        if not server.transport.is_closing():
            server.transport.write(b"".join(waiting))

    @staticmethod
    def _cut(desk, server):
        desk.transport.abort()
        server.transport.abort()

    def _start(self, what):
        task = asyncio.ensure_future(what)
        self._going.add(task)
        task.add_done_callback(self._going.discard)


async def serve(listen, target, weather):
    """Be the network."""
    network = Network(target, weather)
    listening = await asyncio.get_running_loop().create_server(network.joined, "127.0.0.1", listen)
    async with listening:
        await weather.blow()


def main(listen, target, seed, every, told, *kinds):
    weather = Weather(random.Random(int(seed)), float(every), Path(told), kinds)
    asyncio.run(serve(int(listen), int(target), weather))


if __name__ == "__main__":
    with contextlib.suppress(KeyboardInterrupt):
        main(*sys.argv[1:])
