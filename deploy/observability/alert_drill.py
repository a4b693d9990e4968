"""Which alerts the fault run's faults raise; see drill."""

import datetime
import json
import pathlib
import re
import subprocess
import sys
import tempfile
import time

from own_prometheus import HERE, Prometheus, configure

RUN = HERE.parent / "chaos" / "run"
FOLDER = re.compile(r"Starting workers \(\d+\) and all they need in (\S+)\.$")
STEP = 5
# It fires as long as alerting works at all.
ALWAYS = {"WebhookWatchdog"}


def addresses(folder):
    """In the order of the stack: the public port, the operator's, three of the stores, the receiver, the workers."""
    ports = json.loads((folder / "ports.json").read_text(encoding="utf-8"))
    return [f"127.0.0.1:{ports[1]}"], [f"127.0.0.1:{port}" for port in ports[6:]]


def started(run):
    """Echoes the fault run until its services are up, and returns its folder."""
    folder = None
    for line in run.stdout:
        print(line, end="", flush=True)
        if found := FOLDER.search(line.strip()):
            folder = pathlib.Path(found.group(1))
        if folder and re.search(r"delivery-worker-2\s+ready", line):
            return folder
    sys.exit("The fault run ended before its services were ready.")


def seconds(time_text):
    return datetime.datetime.fromisoformat(time_text).timestamp()


def episodes(prometheus, begin, end):
    """(name, severity, state, from, to) of each alert, without gaps longer than a few evaluations."""
    query = "max by (alertname, severity, alertstate) (ALERTS)"
    for series in prometheus.get("query_range", query=query, start=begin, end=end, step=STEP)["result"]:
        labels, times = series["metric"], [float(value[0]) for value in series["values"]]
        first = previous = times[0]
        for moment in [*times[1:], None]:
            if moment is None or moment - previous > 3 * STEP:
                yield labels["alertname"], labels.get("severity", ""), labels["alertstate"], first, previous
                first = moment
            previous = moment


def beside(timeline, begin, end):
    """The faults that were under way, or had ended less than half a minute before."""
    return [f"{fault['what']} ({fault['target']})" for fault in timeline if seconds(fault["from"]) <= end and seconds(fault["to"]) >= begin - 30]


def report(prometheus, outcome, begin, end):
    timeline = [entry for entry in outcome["timeline"] if entry["what"] in outcome["faults_by_kind"]]
    print(f"\n{len(timeline)} faults:")
    for fault in timeline:
        print(f"  {seconds(fault['from']) - begin:6.0f} s to {seconds(fault['to']) - begin:4.0f} s  {fault['what']} ({fault['target']})")
    fired = {}
    print("\nalerts:")
    for name, severity, state, first, last in sorted(episodes(prometheus, begin, end), key=lambda episode: episode[3]):
        if name in ALWAYS:
            continue
        fired[name] = fired.get(name, False) or state == "firing"
        print(f"  {first - begin:6.0f} s to {last - begin:4.0f} s  {state:8} {severity:7} {name:32} {'; '.join(beside(timeline, first, last)) or 'no fault'}")
    names = sorted(name for name, did in fired.items() if did)
    print(f"\nfired: {', '.join(names) or 'none'}")
    print(f"pending only: {', '.join(sorted(name for name, did in fired.items() if not did)) or 'none'}")


def main():
    with tempfile.TemporaryDirectory(prefix="webhooks-drill-") as name:
        folder = pathlib.Path(name)
        result = folder / "outcome.json"
        run = subprocess.Popen([str(RUN), *sys.argv[1:], "--json", str(result)], stdout=subprocess.PIPE, text=True)
        prometheus = None
        try:
            configure(folder, *addresses(started(run)))
            prometheus = Prometheus(folder)
            prometheus.await_ready()
            begin = time.time()
            for line in run.stdout:
                print(line, end="", flush=True)
            end = time.time()
            run.wait()
            if not result.exists():
                sys.exit("The fault run ended without an outcome.")
            report(prometheus, json.loads(result.read_text(encoding="utf-8")), begin, end)
            sys.exit(run.returncode)
        finally:
            if prometheus:
                prometheus.stop()
            if run.poll() is None:
                run.terminate()
                run.wait(60)


main()
