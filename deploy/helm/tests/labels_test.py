"""Neither helm nor a server's dry run notices a selector that selects nothing."""

import unittest

import chart


class Labels(unittest.TestCase):
    def each(self):
        return map(chart.rendered, chart.EXAMPLES)

    def test_deployments_select_their_own_pods_alone(self):
        for objects in self.each():
            for deployment in chart.of_kind(objects, "Deployment"):
                selector = deployment["spec"]["selector"]["matchLabels"]
                found = [owner for owner, template in chart.templates(objects) if chart.selected(selector, template)]
                self.assertEqual([deployment], found, chart.name(deployment))

    def test_services_budgets_and_monitors_select_the_pods_of_one_deployment(self):
        for objects in self.each():
            for thing in chart.of_kind(objects, "Service", "PodDisruptionBudget", "PodMonitor"):
                selector = thing["spec"]["selector"]
                selector = selector.get("matchLabels", selector)
                found = [owner for owner, template in chart.templates(objects) if chart.selected(selector, template)]
                self.assertEqual(["Deployment"], [owner["kind"] for owner in found], chart.name(thing))

    def test_pods_are_spread_among_those_of_their_own(self):
        for objects in self.each():
            for owner, template in chart.templates(objects):
                for constraint in template["spec"].get("topologySpreadConstraints", []):
                    selector = constraint["labelSelector"]["matchLabels"]
                    self.assertTrue(chart.selected(selector, template), chart.name(owner))

    def test_each_pod_has_one_network_policy_and_each_policy_its_pod(self):
        for objects in self.each():
            policies = [each["spec"]["podSelector"]["matchLabels"] for each in chart.of_kind(objects, "NetworkPolicy")]
            for owner, template in chart.templates(objects):
                found = [selector for selector in policies if chart.selected(selector, template)]
                self.assertEqual(1, len(found), chart.name(owner))
            self.assertEqual(len(chart.templates(objects)), len(policies))

    def test_each_deployment_has_a_budget(self):
        for objects in self.each():
            budgets = [each["metadata"]["name"] for each in chart.of_kind(objects, "PodDisruptionBudget")]
            deployments = [each["metadata"]["name"] for each in chart.of_kind(objects, "Deployment")]
            self.assertEqual(sorted(deployments), sorted(budgets))

    def test_scalers_scale_a_deployment_that_does_not_set_its_replicas(self):
        for objects in self.each():
            deployments = {each["metadata"]["name"]: each for each in chart.of_kind(objects, "Deployment")}
            for scaler in chart.of_kind(objects, "HorizontalPodAutoscaler", "ScaledObject"):
                target = scaler["spec"]["scaleTargetRef"]["name"]
                self.assertIn(target, deployments, chart.name(scaler))
                self.assertNotIn("replicas", deployments[target]["spec"], chart.name(scaler))


if __name__ == "__main__":
    unittest.main()
