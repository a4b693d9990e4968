"""What do customers notice, and what did they cause?"""

from grafana import board, maximum, of, panel, rate, row, total

ANSWERS = of("http_server_requests_seconds_count", 'application="api-service"', 'uri=~"/v1.*"')

ENDPOINTS = [
    row("Endpoints"),
    panel(
        "Held and inactive",
        "Deliveries that wait behind a circuit or an account's share, or for their endpoint to become active.",
        "short",
        (maximum(of("webhook_undelivered_deliveries", 'reason=~"held|inactive"'), "reason"), "{{reason}}"),
        stack=True,
    ),
    panel(
        "Degraded endpoints",
        "Endpoints with more than 20 % failures within an hour; their accounts were notified.",
        "short",
        (total(of("webhook_endpoints_degraded")), "endpoints"),
    ),
    panel(
        "Circuit transitions",
        "Circuits that changed their state in ten minutes.",
        "short",
        (total(f"increase({of('webhook_circuit_transitions_total')}[10m])", "to"), "to {{to}}"),
    ),
    panel(
        "Throttled and gone",
        "Attempts per second that were answered with 429 or 410. After a 410 the endpoint is inactive.",
        "ops",
        (total(rate(of("webhook_attempt_results_total", 'result=~"429|410"')), "result"), "{{result}}"),
    ),
    panel(
        "Failures by result",
        "Attempts per second that failed, by class of status or error.",
        "ops",
        (total(rate(of("webhook_attempt_results_total", 'fault!="none"')), "result"), "{{result}}"),
        stack=True,
    ),
    panel(
        "Refused addresses",
        "URLs that the API refused (set), and attempts that a worker refused (send), in 15 minutes, because of a private or blocked address.",
        "short",
        (total(f"increase({of('webhook_ssrf_blocked_total')}[15m])", "where"), "{{where}}"),
    ),
]

REQUESTED = [
    row("Requested by customers"),
    panel(
        "Resent",
        "Deliveries that recoveries make due once more, per second.",
        "ops",
        (total(rate(of("webhook_resent_total"))), "resent"),
    ),
    panel(
        "Recoveries",
        "Recoveries that have not ended, by state.",
        "short",
        (maximum(of("webhook_recoveries"), "state"), "{{state}}"),
    ),
    panel(
        "Feed horizon",
        "Age of the oldest transaction that hides newer entries from all accounts' polling feeds.",
        "s",
        (maximum(of("webhook_feed_horizon_age_seconds")), "oldest"),
        warn=10,
        high=60,
    ),
]

EVENTS = [
    row("Events and requests"),
    panel(
        "Dead letters",
        "Records that were refused, in ten minutes, by topic and reason.",
        "short",
        (total(f"increase({of('webhook_dead_letters_total')}[10m])", "topic, reason"), "{{topic}} {{reason}}"),
        stack=True,
    ),
    panel(
        "Requests by route",
        "Requests to the API per second.",
        "reqps",
        (total(rate(ANSWERS), "method, uri"), "{{method}} {{uri}}"),
    ),
    panel(
        "Refused requests",
        "Answers with a 4xx or a 5xx per second; 429 is a limit of the account.",
        "reqps",
        (total(rate(of("http_server_requests_seconds_count", 'application="api-service"', 'status=~"[45].."')), "status"), "{{status}}"),
    ),
]

BOARD = board(
    "webhooks-customers",
    "Webhooks: customers",
    "Endpoints, what accounts asked for, refused events and requests.",
    ENDPOINTS + REQUESTED + EVENTS,
)
