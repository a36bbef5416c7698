"""A line to a server that can be cut, stalled, or robbed of the answer to a commit."""

import contextlib
import re
import socket
import threading
import time

_SLICE_S = 0.02
_MOST = 65_536
_COMMIT = re.compile(rb"\bCOMMIT\b")  # not the word in READ COMMITTED


class Proxy:
    """Listens on a port of its own and passes everything on to *port* of this machine.

    ``lose_commits = n``: the next n commits reach the server and are answered, but the answer is
    thrown away and the line cut; with ``lose_only`` only commits of transactions in which these
    bytes were sent. ``stalled``: nothing passes, nothing is closed. ``refusing``: who
    connects is hung up on at once. `cut` cuts all lines.
    """

    def __init__(self, port):
        self._to = port
        self.lose_commits, self.lose_only = 0, b""
        self.lost = 0
        self.stalled = self.refusing = False
        self._closed = False
        self._lines = set()
        self._guard = threading.Lock()
        self._door = socket.create_server(("127.0.0.1", 0))
        self._door.settimeout(_SLICE_S)
        self.port = self._door.getsockname()[1]
        self._threads = [threading.Thread(target=self._listen, name="proxy-door", daemon=True)]
        self._threads[0].start()

    def address(self, database):
        return f"postgresql+psycopg://127.0.0.1:{self.port}/{database}"

    def cut(self):
        with self._guard:
            for line in self._lines:
                line.end()

    def close(self):
        self._closed = True
        self.cut()
        for thread in list(self._threads):
            thread.join()
        self._door.close()

    def _listen(self):
        while not self._closed:
            try:
                inside, _where = self._door.accept()
            except TimeoutError:
                continue
            if self.refusing:
                inside.close()
                continue
            try:
                outside = socket.create_connection(("127.0.0.1", self._to), 2)
            except OSError:
                inside.close()
                continue
            line = _Line(self, inside, outside)
            with self._guard:
                self._lines.add(line)
            for way in (line.towards_server, line.towards_desk):
                thread = threading.Thread(target=way, name="proxy-line", daemon=True)
                self._threads.append(thread)
                thread.start()

    def robs(self):
        """Say whether the commit that is passing now shall lose its answer."""
        with self._guard:
            if self.lose_commits <= 0:
                return False
            self.lose_commits -= 1
            self.lost += 1
            return True


class _Line:
    def __init__(self, proxy, inside, outside):
        self._proxy, self._inside, self._outside = proxy, inside, outside
        self._robbed = self._ended = self._meant = False
        for end in (inside, outside):
            end.settimeout(_SLICE_S)
            end.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)

    def end(self):
        self._ended = True

    def towards_server(self):
        for piece in self._pieces(self._inside):
            self._meant = self._meant or self._proxy.lose_only in piece
            if _COMMIT.search(piece):
                if self._meant and self._proxy.robs():
                    self._robbed = True
                self._meant = False
            if not self._passes(self._outside, piece):
                return

    def towards_desk(self):
        for piece in self._pieces(self._outside):
            if self._robbed:  # the server has done it, and nobody hears
                self._ended = True
                return
            if not self._passes(self._inside, piece):
                return

    @staticmethod
    def _passes(end, piece):
        """Hand a piece on; False where the other direction has closed the line meanwhile."""
        try:
            end.sendall(piece)
        except OSError:
            return False
        return True

    def _pieces(self, source):
        try:
            while not self._ended:
                if self._proxy.stalled:
                    time.sleep(_SLICE_S)
                    continue
                try:
                    piece = source.recv(_MOST)
                except TimeoutError:
                    continue
                if not piece:
                    return
                yield piece
        except OSError:
            return
        finally:
            self._ended = True
            with contextlib.suppress(OSError):
                self._inside.shutdown(socket.SHUT_RDWR)
            with contextlib.suppress(OSError):
                self._outside.shutdown(socket.SHUT_RDWR)
            for end in (self._inside, self._outside):
                end.close()
