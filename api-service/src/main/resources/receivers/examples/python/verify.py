"""Verifies X-iGregulator-Signature with nothing but the standard library, Python 3.9 or newer. To try it by hand:

    python3 verify.py "$SECRET" "$HEADER" < body
"""
import hashlib
import hmac
import re
import sys
import time

TOLERANCE_SECONDS = 300


def verify(secret: str, header: str, body: bytes, now: "float | None" = None) -> bool:
    """
    secret: whole, whsec_ included
    header: value of X-iGregulator-Signature: t=seconds,v1=hex[,v1=hex...]
    body:   the bytes as received, before any parser
    """
    parts = (header or "").split(",")
    timestamp = next((part[2:] for part in parts if part.startswith("t=")), "")
    now = time.time() if now is None else now
    if not re.fullmatch("[0-9]{1,12}", timestamp) or abs(now - int(timestamp)) > TOLERANCE_SECONDS:
        return False
    signed = timestamp.encode() + b"." + body
    expected = "v1=" + hmac.new(secret.encode(), signed, hashlib.sha256).hexdigest()
    # One v1 for each secret that is still valid: any of them will do.
    return any(hmac.compare_digest(expected.encode(), part.encode()) for part in parts)


if __name__ == "__main__":
    print("accepted" if verify(sys.argv[1], sys.argv[2], sys.stdin.buffer.read()) else "refused")
