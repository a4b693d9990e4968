"""Puts the published vectors to one of the examples and prints its verdicts:

    python3 check.py verify vectors.json

The packages know no clock but the real one, for which the published vectors are too old.
"""
import base64
import importlib
import json
import sys

example, file = sys.argv[1:]
verify = importlib.import_module(example).verify

with open(file, encoding="utf-8") as vectors:
    for vector in json.load(vectors)["vectors"]:
        header = vector["headers"] if "standard" in example else vector["headers"]["X-iGregulator-Signature"]
        clock = {"now": vector["now"]} if example == "verify" else {}
        genuine = verify(vector["secret"], header, base64.b64decode(vector["body_base64"]), **clock)
        print(vector["name"], "accepted" if genuine else "refused")
