"""What an object names exists: in the release, or as one of the Secrets that its values name."""

import unittest

import chart

SECRET_VALUES = {"existingSecret", "caSecret", "tlsSecret", "propertiesSecret"}


def named_secrets(values):
    found = set()
    for key, value in values.items():
        if key in SECRET_VALUES:
            found |= set(value.values()) if isinstance(value, dict) else {value}
        elif isinstance(value, dict):
            found |= named_secrets(value)
    return found - {""}


def named_keys(values):
    found = set()
    for key, value in values.items():
        if isinstance(value, dict):
            found |= set(value.values()) if key == "keys" else named_keys(value)
        elif key.endswith("Key"):
            found.add(value)
    return found


def secrets(pod):
    """Names and keys of the Secrets that a pod reads."""
    for volume in pod.get("volumes", []):
        for source in [volume, *volume.get("projected", {}).get("sources", [])]:
            if "secret" in source:
                secret = source["secret"]
                yield secret.get("secretName") or secret["name"], {item["key"] for item in secret.get("items", [])}
    for container in chart.containers(pod):
        for variable in container.get("env", []):
            if reference := variable.get("valueFrom", {}).get("secretKeyRef"):
                yield reference["name"], {reference["key"]}


class References(unittest.TestCase):
    def each(self):
        return ((example, chart.rendered(example)) for example in chart.EXAMPLES)

    def test_no_secret_is_made_by_the_chart(self):
        for example, objects in self.each():
            self.assertEqual([], chart.of_kind(objects, "Secret"), example)

    def test_each_secret_that_is_read_is_one_of_the_values(self):
        for example, objects in self.each():
            values = chart.values(example)
            names, keys = named_secrets(values), named_keys(values)
            read = set()
            for owner, template in chart.templates(objects):
                for name, wanted in secrets(template["spec"]):
                    self.assertIn(name, names, chart.name(owner))
                    self.assertLessEqual(wanted, keys, chart.name(owner))
                    read.add(name)
            read |= {entry["secretName"] for each in chart.of_kind(objects, "Ingress") for entry in each["spec"].get("tls", [])}
            self.assertEqual(names, read, f"{example}: a Secret is named by a value and read by no pod")

    def test_pods_have_the_accounts_and_config_maps_that_they_name(self):
        for example, objects in self.each():
            accounts = {each["metadata"]["name"] for each in chart.of_kind(objects, "ServiceAccount")}
            maps = {each["metadata"]["name"] for each in chart.of_kind(objects, "ConfigMap")}
            for owner, template in chart.templates(objects):
                pod = template["spec"]
                self.assertIn(pod.get("serviceAccountName", "default"), accounts | {"default"}, chart.name(owner))
                self.assertTrue(chart.is_hook(owner) or "serviceAccountName" in pod, chart.name(owner))
                for volume in pod.get("volumes", []):
                    if "configMap" in volume:
                        self.assertIn(volume["configMap"]["name"], maps, chart.name(owner))

    def test_hooks_need_nothing_that_the_release_makes(self):
        for example, objects in self.each():
            jobs = chart.of_kind(objects, "Job")
            for job in jobs:
                self.assertTrue(chart.is_hook(job), chart.name(job))
                pod = job["spec"]["template"]["spec"]
                self.assertNotIn("serviceAccountName", pod, chart.name(job))
                self.assertNotIn("configMap", str(pod), chart.name(job))
            policies = {each["metadata"]["name"]: each for each in chart.of_kind(objects, "NetworkPolicy")}
            for job in jobs:
                policy = policies[job["metadata"]["name"]]
                weights = [int(each["metadata"]["annotations"]["helm.sh/hook-weight"]) for each in (policy, job)]
                self.assertLess(*weights, f"{chart.name(job)}: its policy has to be there before it")

    def test_mounts_have_their_volumes_and_volumes_their_mounts(self):
        for example, objects in self.each():
            for owner, template in chart.templates(objects):
                volumes = [volume["name"] for volume in template["spec"].get("volumes", [])]
                mounts = {mount["name"] for each in chart.containers(template["spec"]) for mount in each["volumeMounts"]}
                self.assertEqual(sorted(volumes), sorted(mounts), chart.name(owner))

    def test_ports_are_named_as_a_container_names_them(self):
        for example, objects in self.each():
            for thing in objects:
                for selector, port in self.named_ports(thing):
                    pods = [each for _, each in chart.templates(objects) if chart.selected(selector, each)]
                    names = {port["name"] for each in pods for it in chart.containers(each["spec"]) for port in it.get("ports", [])}
                    self.assertIn(port, names, chart.name(thing))

    @staticmethod
    def named_ports(thing):
        spec = thing.get("spec", {})
        if thing["kind"] == "Service":
            return [(spec["selector"], port["targetPort"]) for port in spec["ports"]]
        if thing["kind"] == "PodMonitor":
            return [(spec["selector"]["matchLabels"], endpoint["port"]) for endpoint in spec["podMetricsEndpoints"]]
        if thing["kind"] == "NetworkPolicy":
            ports = [port["port"] for rule in spec.get("ingress", []) for port in rule["ports"]]
            return [(spec["podSelector"]["matchLabels"], port) for port in ports]
        if thing["kind"] == "Deployment":
            labels = spec["selector"]["matchLabels"]
            probes = ("startupProbe", "livenessProbe", "readinessProbe")
            return [(labels, each[probe]["httpGet"]["port"]) for each in spec["template"]["spec"]["containers"] for probe in probes]
        return []

    def test_ingresses_lead_to_the_public_port_of_a_service(self):
        for example, objects in self.each():
            services = {each["metadata"]["name"]: each for each in chart.of_kind(objects, "Service")}
            for ingress in chart.of_kind(objects, "Ingress"):
                for rule in ingress["spec"]["rules"]:
                    for path in rule["http"]["paths"]:
                        backend = path["backend"]["service"]
                        ports = {port["name"]: port["targetPort"] for port in services[backend["name"]]["spec"]["ports"]}
                        self.assertEqual("public", ports.get(backend["port"]["name"]), chart.name(ingress))

    def test_no_name_is_used_twice(self):
        for example, objects in self.each():
            names = [(each["apiVersion"], chart.name(each)) for each in objects]
            self.assertEqual(len(set(names)), len(names), example)


if __name__ == "__main__":
    unittest.main()
