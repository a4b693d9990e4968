"""Makes what generated requests are to find, and writes down what it is called.

    seed.py <information file of deploy/local/up> <folder>

makes an account with webhooks whose deliveries succeeded, failed and wait, and another account that must not see them.
Their API keys are in <folder>/auth.json then, what a parameter may name is in <folder>/<name>.dict, and <folder>/openapi.json
is the service's document with examples that exist: boundary values of one parameter come with the examples of all others.
"""

import datetime
import http.server
import json
import pathlib
import sys
import threading
import time
import urllib.request
import uuid

PATIENCE_SECONDS = 60
ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
# The document's own examples name the first of them.
SLUGS = ["nordlys-casino", "harbour-bet", "old-mill-poker"]


class Api:
    """One of the service's two sides, with one credential."""

    def __init__(self, base, credential):
        self.base = base
        self.credential = credential

    def call(self, method, path, body=None, media_type="application/json"):
        data = body if body is None or isinstance(body, bytes) else json.dumps(body).encode()
        request = urllib.request.Request(self.base + path, data, method=method)
        request.add_header("Authorization", "Bearer " + self.credential)
        if data is not None:
            request.add_header("Content-Type", media_type)
        with urllib.request.urlopen(request, timeout=30) as answer:
            text = answer.read()
        return json.loads(text) if text else None


class Gone(http.server.BaseHTTPRequestHandler):
    """Ends the first delivery that it gets as failed, and leaves its webhook inactive."""

    def do_POST(self):
        self.rfile.read(int(self.headers["Content-Length"]))
        self.send_response(410)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def log_message(self, *arguments):
        pass


def ulid():
    number = int(time.time() * 1000) << 80 | uuid.uuid4().int >> 48
    return "".join(ALPHABET[number >> 5 * place & 31] for place in range(25, -1, -1))


def event(slug):
    now = datetime.datetime.now(datetime.timezone.utc).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    return {
        "event": "license.status_changed",
        "event_id": "evt_" + ulid(),
        "api_version": "2026-04-20",
        "timestamp": now,
        "livemode": True,
        "data": {
            "license_id": "lic_1",
            "license_number": "G/1",
            "operator_id": "op_" + slug,
            "operator_slug": slug,
            "jurisdiction_code": "MT",
            "previous_status": "active",
            "new_status": "suspended",
            "changed_at": now,
            "source_url": "https://example.org/register",
        },
    }


def lines(values):
    return "\n".join(json.dumps(value) for value in values).encode()


def account(operator, name):
    # No request limit is reached: it is the document that is tested, with as many requests as fit into the time.
    made = operator.call(
        "POST",
        "/operator/v1/accounts",
        {"name": name, "plan": "enterprise", "requests_per_second": 10_000},
    )
    return operator.call("POST", f"/operator/v1/accounts/{made['id']}/keys")["api_key"]


def webhook(api, url):
    body = {"url": url, "events": ["license.status_changed", "license.issued"], "watchlist_only": False}
    return api.call("POST", "/v1/webhooks", body)["id"]


def deliveries(api, of, status, least):
    """Waits for so many."""
    deadline = time.monotonic() + PATIENCE_SECONDS
    while time.monotonic() < deadline:
        found = api.call("GET", f"/v1/webhooks/{of}/deliveries?status={status}")["deliveries"]
        if len(found) >= least:
            return [delivery["id"] for delivery in found]
        time.sleep(0.2)
    sys.exit(f"seed: no {least} deliveries with status {status} within {PATIENCE_SECONDS} s")


def with_examples(document, examples):
    """The document's text with its examples exchanged."""
    text = json.dumps(document)
    for example, existing in examples.items():
        text = text.replace(json.dumps(example), json.dumps(existing))
    return text


def ago(**span):
    return (datetime.datetime.now(datetime.timezone.utc) - datetime.timedelta(**span)).strftime("%Y-%m-%dT%H:%M:%SZ")


