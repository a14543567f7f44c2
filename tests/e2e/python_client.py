"""What the Python client is asked in tests: python_client.py SCENARIO ADDRESS [ARGUMENT...] prints what comes of it."""
import contextlib, itertools, socket, ssl, subprocess, sys, tempfile, threading

import assay_client


def ids(address, query, facet, value):
    with assay_client.Client(address) as client:
        for hit in client.search(query, {facet: [value]}, limit=1000, deadline=20).hits: print(hit.id)


def error(address):
    """A refusal is typed, says where, and leaves the connection of use."""
    with assay_client.Client(address) as client:
        try:
            client.search("care a*")
        except assay_client.AssayError as refused:
            print(refused.code, refused.retry_after, refused.details[0].bad_query.offset)
        print(client.search("care", limit=1).total > 0)


def stream(address):
    with assay_client.Client(address) as client:
        for hit in client.stream("care", limit=7, deadline=20): print(hit.id)


def early(address):
    """A stream that is left early, and one that runs beside a search, disturb nothing."""
    with assay_client.Client(address) as client:
        total = client.search("care", limit=1).total
        first = list(itertools.islice(client.stream("care", limit=2), 3))
        beside = client.stream("care", limit=2)
        next(beside)
        print(len(first), client.search("care", limit=1).total == total, 1 + sum(1 for _ in beside) == total)


def carry(source, sink):
    with contextlib.suppress(OSError):
        while data := source.recv(65536): sink.sendall(data)
        sink.shutdown(socket.SHUT_WR)


def tls(address, query):
    """Through a TLS peer that hands everything on to the daemon."""
    with tempfile.TemporaryDirectory() as folder:
        key, certificate = folder + "/key.pem", folder + "/certificate.pem"
        subprocess.run(["openssl", "req", "-x509", "-newkey", "rsa:2048", "-nodes", "-days", "2", "-subj", "/CN=localhost",
                        "-addext", "subjectAltName=DNS:localhost", "-keyout", key, "-out", certificate],
                       check=True, capture_output=True)
        server = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
        server.load_cert_chain(certificate, key)
        trusted = ssl.create_default_context(cafile=certificate)
    listener = socket.create_server(("127.0.0.1", 0))

    def serve():
        with server.wrap_socket(listener.accept()[0], server_side=True) as outside, \
             assay_client.connect(address, None, None) as inside:
            back = threading.Thread(target=carry, args=(inside, outside), daemon=True)
            back.start()
            carry(outside, inside)
            back.join()

    threading.Thread(target=serve, daemon=True).start()
    with assay_client.Client(f"tls:localhost:{listener.getsockname()[1]}", tls=trusted) as client:
        for hit in client.search(query, limit=1000).hits: print(hit.id)


globals()[sys.argv[1]](*sys.argv[2:])
