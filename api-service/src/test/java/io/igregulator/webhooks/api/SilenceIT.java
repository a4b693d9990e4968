package io.igregulator.webhooks.api;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.classic.spi.IThrowableProxy;
import ch.qos.logback.core.AppenderBase;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RawHttp;
import io.igregulator.webhooks.api.fixture.RunningApi;
import io.igregulator.webhooks.api.fixture.RunningApi.Customer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/** Keys and secrets stay out of the log and the outbox, even where everything of ours and of Spring's is logged. */
class SilenceIT {
    private static final List<String> LOUD = List.of(
            "io.igregulator",
            "org.springframework.web",
            "org.springframework.jdbc.core.JdbcTemplate",
            "org.springframework.transaction");

    private final RunningApi api = RunningApi.development();
    private final Listener log = new Listener();

    @BeforeEach
    void listen() {
        log.start();
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).addAppender(log);
        LOUD.forEach(name -> logger(name).setLevel(Level.DEBUG));
    }

    @AfterEach
    void stopListening() {
        LOUD.forEach(name -> logger(name).setLevel(null));
        logger(org.slf4j.Logger.ROOT_LOGGER_NAME).detachAppender(log);
    }

    @Test
    void noKeyOrSecretIsLoggedOrPublished() {
        Customer customer = api.customer("pro");
        Client client = customer.client();
        String secret = client.post(
                        "/v1/webhooks", "{\"url\": \"http://127.0.0.1:1/hook\", \"events\": [\"license.issued\"]}")
                .is(201)
                .json()
                .path("secret")
                .asString();
        String path = "/v1/webhooks/"
                + client.get("/v1/webhooks")
                        .json()
                        .path("webhooks")
                        .path(0)
                        .path("id")
                        .asString();
        String rotated = client.post(path + "/rotate_secret", "")
                .json()
                .path("new_secret")
                .asString();
        client.post(path + "/test", "").is(200);
        client.post("/v1/webhooks", "{\"url\": \"" + secret + "\"}").is(400);
        client.authorization("Bearer " + customer.key() + "x")
                .get("/v1/webhooks")
                .is(401);

        String logged = String.join(
                "\n", log.heard.stream().map(ILoggingEvent::getFormattedMessage).toList());
        String published = String.join(
                "\n",
                api.database()
                        .sql("SELECT convert_from(value, 'UTF8') FROM outbox")
                        .query(String.class)
                        .list());
        assertThat(logged).isNotEmpty();
        for (String hidden :
                List.of(customer.key(), secret, rotated, RunningApi.OPERATOR_TOKEN, RunningApi.SECRET_KEY)) {
            assertThat(logged).doesNotContain(hidden);
            assertThat(published).doesNotContain(hidden);
        }
    }

    @Test
    void aMalformedHeaderLineIsNotQuoted() {
        String key = api.customer("pro").key();

        new RawHttp(api.port())
                .send("GET /v1/webhooks HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer " + key + "\u0001\r\n\r\n")
                .isError(400, "invalid_query", "invalid_input");

        assertThat(log.heard)
                .extracting(event -> event.getFormattedMessage() + causes(event))
                .noneMatch(message -> message.contains(key));
    }

    private static String causes(ILoggingEvent event) {
        StringBuilder messages = new StringBuilder();
        for (IThrowableProxy cause = event.getThrowableProxy(); cause != null; cause = cause.getCause()) {
            messages.append('\n').append(cause.getMessage());
        }
        return messages.toString();
    }

    private static Logger logger(String name) {
        return (Logger) LoggerFactory.getLogger(name);
    }

    /** Threads of other tests' services log while a test reads, so its events may be read and added to at once. */
    private static final class Listener extends AppenderBase<ILoggingEvent> {
        private final Queue<ILoggingEvent> heard = new ConcurrentLinkedQueue<>();

        @Override
        protected void append(ILoggingEvent event) {
            heard.add(event);
        }
    }
}
