"""Bytes to text: decompression with a cap, encoding, and telling text from binary."""

from __future__ import annotations

import codecs
import io
import re
import zlib
from typing import Any, BinaryIO, TextIO, cast

from charset_normalizer import from_bytes

from whowhom.errors import InputError

MAX_BYTES = 50_000_000
"""The most that is read of one page, after decompression; larger pages are refused."""

_CHUNK = 1 << 16
_BOMS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
_CHARSET = re.compile(rb"""(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{2,40})""", re.I)
_SIGNATURES = {
    b"\x89PNG": "a PNG image",
    b"\xff\xd8\xff": "a JPEG image",
    b"GIF8": "a GIF image",
    b"PK\x03\x04": "a zip archive",
    b"PK\x05\x06": "a zip archive",
    b"\x7fELF": "an executable",
    b"MZ": "an executable",
    b"%PDF": "a PDF document",
    b"Rar!": "a rar archive",
    b"7z\xbc\xaf": "a 7z archive",
    b"BZh": "a bzip2 archive",
    b"\xfd7zXZ": "an xz archive",
    b"\x28\xb5\x2f\xfd": "a zstd archive",
    b"OggS": "an Ogg file",
    b"ID3": "an MP3 file",
    b"SQLite format 3": "an SQLite database",
    b"\xd0\xcf\x11\xe0": "an Office document",
}


def open_binary(path: str) -> BinaryIO:
    """The file's bytes as a stream, decompressed on the way when they are gzip."""
    try:
        raw = open(path, "rb")  # noqa: SIM115  the caller closes what it is given
    except OSError as error:
        raise InputError(path, error.strerror or str(error)) from error
    return ungzip(raw)


def ungzip(raw: BinaryIO) -> BinaryIO:
    """The stream itself, or its decompressed contents when it starts as gzip does."""
    buffered = raw if isinstance(raw, io.BufferedReader) else io.BufferedReader(cast(io.RawIOBase, raw))
    try:
        is_gzip = buffered.peek(2)[:2] == b"\x1f\x8b"
    except OSError:
        return buffered
    return io.BufferedReader(_Gunzip(buffered), _CHUNK) if is_gzip else buffered


class _Gunzip(io.RawIOBase):
    """Decompressed bytes of gzip data, all that come before a fault; ``gzip.GzipFile`` loses those it has buffered."""

    def __init__(self, raw: BinaryIO) -> None:
        self.raw, self.rest = raw, b""
        self.engine = zlib.decompressobj(wbits=31)
        self.began = False

    def readable(self) -> bool:
        return True

    def readinto(self, target: Any) -> int:
        view = memoryview(target)
        while True:
            if not self.rest:
                self.rest = self.raw.read(_CHUNK)
            if not self.rest:
                if self.began and not self.engine.eof:
                    raise EOFError("gzip data ends too early")
                return 0
            data = self._step(len(view))
            if data:
                view[: len(data)] = data
                return len(data)

    def _step(self, size: int) -> bytes:
        """The next decompressed bytes, at most ``size``; a new member starts where one ends."""
        if self.engine.eof:
            self.rest = self.rest.lstrip(b"\x00")
            self.engine, self.began = zlib.decompressobj(wbits=31), False
            if not self.rest:
                return b""
        self.began = True
        data = self.engine.decompress(self.rest, size)
        self.rest = self.engine.unconsumed_tail or self.engine.unused_data
        return data

    def close(self) -> None:
        self.raw.close()
        super().close()


def read_capped(stream: BinaryIO, name: str, limit: int | None = None) -> bytes:
    """All bytes of a stream; InputError when there are more than the limit or the stream is damaged."""
    limit = MAX_BYTES if limit is None else limit
    parts, size = [], 0
    try:
        while chunk := stream.read(_CHUNK):
            size += len(chunk)
            if size > limit:
                raise InputError(name, f"larger than {limit // 1_000_000} MB when read")
            parts.append(chunk)
    except EOFError as error:
        raise InputError(name, "gzip data ends too early") from error
    except zlib.error as error:
        raise InputError(name, "damaged gzip data") from error
    except OSError as error:
        raise InputError(name, error.strerror or str(error)) from error
    return b"".join(parts)