def main(information, folder):
    stack = json.loads(pathlib.Path(information).read_text())
    operator = Api(stack["operator_url"], stack["operator_token"])
    receiver = stack["receiver_url"].rstrip("/")
    gone = http.server.HTTPServer(("127.0.0.1", 0), Gone)
    threading.Thread(target=gone.serve_forever, daemon=True).start()

    operators = [{"slug": slug, "id": "op_" + slug, "display_name": slug, "country": "MT"} for slug in SLUGS]
    operator.call("POST", "/operator/v1/operators", lines(operators), "application/x-ndjson")
    keys = {name: account(operator, name) for name in ("owner", "stranger")}
    api = Api(stack["api_url"], keys["owner"])
    for slug in SLUGS:
        api.call("POST", "/v1/watchlist/operators", {"operator_slug": slug})
    urls = [f"{receiver}/hooks/generated-{number}" for number in range(4)]
    healthy, other = (webhook(api, url) for url in urls[:2])
    # Nothing listens there.
    waiting = webhook(api, "http://127.0.0.1:1/")
    failed = webhook(api, f"http://127.0.0.1:{gone.server_port}/")
    to_delete = [webhook(api, urls[3]) for _ in range(20)]

    events = [event(slug) for slug in SLUGS]
    operator.call("POST", "/operator/v1/events", lines(events), "application/x-ndjson")
    done = deliveries(api, healthy, "success", len(SLUGS))
    deliveries(api, waiting, "retrying", 1)
    deliveries(api, failed, "failed", 1)
    recoveries = [api.call("POST", f"/v1/webhooks/{healthy}/recover", {"since": ago(days=1)})["id"] for _ in range(2)]
    page = api.call("GET", f"/v1/webhooks/{healthy}/deliveries?limit=1")
    webhooks = api.call("GET", "/v1/webhooks?limit=1")
    feed = api.call("GET", "/v1/watchlist/events?limit=1")
    at_webhooks = api.call("GET", f"/v1/events/{events[0]['event_id']}?limit=1")

    document = api.call("GET", "/openapi.json")

    dictionaries = {
        "webhooks": [healthy, other, waiting, failed],
        # Of the only webhook whose deliveries and recoveries the others name.
        "webhook": [healthy],
        "deliveries": done,
        "recoveries": recoveries,
        "events": [published["event_id"] for published in events],
        "to_delete": to_delete,
        "urls": urls,
        "slugs": SLUGS,
        "delivery_cursors": [page["next_cursor"]],
        "webhook_cursors": [webhooks["next_cursor"]],
        "feed_cursors": [feed["next_cursor"]],
        "event_cursors": [at_webhooks["next_cursor"]],
        "earlier": [ago(days=days) for days in (1, 7, 29)],
        "later": [ago(minutes=minutes) for minutes in (1, 30)],
        # Of figures, which are kept by minute for a day.
        "lately": [ago(minutes=minutes) for minutes in (45, 600)],
    }
    parameters = document["components"]["parameters"]
    recovery = document["paths"]["/v1/webhooks/{id}/recoveries/{recovery_id}"]["parameters"][1]
    schemas = document["components"]["schemas"]
    examples = {
        parameters["WebhookId"]["example"]: healthy,
        parameters["DeliveryId"]["example"]: done[0],
        recovery["example"]: recoveries[0],
        parameters["EventId"]["example"]: events[0]["event_id"],
        schemas["EventCursor"]["examples"][0]: at_webhooks["next_cursor"],
        parameters["IfMatch"]["example"]: "*",
        schemas["DeliveryCursor"]["examples"][0]: page["next_cursor"],
        schemas["WebhookCursor"]["examples"][0]: webhooks["next_cursor"],
        schemas["FeedCursor"]["examples"][0]: feed["next_cursor"],
        "https://hooks.example.com/licences": urls[0],
        "https://hooks.example.com/v2/licences": urls[1],
        "2026-04-20T06:00:00Z": ago(days=1),
        "2026-04-20T09:30:00Z": ago(minutes=1),
        "2026-04-21T11:00:00.000Z": ago(minutes=61),
        "2026-04-21T12:00:00.000Z": ago(minutes=1),
    }
    target = pathlib.Path(folder)
    (target / "openapi.json").write_text(with_examples(document, examples))
    for name, values in dictionaries.items():
        (target / f"{name}.dict").write_text("".join(f'"{value}"\n' for value in values))
    users = [
        {"name": name, "fixedHeaders": [{"name": "Authorization", "value": "Bearer " + key}]} for name, key in keys.items()
    ]
    (target / "auth.json").write_text(json.dumps({"auth": users}))


if __name__ == "__main__":
    main(*sys.argv[1:])
