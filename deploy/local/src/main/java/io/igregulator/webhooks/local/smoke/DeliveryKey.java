package io.igregulator.webhooks.local.smoke;

/** One event at one endpoint: what a subscriber de-duplicates by. */
record DeliveryKey(String hook, String eventId) {}
