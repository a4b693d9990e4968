"""values.yaml and its schema have the same values."""

import json
import unittest

import yaml

import chart


def of_values(values, prefix=""):
    for key, value in values.items():
        yield prefix + key
        if isinstance(value, dict):
            yield from of_values(value, f"{prefix}{key}.")


class Values(unittest.TestCase):
    def setUp(self):
        self.schema = json.loads((chart.CHART / "values.schema.json").read_text())
        self.values = yaml.safe_load((chart.CHART / "values.yaml").read_text())

    def resolve(self, schema):
        return self.schema["$defs"][schema["$ref"].removeprefix("#/$defs/")] if "$ref" in schema else schema

    def of_schema(self, schema, prefix=""):
        for key, value in self.resolve(schema).get("properties", {}).items():
            yield prefix + key
            yield from self.of_schema(value, f"{prefix}{key}.")

    def test_the_schema_has_each_value_and_no_other(self):
        known = set(self.of_schema(self.schema))
        given = set(of_values(self.values))
        free = ("metrics.dashboards.labels.", "secrets.encryption.keys.")
        self.assertEqual(set(), {key for key in given - known if not key.startswith(free)})
        # Helm's own, and what has no default by intention.
        without_default = {"global", "worker.autoscaling.behavior.scaleUp.selectPolicy", "worker.autoscaling.behavior.scaleDown.selectPolicy"}
        limits = {f"{owner}.resources.limits.cpu" for owner in ("api", "worker", "migrations")}
        self.assertEqual(without_default | limits, known - given)

    def test_objects_with_known_values_are_closed(self):
        def walk(schema, path):
            if isinstance(schema, dict):
                if "properties" in schema:
                    self.assertIs(False, schema.get("additionalProperties"), path)
                for key, value in schema.items():
                    walk(value, f"{path}/{key}")

        walk(self.schema, "")


if __name__ == "__main__":
    unittest.main()
