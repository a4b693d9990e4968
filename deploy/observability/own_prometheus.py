"""A Prometheus of its own on a free loopback port, with this folder's rules."""

import json
import math
import pathlib
import re
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.parse
import urllib.request

HERE = pathlib.Path(__file__).resolve().parent


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def configure(folder, apis, workers):
    """Rules are evaluated every 5 s, so that each has been before the queries run."""
    for file in (HERE / "rules").glob("*.yaml"):
        text = re.sub(r"^    interval: .*$", "    interval: 5s", file.read_text(encoding="utf-8"), flags=re.M)
        (folder / file.name).write_text(text, encoding="utf-8")
    jobs = [
        {"job_name": job, "metrics_path": "/actuator/prometheus", "static_configs": [{"targets": targets}]}
        for job, targets in (("api-service", apis), ("delivery-worker", workers))
    ]
    settings = {"global": {"scrape_interval": "2s", "evaluation_interval": "5s"}, "rule_files": [str(folder / "*.yaml")], "scrape_configs": jobs}
    # JSON is YAML.
    (folder / "prometheus.json").write_text(json.dumps(settings), encoding="utf-8")


class Prometheus:
    def __init__(self, folder):
        port = free_port()
        self.url = f"http://127.0.0.1:{port}"
        self.log = folder / "log"
        with open(self.log, "wb") as log:
            self.process = subprocess.Popen(
                ["prometheus", f"--config.file={folder}/prometheus.json", f"--storage.tsdb.path={folder}/data", f"--web.listen-address=127.0.0.1:{port}"],
                stdout=log,
                stderr=log,
            )

    def await_ready(self):
        for _ in range(60):
            if self.process.poll() is not None:
                break
            try:
                urllib.request.urlopen(f"{self.url}/-/ready", timeout=2).close()
                return
            except OSError:
                time.sleep(0.5)
        sys.exit(f"Prometheus did not start:\n{self.log.read_text(errors='replace')}")

    def get(self, path, **parameters):
        try:
            with urllib.request.urlopen(f"{self.url}/api/v1/{path}?{urllib.parse.urlencode(parameters)}", timeout=30) as answer:
                return json.load(answer)["data"]
        except urllib.error.HTTPError as refused:
            raise ValueError(json.load(refused).get("error", str(refused))) from refused

    def problem(self, query):
        """Why a query shows nothing; None if it shows something."""
        try:
            result = self.get("query", query=query)["result"]
        except ValueError as refused:
            return f"refused: {refused}"
        if not result:
            return "no data"
        return "NaN" if all(math.isnan(float(series["value"][1])) for series in result) else None

    def stop(self):
        self.process.terminate()
        self.process.wait(20)
