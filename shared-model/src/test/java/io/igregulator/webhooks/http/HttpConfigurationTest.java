package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.Exchange.Unanswered;
import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.UrlCheck;
import io.igregulator.webhooks.url.UrlProperties;
import io.igregulator.webhooks.url.UrlVerdict;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.util.unit.DataSize;

class HttpConfigurationTest {
    private static final AccountId ACCOUNT = new AccountId(new UUID(0, 1));

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withUserConfiguration(HttpConfiguration.class);

    /** The contract's figures; loosening one of them is a decision. */
    @Test
    void defaultsToTheContract() {
        service.run(context -> {
            assertThat(context.getBean(HttpProperties.class))
                    .isEqualTo(new HttpProperties(
                            Duration.ofSeconds(5),
                            Duration.ofSeconds(15),
                            DataSize.ofKilobytes(64),
                            DataSize.ofKilobytes(4),
                            2500,
                            500,
                            Duration.ofSeconds(30),
                            "iGregulator-Webhooks/1",
                            "",
                            false));
            assertThat(context.getBean(UrlProperties.class))
                    .isEqualTo(new UrlProperties(false, List.of(), Duration.ofSeconds(5)));
            assertThat(context).hasSingleBean(WebhookSender.class);
        });
    }

    @Test
    void letsDevelopmentAllowHttpAndBlocks() {
        service.withPropertyValues("webhooks.url.allow-http=true", "webhooks.url.allowed-cidrs=127.0.0.0/8,::1/128")
                .run(context -> assertThat(
                                context.getBean(UrlCheck.class).check("http://127.0.0.1:8080/", Senders.ACCOUNT))
                        .isInstanceOf(UrlVerdict.Accepted.class));
    }

    @Test
    void letsThePlatformExcludePublicBlocksAndPorts() {
        service.withPropertyValues(
                        "webhooks.url.blocked-cidrs=93.184.0.0/16", "webhooks.url.allowed-ports=443, 8443-8999")
                .run(context -> {
                    UrlCheck check = context.getBean(UrlCheck.class);
                    assertThat(check.check("https://8.8.8.8/", ACCOUNT)).isInstanceOf(UrlVerdict.Accepted.class);
                    assertThat(check.check("https://93.184.215.14/", ACCOUNT)).isInstanceOf(UrlVerdict.Blocked.class);
                    assertThat(check.check("https://8.8.8.8:25/", ACCOUNT)).isInstanceOf(UrlVerdict.Malformed.class);
                });
    }

    /** An endpoint's row may be older than the setting. */
    @Test
    void refusesToSendToAPortThatIsNotAllowed() {
        WebhookRequest request = Senders.request(URI.create("https://127.0.0.1:25/"));
        service.withPropertyValues("webhooks.url.allowed-cidrs=127.0.0.0/8", "webhooks.url.allowed-ports=443")
                .run(context -> assertThat(context.getBean(WebhookSender.class).send(request))
                        .isInstanceOfSatisfying(
                                Unanswered.class,
                                unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.INVALID_URL)));
    }

    /** Excluded blocks count more than allowed ones, and at the dial as at the check. */
    @Test
    void refusesToSendToABlockThatIsExcluded() {
        WebhookRequest request = Senders.request(URI.create("https://127.0.0.1:1/"));
        service.withPropertyValues("webhooks.url.allowed-cidrs=127.0.0.0/8", "webhooks.url.blocked-cidrs=127.0.0.1/32")
                .run(context -> assertThat(context.getBean(WebhookSender.class).send(request))
                        .isInstanceOfSatisfying(
                                Unanswered.class,
                                unanswered ->
                                        assertThat(unanswered.error()).isEqualTo(ExchangeError.PRIVATE_IP_BLOCKED)));
    }

    @Test
    void refusesToSendPlainHttpUnlessAllowed() {
        WebhookRequest request = Senders.request(URI.create("http://127.0.0.1:1/"));
        service.withPropertyValues("webhooks.url.allowed-cidrs=127.0.0.0/8")
                .run(context -> assertThat(context.getBean(WebhookSender.class).send(request))
                        .isInstanceOfSatisfying(
                                Unanswered.class,
                                unanswered -> assertThat(unanswered.error()).isEqualTo(ExchangeError.INVALID_URL)));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "webhooks.url.allowed-cidrs=localhost",
                "webhooks.url.blocked-cidrs=example.com",
                "webhooks.url.allowed-ports=https",
                "webhooks.url.allowed-ports=0",
                "webhooks.url.allowed-ports=9000-8000",
                "webhooks.url.allowed-ports=65536",
                "webhooks.url.dns-timeout=0s",
                "webhooks.http.connect-timeout=0s",
                "webhooks.http.exchange-timeout=-1s",
                "webhooks.http.idle-connection-timeout=0s",
                "webhooks.http.kept-response-bytes=65KB",
                "webhooks.http.max-connections=499",
                "webhooks.http.max-connections-per-route=0",
                "webhooks.http.user-agent= ",
                "webhooks.http.ssl-bundle=unheard-of"
            })
    void doesNotStartWithASettingThatMakesNoSense(String property) {
        service.withPropertyValues(property).run(context -> assertThat(context).hasFailed());
    }
}
