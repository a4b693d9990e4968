package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.BlockedAddressException;
import io.igregulator.webhooks.url.LookupShortageException;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedByInterruptException;
import javax.net.ssl.SSLException;

/** Maps what an exchange throws to the stable vocabulary. */
final class FailureReason {
    private FailureReason() {}

    static ExchangeError of(Exception failure) {
        return switch (failure) {
            case FailedExchangeException e -> e.error();
            case BlockedAddressException e -> ExchangeError.PRIVATE_IP_BLOCKED;
            case LookupShortageException e -> ExchangeError.NO_FREE_LOOKUP;
            case UnknownHostException e -> ExchangeError.DNS_FAILURE;
            case SSLException e -> ExchangeError.TLS_FAILURE;
            case SocketTimeoutException e -> ExchangeError.TIMEOUT;
            case ClosedByInterruptException e -> ExchangeError.INTERRUPTED;
            case InterruptedException e -> ExchangeError.INTERRUPTED;
            case IOException e -> ExchangeError.CONNECTION_RESET;
            default -> ExchangeError.INTERNAL_ERROR;
        };
    }
}
