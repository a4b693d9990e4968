"""Grafana's dashboard model, as far as the boards use it."""

import re

# Each process of its kind measures these for the whole platform, so a sum over processes is wrong.
MEASURED_BY_EACH = re.compile(
    r"webhook_(consumer_group_lag|consumer_lag|consumer_lag_seconds|consumer_lag_age_seconds|undelivered_\w+|waiting_\w+"
    r"|outbox_depth|outbox_oldest_age_seconds|feed_horizon_age_seconds|retention_\w+|secrets_rows|recoveries)\b"
)
DATASOURCE = {"type": "prometheus", "uid": "${datasource}"}
TYPES = ("timeseries", "stat", "table", "bargauge")


def of(metric, *labels):
    """A selector within the chosen namespaces."""
    return metric + "{" + ",".join(('namespace=~"$namespace"',) + labels) + "}"


def here(metric, *labels):
    """A selector within the chosen namespaces and processes."""
    return of(metric, 'instance=~"$instance"', *labels)


def rate(selector):
    return f"rate({selector}[$__rate_interval])"


def total(expression, by=None):
    return f"sum by ({by}) ({expression})" if by else f"sum({expression})"


def maximum(expression, by=None):
    return f"max by ({by}) ({expression})" if by else f"max({expression})"


def quantiles(bucket, by=None):
    """Median and 99th percentile of a histogram, as targets."""
    over = total(rate(bucket), f"le, {by}" if by else "le")
    legend = f" {{{{{by}}}}}" if by else ""
    return [(f"histogram_quantile({share}, {over})", name + legend) for share, name in ((0.5, "p50"), (0.99, "p99"))]


def panel(title, description, unit, *targets, kind="timeseries", width=8, stack=False, warn=None, high=None):
    """A panel; each target is an expression and its legend."""
    if not (title and description and unit and targets):
        raise ValueError(f"{title}: a panel needs a description, a unit and a query")
    if kind not in TYPES:
        raise ValueError(f"{title}: {kind} is unknown")
    for expression, _ in targets:
        if re.search(r"\b(sum|avg|count)\b", expression) and MEASURED_BY_EACH.search(expression):
            raise ValueError(f"{title}: take the maximum of what each process measures, in {expression}")
    steps = [{"color": "green", "value": None}]
    steps += [{"color": "orange", "value": warn}] if warn is not None else []
    steps += [{"color": "red", "value": high}] if high is not None else []
    defaults = {"unit": unit, "thresholds": {"mode": "absolute", "steps": steps}}
    options = {}
    if kind == "timeseries":
        stacking = {"mode": "normal" if stack else "none", "group": "A"}
        lines = {"mode": "line" if len(steps) > 1 else "off"}
        defaults |= {"min": 0, "custom": {"fillOpacity": 20 if stack else 5, "showPoints": "never", "stacking": stacking, "thresholdsStyle": lines}}
        options = {"legend": {"displayMode": "list", "placement": "bottom"}, "tooltip": {"mode": "multi", "sort": "desc"}}
    elif kind == "stat":
        options = {"reduceOptions": {"calcs": ["lastNotNull"]}, "colorMode": "value", "graphMode": "area"}
    return {
        "type": kind,
        "title": title,
        "description": description,
        "datasource": DATASOURCE,
        "fieldConfig": {"defaults": defaults, "overrides": []},
        "options": options,
        "width": width,
        "targets": [
            {
                "refId": chr(ord("A") + number),
                "datasource": DATASOURCE,
                "editorMode": "code",
                "expr": expression,
                "legendFormat": legend,
                "instant": kind in ("table", "bargauge"),
                "range": kind not in ("table", "bargauge"),
                "format": "table" if kind == "table" else "time_series",
            }
            for number, (expression, legend) in enumerate(targets)
        ],
    }


def row(title):
    return {"type": "row", "title": title, "collapsed": False, "panels": []}


def board(uid, title, description, parts):
    return {
        "uid": uid,
        "title": title,
        "description": description,
        "tags": ["webhooks"],
        "timezone": "utc",
        "schemaVersion": 39,
        "refresh": "30s",
        "time": {"from": "now-3h", "to": "now"},
        "editable": False,
        "graphTooltip": 1,
        "links": [{"type": "dashboards", "title": "Boards", "tags": ["webhooks"], "asDropdown": False, "includeVars": True, "keepTime": True}],
        "templating": {"list": [datasource(), choice("namespace", "webhook_build_info"), choice("instance", of("webhook_build_info"))]},
        "annotations": {"list": [updates()]},
        "panels": list(placed(parts)),
    }


def placed(parts):
    """Panels from left to right on Grafana's 24 columns."""
    x = y = 0
    for number, part in enumerate(parts, 1):
        height = 1 if part["type"] == "row" else 4 if part["type"] == "stat" else 8
        width = part.pop("width", 24)
        if x + width > 24 or part["type"] == "row":
            x, y = 0, y + below if number > 1 else 0
        yield part | {"id": number, "gridPos": {"x": x, "y": y, "w": width, "h": height}}
        x, below = x + width, height


def datasource():
    return {"name": "datasource", "label": "Data source", "type": "datasource", "query": "prometheus", "refresh": 1, "current": {}}


def choice(name, selector):
    return {
        "name": name,
        "label": name.capitalize(),
        "type": "query",
        "datasource": DATASOURCE,
        "query": {"query": f"label_values({selector}, {name})", "refId": name},
        "refresh": 2,
        "sort": 1,
        "multi": True,
        "includeAll": True,
        # Matches series without the label as well.
        "allValue": ".*",
        "current": {"text": ["All"], "value": ["$__all"]},
    }


def updates():
    running = f"count by (application, version) ({of('webhook_build_info')})"
    before = f"count by (application, version) ({of('webhook_build_info')[:-1]}}} offset 5m)"
    return {
        "name": "Updates",
        "datasource": DATASOURCE,
        "enable": True,
        "iconColor": "blue",
        "expr": f"{running} unless {before}",
        "step": "60s",
        "titleFormat": "{{application}} {{version}}",
    }
