"""Rules and dashboards pass through the chart unchanged, whatever braces they hold."""

import json
import pathlib
import shutil
import subprocess
import tempfile
import unittest

import yaml

import chart

RULES = """
groups:
  - name: sample
    interval: 30s
    rules:
      - record: webhook:sample
        expr: max by (group) (webhook_consumer_group_lag)
      - alert: SampleKept
        expr: webhook:sample > 1
        for: 5m
        annotations: {summary: "{{ $labels.group }} is {{ $value | humanize }} behind"}
      - alert: SampleDisabled
        expr: webhook:sample > 2
  - name: empty-when-disabled
    rules:
      - alert: SampleAlsoDisabled
        expr: vector(1)
"""
LINKED = """
groups:
  - name: sample
    rules:
      - record: webhook:sample
        expr: vector(1)
      - alert: SampleLinked
        expr: vector(1)
        annotations: {runbook: "deploy/runbook.md#samplelinked"}
      - alert: SampleWithoutAnnotations
        expr: vector(1)
"""
DASHBOARD = json.dumps({"title": "sample", "legend": "{{instance}} {{ .Values.image.registry }}"})
ENABLED = {"metrics": {
    "prometheusRule": {"enabled": True, "labels": {"release": "prometheus"}, "disabled": ["SampleDisabled", "SampleAlsoDisabled"]},
    "dashboards": {"enabled": True},
}}


class Monitoring(unittest.TestCase):
    def setUp(self):
        folder = tempfile.TemporaryDirectory()
        self.addCleanup(folder.cleanup)
        self.chart = pathlib.Path(folder.name) / "webhooks"
        shutil.copytree(chart.CHART, self.chart)
        shutil.rmtree(self.chart / "files", ignore_errors=True)

    def render(self, values):
        (self.chart / "enabled.yaml").write_text(yaml.safe_dump(values))
        command = ["helm", "template", "webhooks", str(self.chart), "--kube-version", "1.35.0", "--values"]
        command += [str(chart.HELM / "examples/managed-values.yaml"), "--values", str(self.chart / "enabled.yaml")]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    def add(self, path, text):
        file = self.chart / "files" / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text)

    def test_rules_are_those_of_the_files_without_the_disabled_ones(self):
        self.add("rules/sample.yaml", RULES)
        self.add("dashboards/sample.json", DASHBOARD)
        ended = self.render(ENABLED)
        self.assertEqual(0, ended.returncode, ended.stderr)
        rule = next(each for each in chart.load(ended.stdout) if each["kind"] == "PrometheusRule")
        group = yaml.safe_load(RULES)["groups"][0]
        del group["rules"][2]
        self.assertEqual([group], rule["spec"]["groups"])
        self.assertEqual("prometheus", rule["metadata"]["labels"]["release"])

    def test_with_an_address_each_alert_links_to_its_entry_in_the_runbook(self):
        self.add("rules/sample.yaml", LINKED)
        for given, links in (
            ("", {}),
            ("https://git.example.org/runbook.md", {"SampleLinked": "https://git.example.org/runbook.md#samplelinked"}),
        ):
            with self.subTest(given):
                ended = self.render({"metrics": {"prometheusRule": {"enabled": True, "runbookUrl": given}}})
                self.assertEqual(0, ended.returncode, ended.stderr)
                rule = next(each for each in chart.load(ended.stdout) if each["kind"] == "PrometheusRule")
                rules = rule["spec"]["groups"][0]["rules"]
                found = {each["alert"]: each.get("annotations", {}) for each in rules if "alert" in each}
                self.assertEqual("deploy/runbook.md#samplelinked", found["SampleLinked"]["runbook"])
                self.assertEqual(links, {name: each["runbook_url"] for name, each in found.items() if "runbook_url" in each})

    def test_an_address_that_is_not_absolute_or_has_a_heading_is_refused(self):
        self.add("rules/sample.yaml", LINKED)
        for given in ("deploy/runbook.md", "https://", "https://git.example.org/runbook.md#top", "https://git.example.org/run book"):
            with self.subTest(given):
                ended = self.render({"metrics": {"prometheusRule": {"enabled": True, "runbookUrl": given}}})
                self.assertNotEqual(0, ended.returncode)
                self.assertIn("runbookUrl", ended.stderr)

    def test_dashboards_are_those_of_the_files(self):
        self.add("rules/sample.yaml", RULES)
        self.add("dashboards/sample.json", DASHBOARD)
        ended = self.render(ENABLED)
        board = next(each for each in chart.load(ended.stdout) if each["kind"] == "ConfigMap")
        self.assertEqual({"sample.json": DASHBOARD}, board["data"])
        self.assertEqual("1", board["metadata"]["labels"]["grafana_dashboard"])

    def test_a_chart_without_rules_says_so(self):
        for part in ("prometheusRule", "dashboards"):
            ended = self.render({"metrics": {part: {"enabled": True}}})
            self.assertNotEqual(0, ended.returncode)
            self.assertIn("was packaged without", ended.stderr)


if __name__ == "__main__":
    unittest.main()
