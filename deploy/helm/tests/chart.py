"""What the check has rendered, and how a test renders something else."""

import functools
import os
import pathlib
import subprocess

import yaml

HELM = pathlib.Path(__file__).resolve().parents[1]
PROJECT = HELM.parents[1]
CHART = HELM / "webhooks"
EXAMPLES = sorted(path.name.removesuffix("-values.yaml") for path in (HELM / "examples").glob("*-values.yaml"))


def load(text):
    return [document for document in yaml.load_all(text, getattr(yaml, "CSafeLoader", yaml.SafeLoader)) if document]


@functools.cache
def rendered(example):
    objects = load((pathlib.Path(os.environ["RENDERED"]) / f"{example}.yaml").read_text())
    for each in objects:
        each["example"] = example
    return objects


def values(example):
    """The chart's values with the example's over them, as Helm merges them."""
    merged = yaml.safe_load((CHART / "values.yaml").read_text())
    overlay(merged, yaml.safe_load((HELM / "examples" / f"{example}-values.yaml").read_text()))
    return merged


def overlay(below, above):
    for key, value in above.items():
        if isinstance(value, dict) and isinstance(below.get(key), dict):
            overlay(below[key], value)
        else:
            below[key] = value


def template(example, *arguments):
    """Returns whether helm rendered it, and what helm wrote."""
    command = ["helm", "template", "webhooks", str(CHART), "--namespace", "webhooks", "--kube-version", "1.35.0"]
    command += ["--values", str(HELM / "examples" / f"{example}-values.yaml"), *arguments]
    ended = subprocess.run(command, capture_output=True, text=True, check=False)
    return ended.returncode == 0, ended.stdout if ended.returncode == 0 else ended.stderr


def of_kind(objects, *kinds):
    return [each for each in objects if each["kind"] in kinds]


def name(thing):
    return f"{thing['example']}: {thing['kind']} {thing['metadata']['name']}"


def templates(objects):
    """Each pod's template with the object that has it."""
    return [(each, each["spec"]["template"]) for each in of_kind(objects, "Deployment", "Job")]


def is_hook(thing):
    return "helm.sh/hook" in thing["metadata"].get("annotations", {})


def containers(pod):
    return pod.get("initContainers", []) + pod["containers"]


def selected(selector, pod_template):
    labels = pod_template["metadata"]["labels"]
    return all(labels.get(key) == value for key, value in selector.items())
