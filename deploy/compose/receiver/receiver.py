"""A receiver for trying out: verifies each delivery with the secrets in /run/receiver/secrets and prints a line of it."""
import json
import sys
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from verify import verify

# One per line, since each trial makes an endpoint of its own and the older ones still receive.
SECRETS = Path("/run/receiver/secrets")
PORT = 9000


class Receiver(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_POST(self):
        body = self.rfile.read(int(self.headers.get("Content-Length", 0)))
        secrets = SECRETS.read_text().split()
        signature = self.headers.get("X-iGregulator-Signature", "")
        genuine = any(verify(secret, signature, body) for secret in secrets)
        event = json.loads(body)
        verdict = "verified" if genuine else "REFUSED"
        print(verdict, event["event"], event["event_id"], "attempt", self.headers["X-iGregulator-Attempt"])
        self.send_response(200 if genuine else 401)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


if __name__ == "__main__":
    print("listening on port", PORT, file=sys.stderr)
    ThreadingHTTPServer(("0.0.0.0", PORT), Receiver).serve_forever()
