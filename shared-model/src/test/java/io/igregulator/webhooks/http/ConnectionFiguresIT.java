package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Answered;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class ConnectionFiguresIT {
    private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

    private final Transport transport;
    private final boolean tls;

    ConnectionFiguresIT(Transport transport) {
        this.transport = transport;
        this.tls = transport != Transport.PLAIN;
    }

    @Test
    void aConnectionIsOpenedOnceAndReusedWithEachFurtherRequest() throws IOException {
        try (Receiver receiver = transport.answering(OK);
                PooledWebhookSender sender = transport.sender()) {
            for (int i = 0; i < 3; i++) {
                assertThat(sender.send(Senders.request(receiver.uri()))).isInstanceOf(Answered.class);
            }

            assertThat(sender.figures().opened(tls)).isEqualTo(1);
            assertThat(sender.figures().reused(tls)).isEqualTo(2);
            assertThat(sender.figures().opened(!tls)).isZero();
            assertThat(sender.figures().reused(!tls)).isZero();
        }
    }

    @Test
    void anIdleConnectionIsNotInUse() throws IOException {
        try (Receiver receiver = transport.answering(OK);
                PooledWebhookSender sender = transport.sender()) {
            sender.send(Senders.request(receiver.uri()));

            assertThat(sender.figures().used()).isZero();
        }
    }
}
