"""A client of assay-searchd: a sample to copy and change. proto/PROTOCOL.md describes what is said.

    with Client("unix:/run/assay.sock") as client:
        reply = client.search('"direct payments"', {"rating": ["good"]}, deadline=0.5, limit=20)
Raises AssayError for what the daemon refuses, OSError (as TimeoutError) for a connection, which then is of no use.
"""
import contextlib, itertools, os, socket, ssl, struct, sys

from assay.v1 import envelope_pb2 as wire, facets_pb2, search_pb2, status_pb2, stream_pb2


class AssayError(Exception):
    """A Status: `code` is a name without CODE_; `retry_after` seconds, None where asking again makes no sense."""
    def __init__(self, status):
        super().__init__(status.message)
        names = {number: name.removeprefix("CODE_") for name, number in status_pb2.Code.items()}
        self.code, self.message, self.details = names.get(status.code, "UNKNOWN"), status.message, status.details
        waits = (each.retry_info.retry_after_ms / 1000 for each in status.details if each.HasField("retry_info"))
        self.retry_after = next(waits, None)


def connect(address, tls, timeout):
    """A socket to unix:PATH, tcp:HOST:PORT or tls:HOST:PORT. `tls`: an ssl.SSLContext, or None for the system's."""
    scheme, _, rest = address.partition(":")
    host, _, port = rest.rpartition(":")
    if scheme == "unix":
        peer = socket.socket(socket.AF_UNIX)
        peer.settimeout(timeout)
        peer.connect(rest)
        return peer
    peer = socket.create_connection((host.strip("[]"), int(port)), timeout)
    peer.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
    if scheme == "tcp": return peer
    return (tls or ssl.create_default_context()).wrap_socket(peer, server_hostname=host.strip("[]"))


class Client(contextlib.AbstractContextManager):
    """One connection, for one thread. Deadlines are in seconds; without one the daemon's default holds."""
    def __init__(self, address, token="", tls=None, timeout=5.0):
        self._socket, self._patience = connect(address, tls, timeout), timeout
        self._reader = self._socket.makefile("rb")
        self._ids, self._answers = itertools.count(1), {}  # lists of answers, by the ids that await more
        hello = wire.Hello(protocol_min=1, protocol_max=1, client="assay_client.py", token=token)
        self.hello = self._receive(self._send(None, hello=hello), None).hello_reply  # limits, index, revision
        self._patience = self.hello.limits.default_deadline_ms / 1000 + 1

    def __exit__(self, *_): self._reader.close(), self._socket.close()

    def search(self, query="", filters=None, deadline=None, **fields):
        """A SearchReply. `filters` maps facets to lists of values; `fields` are others of SearchRequest."""
        return self._receive(self._send(deadline, search=search_request(query, filters, fields)), deadline).search_reply

    def stream(self, query="", filters=None, deadline=None, credit=2, **fields):
        """Yields every hit. They come in parts of `limit`, and no more than `credit` parts ahead of the caller."""
        asked = stream_pb2.StreamRequest(search=search_request(query, filters, fields), credit=credit)
        id, more = self._send(deadline, stream=asked), True
        try:
            while more:
                answer = self._receive(id, deadline)
                more = answer.more
                yield from answer.search_reply.hits
                if more: self._write(wire.Envelope(credit=stream_pb2.Credit(id=id, parts=1)))
        except GeneratorExit:  # the caller has enough
            if self._answers.pop(id, None) is not None: self._write(wire.Envelope(cancel=wire.Cancel(id=id)))

    def _send(self, deadline, **body):
        envelope = wire.Envelope(id=next(self._ids), deadline_ms=round((deadline or 0) * 1000), **body)
        self._answers[envelope.id] = []
        self._write(envelope)
        return envelope.id

    def _write(self, envelope):
        self._socket.sendall(struct.pack(">I", envelope.ByteSize()) + envelope.SerializeToString())

    def _receive(self, id, deadline):
        self._socket.settimeout(self._patience if deadline is None else deadline + 1)
        while not self._answers[id]:
            size = int.from_bytes(self._reader.read(4), "big")
            payload = self._reader.read(size)
            if not size or len(payload) < size: raise ConnectionError("the daemon closed the connection")
            answer = wire.Envelope.FromString(payload)
            if answer.id == 0: raise AssayError(answer.status)  # about the connection, which closes
            if answer.id in self._answers: self._answers[answer.id].append(answer)
        answer = self._answers[id].pop(0)
        if not answer.more: del self._answers[id]
        if answer.HasField("status"): raise AssayError(answer.status)
        return answer


def search_request(query, filters, fields):
    chosen = [facets_pb2.FacetFilter(facet=facet, values=values) for facet, values in (filters or {}).items()]
    return search_pb2.SearchRequest(query=query, filters=chosen, **fields)


if __name__ == "__main__":  # ASSAY_SERVER=ADDRESS assay_client.py QUERY...
    try:
        with Client(os.environ["ASSAY_SERVER"]) as client:
            for hit in client.search(" ".join(sys.argv[1:]), limit=10).hits: print(hit.title)
    except (AssayError, OSError, ValueError) as failure: sys.exit(f"assay_client: {failure}")
