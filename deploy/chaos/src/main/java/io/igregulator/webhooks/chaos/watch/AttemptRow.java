package io.igregulator.webhooks.chaos.watch;

import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.id.EventId;
import java.util.OptionalInt;

/**
 * An attempt as the platform recorded it.
 *
 * @param httpStatus none where no answer came
 */
public record AttemptRow(EndpointId endpoint, EventId event, int number, OptionalInt httpStatus) {}
