package io.igregulator.webhooks.api.delivery;

import io.igregulator.webhooks.history.DeliveryError;
import io.igregulator.webhooks.http.ExchangeError;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** The codes that a delivery's {@code last_error} may hold. */
final class LastErrors {
    static final List<String> NAMES = Stream.concat(
                    Arrays.stream(ExchangeError.values())
                            .filter(ExchangeError::endsAttempt)
                            .map(ExchangeError::wireName),
                    Arrays.stream(DeliveryError.values()).map(DeliveryError::wireName))
            .toList();

    private LastErrors() {}
}
