"""What stands both in the chart and in the services' code is the same in both."""

import json
import re
import unittest

import yaml

import chart
from settings_test import settings

SHARED = chart.PROJECT / "shared-model/src/main/java/io/igregulator/webhooks"
DOMAIN = {"license.events", "regulatory.events", "coverage.events", "webhook.events"}


def java(path):
    return (SHARED / path).read_text()


class Agreement(unittest.TestCase):
    def test_the_chart_installs_the_version_of_the_project(self):
        pom = (chart.PROJECT / "pom.xml").read_text()
        version = re.search(r"^  <version>(.+)</version>$", pom, re.MULTILINE).group(1)
        self.assertEqual(version, yaml.safe_load((chart.CHART / "Chart.yaml").read_text())["appVersion"])

    def egress(self, example):
        for policy in chart.of_kind(chart.rendered(example), "NetworkPolicy"):
            for rule in policy["spec"]["egress"]:
                blocks = {peer["ipBlock"]["cidr"]: peer["ipBlock"].get("except", []) for peer in rule["to"] if "ipBlock" in peer}
                if "0.0.0.0/0" in blocks:
                    yield policy, rule, blocks

    def test_policies_block_what_the_services_block(self):
        text = java("url/BlockedRanges.java")
        ipv4 = re.findall(r'^ +"([0-9.]+/[0-9]+)"', text, re.MULTILINE)
        ipv6 = re.findall(r'^ +"([0-9a-f:]+/[0-9]+)"', text, re.MULTILINE)
        self.assertGreater(len(ipv4), 15)
        for example in chart.EXAMPLES:
            own = chart.values(example)["receivers"]["blockedCidrs"]
            for policy, _, blocks in self.egress(example):
                self.assertEqual({"0.0.0.0/0", "2000::/3"}, set(blocks), chart.name(policy))
                self.assertEqual(ipv4 + [cidr for cidr in own if ":" not in cidr], blocks["0.0.0.0/0"], chart.name(policy))
                self.assertEqual(ipv6 + [cidr for cidr in own if ":" in cidr], blocks["2000::/3"], chart.name(policy))

    def test_both_services_reach_receivers_and_no_job_does(self):
        for example in chart.EXAMPLES:
            names = {policy["metadata"]["name"] for policy, _, _ in self.egress(example)}
            self.assertEqual({"webhooks-api", "webhooks-worker"}, names, example)

    def test_policies_and_services_allow_the_same_ports_and_blocks(self):
        for example in chart.EXAMPLES:
            receivers = chart.values(example)["receivers"]
            for policy, rule, _ in self.egress(example):
                self.assertEqual(receivers["ports"], [port["port"] for port in rule["ports"]], chart.name(policy))
            for owner, template in chart.templates(chart.rendered(example)):
                if owner["kind"] == "Deployment":
                    given = settings(template["spec"]["containers"][0])
                    self.assertEqual([str(port) for port in receivers["ports"]], given["webhooks.url.allowed-ports"], chart.name(owner))
                    self.assertEqual(receivers["blockedCidrs"], given["webhooks.url.blocked-cidrs"], chart.name(owner))

    def test_every_rule_names_its_peers(self):
        for example in chart.EXAMPLES:
            for policy in chart.of_kind(chart.rendered(example), "NetworkPolicy"):
                for rule in policy["spec"]["egress"]:
                    self.assertTrue(rule.get("to"), chart.name(policy))
                for rule in policy["spec"].get("ingress", []):
                    public = [port["port"] for port in rule["ports"]] == ["public"]
                    self.assertTrue(public or rule.get("from"), chart.name(policy))

    def test_topics_are_those_of_the_services(self):
        names = set(re.findall(r'String \w+ = "([a-z.-]+)"', java("topic/Topics.java")))
        self.assertEqual(7, len(names))
        self.assertEqual(names, set(self.topics_of_resources()))
        self.assertEqual(names, set(self.topics_of_job()))
        self.assertEqual(self.topics_of_resources(), self.topics_of_job())
        self.assertEqual({24}, {self.topics_of_job()[name] for name in DOMAIN})
        self.assertEqual(48, self.topics_of_job()["webhook.deliveries"])

    def topics_of_resources(self):
        topics = chart.of_kind(chart.rendered("strimzi-cnpg"), "KafkaTopic")
        return {topic["metadata"]["name"]: topic["spec"]["partitions"] for topic in topics}

    def topics_of_job(self):
        job = next(each for each in chart.of_kind(chart.rendered("managed"), "Job") if each["metadata"]["name"].endswith("-topics"))
        script = job["spec"]["template"]["spec"]["containers"][0]["args"][0]
        return {name: int(count) for name, count in re.findall(r"^create (\S+) ([0-9]+)$", script, re.MULTILINE)}

    def test_the_end_of_a_release_keeps_the_topics(self):
        for topic in chart.of_kind(chart.rendered("strimzi-cnpg"), "KafkaTopic"):
            self.assertEqual("keep", topic["metadata"]["annotations"].get("helm.sh/resource-policy"), chart.name(topic))

    def test_the_examples_users_may_use_topics_and_groups_that_exist(self):
        users = chart.load((chart.HELM / "examples/strimzi-cnpg.yaml").read_text())
        topics = set(self.topics_of_resources())
        for user in chart.of_kind(users, "KafkaUser"):
            for rule in user["spec"]["authorization"]["acls"]:
                resource = rule["resource"]
                known = topics if resource["type"] == "topic" else {"webhook-"}
                self.assertIn(resource["name"], known, json.dumps(rule))


if __name__ == "__main__":
    unittest.main()
