"""The rules of the standard "restricted", which a namespace may enforce, and a few more of our own."""

import unittest

import chart

ALLOWED_VOLUMES = {"configMap", "csi", "downwardAPI", "emptyDir", "ephemeral", "persistentVolumeClaim", "projected", "secret"}


class PodSecurity(unittest.TestCase):
    def each_pod(self):
        for example in chart.EXAMPLES:
            for owner, template in chart.templates(chart.rendered(example)):
                yield chart.name(owner), template["spec"]

    def each_container(self):
        for owner, pod in self.each_pod():
            for container in chart.containers(pod):
                yield f"{owner}, {container['name']}", pod, container, container.get("securityContext", {})

    def test_pods_run_as_another_user_than_root(self):
        for owner, pod in self.each_pod():
            security = pod["securityContext"]
            self.assertIs(True, security.get("runAsNonRoot"), owner)
            self.assertGreaterEqual(security.get("runAsUser", 0), 10000, owner)

    def test_system_calls_are_filtered(self):
        for owner, pod in self.each_pod():
            self.assertEqual("RuntimeDefault", pod["securityContext"].get("seccompProfile", {}).get("type"), owner)

    def test_nothing_of_the_node_is_shared(self):
        for owner, pod in self.each_pod():
            for key in ("hostNetwork", "hostPID", "hostIPC", "shareProcessNamespace"):
                self.assertNotIn(key, pod, owner)
            for volume in pod.get("volumes", []):
                self.assertLessEqual(set(volume) - {"name"}, ALLOWED_VOLUMES, f"{owner}, {volume['name']}")
            for container in chart.containers(pod):
                for port in container.get("ports", []):
                    self.assertNotIn("hostPort", port, owner)

    def test_containers_gain_no_privileges(self):
        for where, _, _, security in self.each_container():
            self.assertIs(False, security.get("allowPrivilegeEscalation"), where)
            self.assertEqual({"drop": ["ALL"]}, security.get("capabilities"), where)
            self.assertIsNone(security.get("privileged"), where)
            self.assertIsNone(security.get("runAsUser"), where)

    def test_containers_write_to_volumes_alone(self):
        for where, pod, container, security in self.each_container():
            self.assertIs(True, security.get("readOnlyRootFilesystem"), where)
            writable = {mount["mountPath"] for mount in container["volumeMounts"] if not mount.get("readOnly")}
            self.assertEqual({"/tmp"}, writable, where)
            for volume in pod["volumes"]:
                if "emptyDir" in volume:
                    self.assertIn("sizeLimit", volume["emptyDir"], f"{where}, {volume['name']}")

    def test_pods_have_no_token_of_kubernetes(self):
        for owner, pod in self.each_pod():
            self.assertIs(False, pod.get("automountServiceAccountToken"), owner)
        for example in chart.EXAMPLES:
            for account in chart.of_kind(chart.rendered(example), "ServiceAccount"):
                self.assertIs(False, account.get("automountServiceAccountToken"), chart.name(account))


if __name__ == "__main__":
    unittest.main()
