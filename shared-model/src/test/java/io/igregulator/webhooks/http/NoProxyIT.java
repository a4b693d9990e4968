package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.igregulator.webhooks.http.Exchange.Answered;
import io.igregulator.webhooks.http.Receiver.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the JVM is given as a proxy is not asked for receivers: it would choose the address that is dialled. */
class NoProxyIT {
    private static final List<String> PROXIES = List.of("socks", "http.", "https.");

    private final Map<String, @Nullable String> before = new HashMap<>();
    private final Receiver proxy;

    NoProxyIT() throws IOException {
        proxy = new Receiver(Connection::close);
    }

    @BeforeEach
    void configureProxies() {
        for (String kind : PROXIES) {
            set(kind + "ProxyHost", "127.0.0.1");
            set(kind + "ProxyPort", Integer.toString(proxy.port()));
        }
        // Loopback is excepted by default.
        set("socksNonProxyHosts", "");
        set("http.nonProxyHosts", "");
    }

    @AfterEach
    void restore() throws IOException {
        before.forEach((name, value) -> {
            if (value == null) {
                System.clearProperty(name);
            } else {
                System.setProperty(name, value);
            }
        });
        proxy.close();
    }

    @ParameterizedTest
    @EnumSource(Transport.class)
    void receiversAreDialledWithoutTheProxiesOfTheJvm(Transport transport) throws IOException {
        try (Receiver receiver = transport.answering("HTTP/1.1 204 No Content\r\n\r\n");
                WebhookSender sender = transport.sender()) {
            assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Answered.class);
            assertThat(proxy.connections()).isZero();

            // So the proxy is one: a plain socket goes there.
            assertThatThrownBy(() -> dial(receiver.port())).isInstanceOf(IOException.class);
            assertThat(proxy.connections()).isOne();
        }
    }

    private static void dial(int port) throws IOException {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.ofLiteral("127.0.0.1"), port));
        }
    }

    private void set(String name, String value) {
        before.put(name, System.setProperty(name, value));
    }
}
