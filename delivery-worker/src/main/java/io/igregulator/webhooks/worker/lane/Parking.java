package io.igregulator.webhooks.worker.lane;

import io.igregulator.webhooks.worker.delivery.Delivery;
import io.igregulator.webhooks.worker.outcome.Outcome.Parked.Reason;

/** A delivery that leaves its lane to wait in PostgreSQL. */
record Parking(Delivery delivery, Reason reason) {}
