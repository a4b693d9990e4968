"""Runs every query of the rules and boards against a Prometheus of its own; see panels."""

import argparse
import fnmatch
import json
import pathlib
import re
import sys
import tempfile
import time
import urllib.request

from own_prometheus import HERE, Prometheus, configure

PORTS = HERE.parent.parent / ".local" / "ports.json"
VARIABLES = {"$__rate_interval": "30s", "$namespace": ".*", "$instance": ".*"}
# A metric in a rule's expression, with its matchers.
SELECTOR = re.compile(r"\b((?:webhook|http_server|hikaricp|jvm|process|kube)[\w:]*)(\{[^}]*\})?")


def arguments():
    parser = argparse.ArgumentParser(prog="panels", description=__doc__)
    parser.add_argument("--api", action="append", metavar="HOST:PORT", help="the operator's port of an API process")
    parser.add_argument("--worker", action="append", metavar="HOST:PORT", help="the port of a worker")
    parser.add_argument("--public", metavar="HOST:PORT", help="the public port of the API, to be called with --key while it is scraped")
    parser.add_argument("--key", help="an account's key")
    parser.add_argument("--seconds", type=int, default=75, help="how long to scrape before the queries run, 75 by default")
    chosen = parser.parse_args()
    if chosen.key and chosen.api and chosen.worker and not chosen.public:
        parser.error("--key needs --public")
    if not (chosen.api and chosen.worker):
        if not PORTS.exists():
            parser.error("name --api and --worker, or start deploy/local/up")
        # In the order of deploy/local: the public port, the operator's, three of the stores, the receiver, the workers.
        ports = json.loads(PORTS.read_text(encoding="utf-8"))
        chosen.api = chosen.api or [f"127.0.0.1:{ports[1]}"]
        chosen.public = chosen.public or f"127.0.0.1:{ports[0]}"
        chosen.worker = chosen.worker or [f"127.0.0.1:{port}" for port in ports[6:]]
    return chosen


def substituted(query):
    for variable, value in VARIABLES.items():
        query = query.replace(variable, value)
    return query


def of_boards():
    """(where, name, query) of each target."""
    for file in sorted((HERE / "dashboards").glob("*.json")):
        model = json.loads(file.read_text(encoding="utf-8"))
        for part in model["panels"]:
            for target in part.get("targets", []):
                yield model["uid"], part["title"], substituted(target["expr"])


def of_rules(prometheus):
    """A recording has to give data. An alert is silent as a rule, so each metric that it compares has to exist."""
    for group in prometheus.get("rules")["groups"]:
        file = pathlib.Path(group["file"]).name
        for rule in group["rules"]:
            if rule["health"] != "ok":
                yield file, rule["name"], None
            elif rule["type"] == "recording":
                yield file, rule["name"], rule["query"]
            else:
                for metric, matchers in sorted(set(SELECTOR.findall(rule["query"]))):
                    yield file, rule["name"], f"count({metric}{matchers})"


def allowed(called):
    lines = (HERE / "panels-allowed.txt").read_text(encoding="utf-8").splitlines()
    exceptions = [line.split(" | ") for line in lines if line and not line.startswith("#")]
    return [(where, name) for where, name, reason in exceptions if not (called and reason == "no customer has called the API yet")]


def wait(chosen):
    """Lets Prometheus scrape, and is a customer of the API if there is a key."""
    end = time.monotonic() + chosen.seconds
    while time.monotonic() < end:
        if chosen.key:
            request = urllib.request.Request(f"http://{chosen.public}/v1/webhooks", headers={"Authorization": f"Bearer {chosen.key}"})
            urllib.request.urlopen(request, timeout=10).close()
        time.sleep(1)


def main():
    chosen = arguments()
    with tempfile.TemporaryDirectory(prefix="webhooks-panels-") as name:
        folder = pathlib.Path(name)
        configure(folder, chosen.api, chosen.worker)
        prometheus = Prometheus(folder)
        try:
            prometheus.await_ready()
            print(f"scraping {', '.join(chosen.api + chosen.worker)} for {chosen.seconds} s", flush=True)
            wait(chosen)
            down = [target["scrapeUrl"] for target in prometheus.get("targets")["activeTargets"] if target["health"] != "up"]
            if down:
                sys.exit(f"not scraped: {', '.join(down)}")
            sys.exit(report(prometheus, allowed(chosen.key)))
        finally:
            prometheus.stop()


def report(prometheus, exceptions):
    queries = failed = 0
    for where, name, query in [*of_rules(prometheus), *of_boards()]:
        queries += 1
        problem = prometheus.problem(query) if query else "its evaluation fails"
        if problem is None:
            continue
        tolerated = not problem.startswith("refused") and any(where == w and fnmatch.fnmatchcase(name, n) for w, n in exceptions)
        failed += not tolerated
        print(f"{'allowed' if tolerated else 'FAILED'}: {where} | {name}: {problem}: {query}")
    print(f"{queries} queries, {failed} without data that should have some")
    return failed > 0


main()
