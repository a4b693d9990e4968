"""Are the processes and their two stores well?"""

from grafana import board, here, maximum, of, panel, rate, row, total

OURS = 'application=~"api-service|delivery-worker"'

PROCESSES = [
    row("Processes"),
    panel(
        "Versions",
        "Processes that run, by service, version and schema.",
        "short",
        (f"count by (application, version, commit, schema) ({of('webhook_build_info')})", "{{application}} {{version}}"),
        kind="table",
        width=12,
    ),
    panel(
        "Starts",
        "Starts of a process in 30 minutes, its first left out.",
        "short",
        (f"changes({here('process_start_time_seconds', OURS)}[30m])", "{{application}} {{instance}}"),
        width=12,
    ),
    panel("CPU", "Cores that each process uses.", "short", (f"rate({here('process_cpu_time_ns_total', OURS)}[$__rate_interval]) / 1e9", "{{application}} {{instance}}")),
    panel(
        "Heap after a collection",
        "Share of the long-lived heap that is in use after a collection.",
        "percentunit",
        (here("jvm_memory_usage_after_gc", OURS), "{{application}} {{instance}}"),
        warn=0.7,
        high=0.85,
    ),
    panel(
        "Time spent collecting",
        "Share of the time spent on garbage collection.",
        "percentunit",
        (here("jvm_gc_overhead", OURS), "{{application}} {{instance}}"),
        warn=0.1,
        high=0.2,
    ),
    panel(
        "Longest pause",
        "Longest recent pause of a collection.",
        "s",
        (maximum(here("jvm_gc_pause_seconds_max", OURS), "application, instance"), "{{application}} {{instance}}"),
    ),
    panel(
        "Memory outside of the heap",
        "Direct buffers of each process.",
        "bytes",
        (total(here("jvm_buffer_memory_used_bytes", OURS), "application, instance"), "{{application}} {{instance}}"),
    ),
    panel("Threads", "Platform threads of each process.", "short", (here("jvm_threads_live_threads", OURS), "{{application}} {{instance}}")),
    panel("Open files", "Files and sockets that each process holds open.", "short", (here("process_files_open_files", OURS), "{{application}} {{instance}}")),
    panel(
        "Warnings and errors",
        "Lines that each service logs per second.",
        "ops",
        (total(rate(here("logback_events_total", OURS, 'level=~"warn|error"')), "application, level"), "{{application}} {{level}}"),
    ),
    panel(
        "Memory of the container",
        "Working set of each container, from Kubernetes.",
        "bytes",
        (of("container_memory_working_set_bytes", 'container=~"api-service|delivery-worker"'), "{{pod}}"),
    ),
]

POSTGRESQL = [
    row("PostgreSQL"),
    panel(
        "Connections of the pool",
        "Connections in use and threads that wait for one, of each process.",
        "short",
        (here("hikaricp_connections_active", OURS), "{{application}} {{instance}} in use"),
        (here("hikaricp_connections_pending", OURS), "{{application}} {{instance}} waiting"),
    ),
    panel(
        "Wait for a connection",
        "Mean time that a thread waits for a connection of the pool.",
        "s",
        (
            f"{total(rate(here('hikaricp_connections_acquire_seconds_sum', OURS)), 'application')}"
            f" / {total(rate(here('hikaricp_connections_acquire_seconds_count', OURS)), 'application')}",
            "{{application}}",
        ),
    ),
    panel(
        "Retention",
        "How long ago retention last had nothing left to do.",
        "s",
        (f"min({of('webhook_retention_age_seconds')})", "age"),
        high=3600,
    ),
    panel(
        "Partitions ahead",
        "Days for which each table of the history has partitions.",
        "d",
        (f"min by (table) ({of('webhook_retention_ahead_days')})", "{{table}}"),
    ),
    panel(
        "Encrypted rows by key",
        "Rows with a secret, by the key that opens them.",
        "short",
        (maximum(of("webhook_secrets_rows"), "table, key, active"), "{{table}} {{key}} active={{active}}"),
    ),
    panel(
        "Dead rows of waiting_delivery",
        "Rows that vacuum has not removed, from postgres_exporter.",
        "short",
        ('pg_stat_user_tables_n_dead_tup{relname="waiting_delivery"}', "dead rows"),
    ),
]

KAFKA = [
    row("Kafka clients"),
    panel(
        "Time in poll",
        "Share of the time that each consumer spends waiting for records. Near 0 it is busy all the time.",
        "percentunit",
        (maximum(of("kafka_consumer_poll_idle_ratio_avg"), "client_id"), "{{client_id}}"),
    ),
    panel(
        "Latency of requests",
        "Longest time of a consumer's fetch, and mean time of a producer's request.",
        "ms",
        (maximum(of("kafka_consumer_fetch_manager_fetch_latency_max"), "client_id"), "{{client_id}}"),
        (maximum(of("kafka_producer_request_latency_avg"), "client_id"), "{{client_id}}"),
    ),
    panel(
        "Records sent",
        "Records that each producer sends per second, and how many of them failed.",
        "ops",
        (total(rate(of("kafka_producer_record_send_total")), "client_id"), "{{client_id}}"),
        (total(rate(of("kafka_producer_record_error_total")), "client_id"), "{{client_id}} failed"),
    ),
    panel(
        "Under-replicated partitions",
        "Partitions without all of their replicas, from the brokers' exporter.",
        "short",
        ("sum(kafka_server_replicamanager_underreplicatedpartitions)", "partitions"),
        high=1,
    ),
]

BOARD = board(
    "webhooks-runtime",
    "Webhooks: runtime",
    "Processes, heap, pools of connections, Kafka clients, and the two stores.",
    PROCESSES + POSTGRESQL + KAFKA,
)
