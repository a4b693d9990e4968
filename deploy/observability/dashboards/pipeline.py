"""Where does the time go? One row per step, in the order of a delivery's life."""

from grafana import board, here, maximum, of, panel, quantiles, rate, row, total

OUTBOX = [
    row("Outbox"),
    panel(
        "Published",
        "Messages that the relay publishes per second, by topic.",
        "ops",
        (total(rate(of("webhook_outbox_published_total")), "topic"), "{{topic}}"),
    ),
    panel(
        "Outbox depth and age",
        "Messages that are committed and not published.",
        "short",
        (maximum(of("webhook_outbox_depth")), "messages"),
        (maximum(of("webhook_outbox_oldest_age_seconds")), "age of the oldest in seconds"),
    ),
    panel(
        "Relay",
        "Processes of the API that publish the outbox; one should. Beside it, how long its last good round lies back.",
        "short",
        (total(of("webhook_outbox_relay_leader")), "relays"),
        (f"min({of('webhook_outbox_last_success_age_seconds')})", "seconds since the last good round"),
    ),
]

FANOUT = [
    row("Fan-out"),
    panel(
        "Events by type",
        "Events fanned out per second.",
        "ops",
        (total(rate(of("webhook_fanout_events_total")), "type"), "{{type}}"),
        stack=True,
    ),
    panel(
        "Recipients per event",
        "Deliveries made per event.",
        "short",
        (f"{total(rate(of('webhook_fanout_deliveries_total')))} / {total(rate(of('webhook_fanout_events_total')))}", "deliveries per event"),
    ),
    panel(
        "Batch",
        "Mean time of a batch of events, and failures per second. A failed batch is done again.",
        "s",
        (f"{total(rate(of('webhook_fanout_duration_seconds_sum')))} / {total(rate(of('webhook_fanout_duration_seconds_count')))}", "mean"),
        (total(rate(of("webhook_fanout_failures_total"))), "failures per second"),
    ),
]

GROUPS = [
    row("Consumer groups"),
    panel(
        "Lag in seconds",
        "How long ago Kafka took the oldest record that is not committed.",
        "s",
        (maximum(of("webhook_consumer_lag_seconds"), "group"), "{{group}}"),
    ),
    panel(
        "Lag in records",
        "Records that are not committed, as Kafka's own tools count them.",
        "short",
        (maximum(of("webhook_consumer_group_lag"), "group"), "{{group}}"),
    ),
    panel(
        "Worst partitions",
        "The ten partitions with the most records that are not committed.",
        "short",
        (f"topk(10, {maximum(of('webhook_consumer_lag'), 'group, topic, partition')})", "{{topic}} {{partition}}"),
        kind="bargauge",
    ),
    panel(
        "Partitions",
        "Partitions that workers have, and those of them that are paused: the worker is short of room for more.",
        "short",
        (total(of("webhook_partitions"), "group, state"), "{{group}} {{state}}"),
    ),
    panel(
        "Rebalances",
        "Rebalances in ten minutes, in which each worker takes part, and assignments lost, over all workers.",
        "short",
        (maximum(f"increase({of('webhook_rebalances_total')}[10m])", "group"), "{{group}}"),
        (total(f"increase({of('webhook_assignment_lost_total')}[10m])", "group"), "{{group}} lost"),
    ),
    panel(
        "Age of the measurement",
        "How old the latest figures of lag are.",
        "s",
        (f"min({of('webhook_consumer_lag_age_seconds')})", "latest"),
        high=60,
    ),
]

LANES = [
    row("Lanes and attempts"),
    panel(
        "In flight and queued",
        "Requests to receivers that are under way, and deliveries in memory that wait for their turn.",
        "short",
        (total(here("webhook_deliveries_in_flight")), "in flight"),
        (total(here("webhook_deliveries_queued")), "queued"),
    ),
    panel(
        "Capacity used",
        "How much of its limits the busiest worker uses.",
        "percentunit",
        (maximum(here("webhook_capacity_used_ratio"), "resource"), "{{resource}}"),
        warn=0.8,
        high=0.95,
    ),
    panel(
        "Parked",
        "Deliveries that were moved to PostgreSQL without an attempt, per second.",
        "ops",
        (total(rate(of("webhook_deliveries_parked_total")), "reason"), "{{reason}}"),
        stack=True,
    ),
    panel(
        "Attempts by result",
        "Class of status or error of each attempt, per second.",
        "ops",
        (total(rate(of("webhook_attempt_results_total")), "result"), "{{result}}"),
        stack=True,
    ),
    panel("Duration of attempts", "From the start of an attempt to its end.", "s", *quantiles(of("webhook_attempt_seconds_bucket"), "outcome")),
    panel(
        "Connections",
        "Requests per second over new and over kept connections. A new one costs many times as much.",
        "ops",
        (total(rate(of("webhook_connections_total")), "kind, tls"), "{{kind}} tls={{tls}}"),
        stack=True,
    ),
]

OUTCOMES = [
    row("Outcomes and waiting"),
    panel("Commit", "Time of a transaction with outcomes.", "s", *quantiles(here("webhook_outcomes_commit_seconds_bucket"))),
    panel(
        "Outcomes per commit",
        "Mean number of outcomes in one transaction.",
        "short",
        (f"{total(rate(here('webhook_outcomes_batch_rows_sum')))} / {total(rate(here('webhook_outcomes_batch_rows_count')))}", "outcomes"),
    ),
    panel(
        "Failed commits",
        "Transactions with outcomes that failed in ten minutes, and are tried again.",
        "short",
        (total(f"increase({of('webhook_outcomes_commit_failures_total')}[10m])"), "failures"),
    ),
    panel(
        "Not recorded",
        "Outcomes that no transaction has committed, over all workers.",
        "short",
        (total(here("webhook_outcomes_unrecorded")), "outcomes"),
    ),
    panel(
        "Age of what is not recorded",
        "The oldest outcome that no transaction has committed. Beyond 250 ms the worker starts no request.",
        "s",
        (maximum(here("webhook_outcomes_unrecorded_age_seconds"), "instance"), "{{instance}}"),
        high=5,
    ),
    panel(
        "Waiting rows",
        "Deliveries that wait in PostgreSQL, and how long the oldest that may be sent has been due.",
        "short",
        (maximum(of("webhook_waiting_rows")), "rows"),
        (maximum(of("webhook_waiting_oldest_due_seconds")), "seconds overdue"),
    ),
]

BOARD = board(
    "webhooks-pipeline",
    "Webhooks: pipeline",
    "Each step from the outbox to the recorded outcome: rate, time, saturation.",
    OUTBOX + FANOUT + GROUPS + LANES + OUTCOMES,
)
