package io.igregulator.webhooks.http;

import java.util.Locale;

/** Why a request got no answer. The wire names are shown to integrators and stored: they do not change. */
public enum ExchangeError {
    /** {@code invalid_url}: the URL cannot be dialled at all. */
    INVALID_URL(Fault.CONFIGURATION),
    /** {@code dns_failure}: the host has no address, or none was found in time. */
    DNS_FAILURE(Fault.RECEIVER),
    /** {@code private_ip_blocked}: the host leads to an address that is not permitted; nothing was dialled. */
    PRIVATE_IP_BLOCKED(Fault.RECEIVER),
    /** {@code connect_refused}: nothing listens on the port. */
    CONNECT_REFUSED(Fault.RECEIVER),
    /** {@code connect_timeout}: no connection within the connect timeout. */
    CONNECT_TIMEOUT(Fault.NETWORK),
    /** {@code connect_failed}: no connection for another reason, such as no route. */
    CONNECT_FAILED(Fault.NETWORK),
    /** {@code tls_failure}: no trusted TLS session for this host name. */
    TLS_FAILURE(Fault.RECEIVER),
    /** {@code timeout}: the exchange as a whole ran into its deadline. */
    TIMEOUT(Fault.RECEIVER),
    /** {@code connection_reset}: the receiver closed the connection before it sent a status. */
    CONNECTION_RESET(Fault.RECEIVER),
    /** {@code invalid_response}: what came back is not HTTP/1.1, or its headers are too large. */
    INVALID_RESPONSE(Fault.RECEIVER),
    /** {@code no_free_connection}: all of the platform's own connections were in use; nothing was sent. */
    NO_FREE_CONNECTION(Fault.PLATFORM),
    /** {@code no_free_lookup}: all DNS lookups that could be spared were running; nothing was sent. */
    NO_FREE_LOOKUP(Fault.PLATFORM),
    /** {@code interrupted}: the platform itself is stopping. */
    INTERRUPTED(Fault.PLATFORM),
    /** {@code internal_error}: a defect of the platform. */
    INTERNAL_ERROR(Fault.PLATFORM);

    private final String wireName = name().toLowerCase(Locale.ROOT);
    private final Fault fault;

    ExchangeError(Fault fault) {
        this.fault = fault;
    }

    public String wireName() {
        return wireName;
    }

    public Fault fault() {
        return fault;
    }

    /** Whether a delivery's attempt can end with it. The others leave no trace in history: the delivery waits. */
    public boolean endsAttempt() {
        return switch (this) {
            case NO_FREE_CONNECTION, NO_FREE_LOOKUP, INTERRUPTED -> false;
            case INVALID_URL,
                    DNS_FAILURE,
                    PRIVATE_IP_BLOCKED,
                    CONNECT_REFUSED,
                    CONNECT_TIMEOUT,
                    CONNECT_FAILED,
                    TLS_FAILURE,
                    TIMEOUT,
                    CONNECTION_RESET,
                    INVALID_RESPONSE,
                    INTERNAL_ERROR -> true;
        };
    }
}
