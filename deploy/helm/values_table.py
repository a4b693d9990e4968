"""Writes the table of values in README.md from values.yaml; with --check, fails where it differs or a value has no reason."""

import json
import pathlib
import sys

import yaml

HERE = pathlib.Path(__file__).resolve().parent
BEGIN, END = "<!-- values: written by deploy/helm/write-values -->\n", "<!-- end of values -->\n"


def reason(lines, line):
    """The comment directly above a line."""
    found = []
    while line > 0 and lines[line - 1].lstrip().startswith("#"):
        line -= 1
        found.insert(0, lines[line].lstrip().lstrip("#").strip())
    return " ".join(found)


def rows(node, lines, prefix=""):
    """Name, default and reason of each value. A map in braces is a value of its own."""
    for key, value in node.value:
        name, why = prefix + key.value, reason(lines, key.start_mark.line)
        if isinstance(value, yaml.MappingNode) and value.value and not value.flow_style:
            if why and prefix:
                yield name, "", why
            yield from rows(value, lines, name + ".")
        else:
            default = yaml.safe_load(yaml.serialize(value))
            yield name, json.dumps(default, ensure_ascii=False), why


def table(text):
    found = list(rows(yaml.compose(text), text.splitlines()))
    bare = [name for name, _, why in found if not why]
    if bare:
        sys.exit(f"values without a reason above them: {', '.join(bare)}")
    cells = [(f"`{name}`", f"`{default}`" if default else "", why.replace("|", "\\|")) for name, default, why in found]
    return "| value | default | reason |\n| --- | --- | --- |\n" + "".join(f"| {' | '.join(row)} |\n" for row in cells)


def main():
    readme = HERE / "README.md"
    before, _, rest = readme.read_text().partition(BEGIN)
    _, _, after = rest.partition(END)
    wanted = before + BEGIN + "\n" + table((HERE / "webhooks/values.yaml").read_text()) + "\n" + END + after
    if "--check" not in sys.argv:
        readme.write_text(wanted)
    elif readme.read_text() != wanted:
        sys.exit("the table of values in deploy/helm/README.md is old: run deploy/helm/write-values")


main()
