package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.BlockedAddressException;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ClientProtocolException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;

/** Maps what the HTTP client throws to the stable vocabulary. */
final class FailureReason {
    private FailureReason() {}

    static ExchangeError of(Exception failure) {
        return switch (failure) {
            case BlockedAddressException e -> ExchangeError.PRIVATE_IP_BLOCKED;
            case UnknownHostException e -> ExchangeError.DNS_FAILURE;
            case ConnectTimeoutException e -> ExchangeError.CONNECT_TIMEOUT;
            case ConnectException e -> refused(e) ? ExchangeError.CONNECT_REFUSED : ExchangeError.CONNECT_FAILED;
            case NoRouteToHostException e -> ExchangeError.CONNECT_FAILED;
            case SSLException e -> ExchangeError.TLS_FAILURE;
            case ConnectionRequestTimeoutException e -> ExchangeError.NO_FREE_CONNECTION;
            case SocketTimeoutException e -> ExchangeError.TIMEOUT;
            case InterruptedIOException e -> ExchangeError.INTERRUPTED;
            case ClientProtocolException e -> ExchangeError.INVALID_RESPONSE;
            case HttpException e -> ExchangeError.INVALID_RESPONSE;
            case MessageConstraintException e -> ExchangeError.INVALID_RESPONSE;
            case MalformedChunkCodingException e -> ExchangeError.INVALID_RESPONSE;
            case IOException e -> ExchangeError.CONNECTION_RESET;
            default -> ExchangeError.INTERNAL_ERROR;
        };
    }

    /** The JDK has one exception for all that connect(2) reports. */
    private static boolean refused(ConnectException failure) {
        return String.valueOf(failure.getMessage()).contains("refused");
    }
}
