package io.igregulator.webhooks.http;

import io.igregulator.webhooks.url.VettingResolver;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.ClosedByInterruptException;
import java.nio.channels.SocketChannel;
import java.time.Duration;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;

/** Opens connections, to addresses that were vetted and to no others. */
final class Connector {
    private static final String[] PROTOCOLS = {"TLSv1.3", "TLSv1.2"};

    private final VettingResolver resolver;
    private final SSLContext tls;
    private final String[] cipherSuites;
    private final int timeoutMillis;

    /** @param timeout for each address, and again for the TLS handshake */
    Connector(VettingResolver resolver, SSLContext tls, Duration timeout) {
        this.resolver = resolver;
        this.tls = tls;
        this.cipherSuites = CipherSuites.permitted(tls);
        this.timeoutMillis = Math.toIntExact(timeout.toMillis());
    }

    /** Tries the host's addresses in turn. */
    Connection connect(Route route) throws IOException {
        SocketChannel channel = dial(resolver.resolve(route.host(), route.account()), route.port());
        try {
            PlainWire plain = new PlainWire(channel);
            return new Connection(route, route.secure() ? new TlsWire(handshake(channel, route), plain) : plain);
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    private SocketChannel dial(InetAddress[] addresses, int port) throws IOException {
        for (int i = 0; ; i++) {
            try {
                return dial(new InetSocketAddress(addresses[i], port));
            } catch (FailedExchangeException e) {
                if (i == addresses.length - 1) {
                    throw e;
                }
            }
        }
    }

    private SocketChannel dial(InetSocketAddress address) throws IOException {
        SocketChannel channel = SocketChannel.open();
        try {
            channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
            channel.socket().connect(address, timeoutMillis);
            return channel;
        } catch (IOException e) {
            channel.close();
            throw unreachable(e);
        }
    }

    private static IOException unreachable(IOException failure) {
        return switch (failure) {
            case ClosedByInterruptException e -> e;
            case SocketTimeoutException e -> failed(ExchangeError.CONNECT_TIMEOUT, e);
            // The JDK has one exception for all that connect(2) reports.
            case ConnectException e
            when String.valueOf(e.getMessage()).contains("refused") -> failed(ExchangeError.CONNECT_REFUSED, e);
            case IOException e -> failed(ExchangeError.CONNECT_FAILED, e);
        };
    }

    private static FailedExchangeException failed(ExchangeError error, IOException cause) {
        return new FailedExchangeException(error, "no connection", cause);
    }

    /** The trust manager verifies the certificate and the host's name. */
    private SSLSocket handshake(SocketChannel channel, Route route) throws IOException {
        SSLSocket socket =
                (SSLSocket) tls.getSocketFactory().createSocket(channel.socket(), route.host(), route.port(), true);
        SSLParameters parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        parameters.setProtocols(PROTOCOLS);
        parameters.setCipherSuites(cipherSuites);
        socket.setSSLParameters(parameters);
        // For the handshake alone: later the exchange's deadline is the only timer.
        socket.setSoTimeout(timeoutMillis);
        socket.startHandshake();
        socket.setSoTimeout(0);
        return socket;
    }
}
