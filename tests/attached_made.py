"""Files to attach, made here: pictures by Pillow, PDFs by hand, and such as nobody should take."""

import io
import zlib

from PIL import Image


def picture(size=(60, 40), form="PNG", colour="white", **options):
    written = io.BytesIO()
    Image.new("RGB", size, colour).save(written, form, **options)
    return written.getvalue()


def paper(pages=1, extra=b"", trailer=b"", tail=b""):
    """A PDF of empty pages; *extra* stands in its catalogue, *trailer* in its trailer."""
    kids = b" ".join(b"%d 0 R" % (n + 3) for n in range(pages))
    parts = [
        b"1 0 obj <</Type /Catalog /Pages 2 0 R " + extra + b">> endobj\n",
        b"2 0 obj <</Type /Pages /Count %d /Kids [" % pages + kids + b"]>> endobj\n",
    ]
    parts += [
        b"%d 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]>> endobj\n" % (n + 3)
        for n in range(pages)
    ]
    body, places = b"%PDF-1.4\n", []
    for part in parts:
        places.append(len(body))
        body += part
    start, count = len(body), len(parts) + 1
    table = b"xref\n0 %d\n0000000000 65535 f \n" % count
    table += b"".join(b"%010d 00000 n \n" % place for place in places)
    end = (
        b"trailer <</Size %d /Root 1 0 R " % count
        + trailer
        + b">>\nstartxref\n%d\n%%%%EOF\n" % start
    )
    return body + table + end + tail


def packed(words):
    """A PDF whose objects lie packed in a stream, as newer programs write them."""
    inside = zlib.compress(words)
    return (
        b"%PDF-1.5\n1 0 obj <</Type /ObjStm /N 1 /First 4 /Filter /FlateDecode /Length "
        + b"%d" % len(inside) + b">>\nstream\n" + inside + b"\nendstream endobj\nstartxref\n0\n%%EOF\n"
    )  # fmt: skip


def huge(width=60_000, height=60_000):
    """A PNG of a few hundred bytes that says it has 3.6 thousand million dots."""

    def chunk(kind, data):
        body = kind + data
        return len(data).to_bytes(4) + body + zlib.crc32(body).to_bytes(4)

    head = width.to_bytes(4) + height.to_bytes(4) + bytes([8, 2, 0, 0, 0])
    return (
        b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", head) + chunk(b"IDAT", zlib.compress(b"\0" * 999))
        + chunk(b"IEND", b"")
    )  # fmt: skip
