package io.igregulator.webhooks.worker.retention;

/** One partition that is there, under its quoted name. */
record Partition(String name, IdRange range) {}
