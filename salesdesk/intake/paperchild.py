"""The guarded child for attachments: a file's bytes on standard input, what they are on its output.

It opens no file, writes none and limits itself before the first byte is parsed. A picture is decoded
whole, which proves it, and given back drawn anew and no larger than asked for: what a window or a
paper shows was written by this child, never by whoever sent the file. A PDF is looked at and never
drawn. The answer is one line of JSON, then the new picture's bytes.

Started by `guard` as ``python -m salesdesk.intake.paperchild KIND LONGEST``; a packed program starts
itself with ``read-paper KIND LONGEST`` and calls `main`.
"""

import io
import json
import re
import sys
import zlib
from typing import Any

from PIL import Image, ImageOps

from salesdesk.intake.limits import MOST_DOTS, UNPACKED_BYTES, limit

_FORMATS = {"image/png": "PNG", "image/jpeg": "JPEG"}
_STREAM = re.compile(rb"stream\r?\n(.*?)endstream", re.DOTALL)
_OBJECTS = re.compile(rb"/Type\s*/ObjStm\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_HEX = re.compile(rb"#([0-9A-Fa-f]{2})")
_ACTS = re.compile(
    rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA|SubmitForm|ImportData)(?![A-Za-z])"
)
_LOCKED = re.compile(rb"/Encrypt(?![A-Za-z])")
_END_WITHIN = 2048


class Refused(Exception):
    """What the parent is to raise: a name in `attachment_rules.BY_NAME` and its facts."""

    def __init__(self, name: str, **facts: object) -> None:
        super().__init__(name)
        self.answer = {"refused": name, "facts": {key: str(value) for key, value in facts.items()}}


def main(kind: str, longest: int) -> int:
    """Look at standard input as *kind*; draw a picture anew, *longest* dots at most; give the exit code."""
    limit()
    content = sys.stdin.buffer.read()
    drawn = b""
    answer: dict[str, Any]
    try:
        if kind in _FORMATS:
            answer, drawn = _picture(content, _FORMATS[kind], longest)
        else:
            answer = {"pages": _pages(content), "width": 0, "height": 0}
    except Refused as refused:
        answer = refused.answer
    sys.stdout.buffer.write(json.dumps(answer).encode() + b"\n" + drawn)
    sys.stdout.buffer.flush()
    return 0


def _picture(content: bytes, form: str, longest: int) -> tuple[dict[str, Any], bytes]:
    Image.MAX_IMAGE_PIXELS = None  # counted here, before anything is unpacked
    try:
        with Image.open(io.BytesIO(content), formats=(form,)) as whole:
            whole.verify()  # a PNG's own sums: a decoder would go on without a part
        with Image.open(io.BytesIO(content), formats=(form,)) as picture:
            width, height = picture.size
            if width * height > MOST_DOTS:
                size = f"{width} × {height}"
                raise Refused("TooManyDots", found=size, limit=MOST_DOTS // 10**6)
            picture.load()
            return {"pages": 0, "width": width, "height": height}, _drawn(picture, longest)
    except (OSError, ValueError, SyntaxError, EOFError, zlib.error) as error:
        raise Refused("NotAPaper", why=type(error).__name__) from None


def _drawn(picture: Image.Image, longest: int) -> bytes:
    """Draw a picture anew: upright, on white, no larger than asked, nothing else of the file in it."""
    if not longest:
        return b""
    plain: Image.Image = ImageOps.exif_transpose(picture)
    if plain.mode in {"RGBA", "LA", "PA"} or "transparency" in plain.info:
        seen = plain.convert("RGBA")
        plain = Image.new("RGB", seen.size, "white")
        plain.paste(seen, mask=seen.getchannel("A"))
    else:
        plain = plain.convert("RGB")
    plain.thumbnail((longest, longest))
    written = io.BytesIO()
    Image.frombytes("RGB", plain.size, plain.tobytes()).save(written, "PNG")
    return written.getvalue()


def _pages(content: bytes) -> int:
    """Count a PDF's pages; refuse what is cut off, locked, or does something when it is opened."""
    if b"%%EOF" not in content[-_END_WITHIN:]:
        raise Refused("NotAPaper", why="end")
    words = _HEX.sub(lambda found: bytes([int(found[1], 16)]), _words(content))
    if _LOCKED.search(words):
        raise Refused("PaperLocked")
    if _ACTS.search(words):
        raise Refused("PaperActs")
    return len(_PAGE.findall(words))


def _words(content: bytes) -> bytes:
    """Give what a PDF says outside its streams, and inside those that hold objects."""
    room, found = UNPACKED_BYTES, [_STREAM.sub(b" ", content)]
    for stream in _STREAM.finditer(content):
        head = content[max(0, stream.start() - 400) : stream.start()]
        if not _OBJECTS.search(head[head.rfind(b"obj") + 1 :]):
            continue
        try:
            unpacked = zlib.decompressobj().decompress(stream[1], room)
        except zlib.error:
            raise Refused("NotAPaper", why="objects") from None
        room -= len(unpacked)
        if room <= 0:
            raise Refused("PaperActs")
        found.append(unpacked)
    return b"\n".join(found)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], int(sys.argv[2])))
