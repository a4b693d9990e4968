package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.event.EnvelopeReading.Reason;
import io.igregulator.webhooks.schema.Defect;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/** A record that holds no event, and why. */
record InvalidRecord(ConsumerRecord<byte[], byte[]> origin, Reason reason, Defect defect) {}
