"""Is the platform well? One screen, from what customers feel to what causes it."""

from grafana import board, maximum, of, panel, quantiles, rate, total

OLDEST = "webhook_undelivered_oldest_age_seconds"
ANSWERS = of("http_server_requests_seconds_count", 'application="api-service"', 'uri=~"/v1.*"')
NAMESPACE = 'namespace=~"$namespace"'


def objective(record, share="{}"):
    """A recorded share over a short window and over an hour, as targets."""
    return [(share.format(f"max({record}{window}{{{NAMESPACE}}})"), name) for window, name in (("5m", "5 minutes"), ("1h", "1 hour"))]


AGE = [
    panel(
        "Oldest undelivered",
        "Age of the oldest event with a delivery that is neither done nor failed, wherever it waits. Deliveries of inactive "
        "endpoints are left out: they wait until their endpoint is active again.",
        "s",
        (maximum(of(OLDEST, 'reason!="inactive"')), "oldest"),
        kind="stat",
        width=6,
        warn=3600,
        high=183600,
    ),
    panel(
        "Fan-out lag",
        "How long ago the oldest event was published that is not fanned out.",
        "s",
        (maximum(of("webhook_consumer_lag_seconds", 'group="webhook-fanout"')), "fan-out"),
        kind="stat",
        width=6,
        warn=10,
        high=60,
    ),
    panel(
        "Dispatch lag",
        "How long ago the oldest delivery was published that is neither attempted nor parked.",
        "s",
        (maximum(of("webhook_consumer_lag_seconds", 'group="webhook-dispatch"')), "dispatch"),
        kind="stat",
        width=6,
        warn=5,
        high=30,
    ),
    panel(
        "Workers",
        "Delivery workers that are scraped.",
        "short",
        ("count(" + of("webhook_build_info", 'application="delivery-worker"') + ")", "workers"),
        kind="stat",
        width=3,
    ),
    panel(
        "Alerts",
        "Alerts of this project that fire, apart from the watchdog.",
        "short",
        ('count(ALERTS{alertname=~"Webhook.*",alertname!="WebhookWatchdog",alertstate="firing"}) or vector(0)', "firing"),
        kind="stat",
        width=3,
        high=1,
    ),
    panel(
        "Oldest undelivered by reason",
        "The same age, by what the delivery waits for: its turn in Kafka (dispatch), a retry, its endpoint's circuit or its account's "
        "share (held), an inactive endpoint, or a resend.",
        "s",
        (maximum(of(OLDEST), "reason"), "{{reason}}"),
        width=12,
    ),
    panel(
        "Undelivered",
        "Deliveries that are neither done nor failed, by what they wait for.",
        "short",
        (maximum(of("webhook_undelivered_deliveries"), "reason"), "{{reason}}"),
        width=12,
        stack=True,
    ),
]

FLOW = [
    panel(
        "First attempts within 5 s",
        "Share of first attempts that start within 5 s of their event. The objective is 99.9 % over 30 days.",
        "percentunit",
        *objective("webhook:first_attempt_slow:ratio", "1 - {}"),
    ),
    panel(
        "Events and deliveries",
        "Events fanned out, and deliveries made of them, per second.",
        "ops",
        (total(rate(of("webhook_fanout_events_total"))), "events"),
        (total(rate(of("webhook_fanout_deliveries_total"))), "deliveries"),
    ),
    panel(
        "Attempts by fault",
        "Attempts per second, by whose fault a failure is.",
        "ops",
        (total(rate(of("webhook_attempt_results_total")), "fault"), "{{fault}}"),
        stack=True,
    ),
    panel(
        "Time to first attempt",
        "From Kafka's time of the event to the start of its first attempt.",
        "s",
        *quantiles(of("webhook_event_to_first_attempt_seconds_bucket")),
    ),
    panel(
        "Circuits",
        "Endpoints that are left alone after repeated failures, or are on probation.",
        "short",
        (total(of("webhook_circuits"), "state"), "{{state}}"),
    ),
    panel(
        "Outbox",
        "Age of the oldest message that the API has committed and the relay has not published.",
        "s",
        (maximum(of("webhook_outbox_oldest_age_seconds")), "oldest"),
        warn=10,
        high=60,
    ),
]

API = [
    panel("API answers", "Answers of the API per second, by outcome.", "reqps", (total(rate(ANSWERS), "outcome"), "{{outcome}}")),
    panel(
        "API errors",
        "Share of the API's answers that are a 5xx. The objective is 0.05 % over 30 days.",
        "percentunit",
        *objective("webhook:api_errors:ratio"),
    ),
    panel(
        "API slower than 250 ms",
        "Share of the API's answers that take longer than 250 ms, test pings left out. The objective is 1 % over 30 days.",
        "percentunit",
        *objective("webhook:api_slow:ratio"),
    ),
]

BOARD = board(
    "webhooks-overview",
    "Webhooks: overview",
    "Whether events arrive in time, and what holds them up where they do not.",
    AGE + FLOW + API,
)
