"""Sizes that fit each other, images that stay what they are, and pods that end in time."""

import re
import unittest

import chart
from settings_test import application, environment, settings

UNITS = {"Mi": 2**20, "Gi": 2**30, "m": 2**20, "g": 2**30}


def quantity(text):
    number, unit = re.fullmatch(r"([0-9]+)(Mi|Gi|m|g)", text).groups()
    return int(number) * UNITS[unit]


def seconds(text):
    return int(text.removesuffix("s"))


class Resources(unittest.TestCase):
    def each_container(self, *kinds):
        for example in chart.EXAMPLES:
            for owner, template in chart.templates(chart.rendered(example)):
                if owner["kind"] in kinds:
                    for container in chart.containers(template["spec"]):
                        yield f"{chart.name(owner)}, {container['name']}", template["spec"], container

    def test_memory_is_promised_as_it_is_limited(self):
        for where, _, container in self.each_container("Deployment", "Job"):
            requests, limits = container["resources"]["requests"], container["resources"]["limits"]
            self.assertEqual(requests["memory"], limits["memory"], where)
            self.assertIn("cpu", requests, where)
            self.assertLessEqual({"memory", "ephemeral-storage"}, set(limits), where)

    def test_the_heap_leaves_half_of_the_memory_to_the_rest_of_the_process(self):
        for where, _, container in self.each_container("Deployment", "Job"):
            variables = environment(container)
            options = variables.get("JDK_JAVA_OPTIONS") or variables["KAFKA_HEAP_OPTS"]
            heap = quantity(re.search(r"-Xmx(\S+)", options).group(1))
            self.assertLessEqual(2 * heap, quantity(container["resources"]["limits"]["memory"]), where)

    def test_a_process_that_runs_out_of_memory_ends(self):
        for where, _, container in self.each_container("Deployment"):
            self.assertIn("-XX:+ExitOnOutOfMemoryError", environment(container)["JDK_JAVA_OPTIONS"], where)

    def test_volumes_fit_into_the_disk_that_a_container_may_use(self):
        for where, pod, container in self.each_container("Deployment", "Job"):
            sizes = [quantity(volume["emptyDir"]["sizeLimit"]) for volume in pod["volumes"] if "emptyDir" in volume]
            self.assertLessEqual(sum(sizes), quantity(container["resources"]["limits"]["ephemeral-storage"]), where)

    def test_images_have_a_version(self):
        for where, _, container in self.each_container("Deployment", "Job"):
            self.assertRegex(container["image"], r"^[^\s:@]+(:(?!latest$)[\w.-]+|@sha256:[0-9a-f]{64})$", where)

    def test_a_planned_stop_ends_before_its_grace(self):
        for where, pod, container in self.each_container("Deployment"):
            known = application(container["name"])
            needed = seconds(known["spring.lifecycle.timeout-per-shutdown-phase"])
            needed += seconds(known.get("webhooks.dispatch.stop-wait", "0s"))
            needed += container.get("lifecycle", {}).get("preStop", {}).get("sleep", {}).get("seconds", 0)
            self.assertGreater(pod["terminationGracePeriodSeconds"], needed, where)

    def test_a_service_is_alive_before_it_is_ready(self):
        for where, _, container in self.each_container("Deployment"):
            paths = [container[probe]["httpGet"]["path"] for probe in ("startupProbe", "livenessProbe", "readinessProbe")]
            self.assertEqual(["liveness", "liveness", "readiness"], [path.removeprefix("/actuator/health/") for path in paths], where)

    def test_workers_are_not_more_than_partitions(self):
        for example in chart.EXAMPLES:
            objects = chart.rendered(example)
            partitions = chart.values(example)["kafka"]["topics"]["deliveriesPartitions"]
            for thing in chart.of_kind(objects, "Deployment", "HorizontalPodAutoscaler", "ScaledObject"):
                if thing["metadata"]["name"].endswith("-worker"):
                    spec = thing["spec"]
                    most = spec.get("replicas") or spec.get("maxReplicas") or spec.get("maxReplicaCount") or 0
                    self.assertLessEqual(most, partitions, chart.name(thing))

    def test_scalers_keep_a_worker(self):
        for example in chart.EXAMPLES:
            for thing in chart.of_kind(chart.rendered(example), "HorizontalPodAutoscaler", "ScaledObject"):
                least = thing["spec"].get("minReplicas") or thing["spec"].get("minReplicaCount")
                self.assertGreaterEqual(least, 2, chart.name(thing))

    def test_pools_have_the_size_of_the_values(self):
        for example in chart.EXAMPLES:
            for owner, template in chart.templates(chart.rendered(example)):
                if owner["kind"] == "Deployment":
                    component = owner["metadata"]["name"].rsplit("-", 1)[1]
                    pool = chart.values(example)["database"]["pool"][component]
                    given = settings(template["spec"]["containers"][0])
                    self.assertEqual(pool, given["spring.datasource.hikari.maximum-pool-size"], chart.name(owner))


if __name__ == "__main__":
    unittest.main()