def refuse_binary(data: bytes, name: str) -> None:
    """InputError for an empty input or one that is not text, whatever its name says."""
    if not data.strip(b"\x00\t\r\n\x0b\x0c \xef\xbb\xbf"):
        raise InputError(name, "empty")
    for signature, kind in _SIGNATURES.items():
        if data.startswith(signature) and not _looks_like_text(data):
            raise InputError(name, f"not text: {kind}")
    if not _has_bom(data) and not _looks_like_text(data):
        raise InputError(name, "not text: binary data")


def open_text(stream: BinaryIO) -> TextIO:
    """A table's lines as text: UTF-16 by its mark, else UTF-8 with whatever is none read as windows-1252."""
    head = stream.peek(2)[:2] if isinstance(stream, io.BufferedReader) else b""
    encoding = "utf-16" if head in (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE) else "utf-8-sig"
    return io.TextIOWrapper(stream, encoding=encoding, errors="windows-1252", newline="")


def _as_windows(error: UnicodeError) -> tuple[str, int]:
    """The bytes that are no UTF-8 as the letters that spreadsheets mean by them."""
    if not isinstance(error, UnicodeDecodeError):
        raise error
    return error.object[error.start : error.end].decode("windows-1252", "replace"), error.end


codecs.register_error("windows-1252", _as_windows)


def _has_bom(data: bytes) -> bool:
    return any(data.startswith(bom) for bom, _ in _BOMS)


def _looks_like_text(data: bytes) -> bool:
    """True when control bytes are rare, or when the zero bytes are those of UTF-16."""
    sample = data[:4096]
    control = sum(byte < 9 or 13 < byte < 27 or 27 < byte < 32 for byte in sample)
    if control <= len(sample) * 0.02:
        return True
    without_nulls = sample.replace(b"\x00", b"")
    return _utf16_guess(sample) is not None or (
        control - sample.count(0) <= len(sample) * 0.005 and _is_mostly_ascii(without_nulls)
    )


def _is_mostly_ascii(sample: bytes) -> bool:
    return bool(sample) and sum(32 <= byte < 127 or byte in b"\t\r\n" for byte in sample) > len(sample) * 0.95


def _utf16_guess(sample: bytes) -> str | None:
    """UTF-16 without a mark: markup puts a zero in every second byte."""
    even, odd = sample[0::2], sample[1::2]
    if len(sample) < 8:
        return None
    if even.count(0) > len(even) * 0.4 and odd.count(0) < len(odd) * 0.05:
        return "utf-16-be"
    if odd.count(0) > len(odd) * 0.4 and even.count(0) < len(even) * 0.05:
        return "utf-16-le"
    return None


def decode(data: bytes) -> str:
    """The text of a page: byte-order mark, then UTF-8 if it fits, then what the page declares, then a guess."""
    text = _decode_marked(data)
    if text is None:
        text = _try(data, "utf-8") or _decode_declared(data) or _decode_guessed(data)
    return text.replace("\x00", "")


def _decode_marked(data: bytes) -> str | None:
    for bom, encoding in _BOMS:
        if data.startswith(bom):
            return data[len(bom) :].decode(encoding, "replace")
    guess = _utf16_guess(data[:4096])
    return data.decode(guess, "replace") if guess else None


def _try(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except (UnicodeError, LookupError):
        return None


def _decode_declared(data: bytes) -> str | None:
    match = _CHARSET.search(data[:4096])
    if not match:
        return None
    name = match[1].decode("ascii").lower()
    if name in {"utf-8", "utf8"}:
        return _decode_nearly_utf8(data)
    # Browsers read these as windows-1252, and pages rely on it.
    name = "windows-1252" if name in {"iso-8859-1", "latin-1", "latin1", "ascii", "us-ascii"} else name
    return _try(data, name)


def _decode_nearly_utf8(data: bytes) -> str | None:
    """UTF-8 with a few bad bytes (a page cut in a character, a pasted quote); None when it is another encoding."""
    text = data.decode("utf-8", "replace")
    bad = text.count("\ufffd")
    if bad == 1 and text.endswith("\ufffd"):
        return text
    good = sum(ch > "\x7f" for ch in text[:200_000]) - bad
    return text if good > 4 * bad else None


def _decode_guessed(data: bytes) -> str:
    nearly = _decode_nearly_utf8(data)
    if nearly is not None:
        return nearly
    text = _try(data, "windows-1252")
    if text is not None and _is_mostly_ascii(data[:20_000]):
        return text
    best = from_bytes(data[:100_000]).best()
    return data.decode(best.encoding if best else "windows-1252", "replace")
