package io.igregulator.webhooks.url;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.url.UrlVerdict.Accepted;
import io.igregulator.webhooks.url.UrlVerdict.Blocked;
import io.igregulator.webhooks.url.UrlVerdict.Malformed;
import io.igregulator.webhooks.url.UrlVerdict.Unresolvable;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class UrlCheckTest {
    private static final HostLookup PUBLIC = Lookups.of("93.184.215.14", "2606:2800:220::1");
    private static final HostLookup LOOPBACK = Lookups.of("127.0.0.1");

    @ParameterizedTest
    @MethodSource("io.igregulator.webhooks.url.BlockedHosts#all")
    void neverAcceptsASpellingOfABlockedAddress(String host) {
        assertThat(check(LOOPBACK, "https://" + host + "/hook")).isInstanceOfAny(Blocked.class, Malformed.class);
    }

    @ParameterizedTest
    @MethodSource("io.igregulator.webhooks.url.BlockedHosts#literals")
    void blocksSpecialAddressesRatherThanCallingThemMalformed(String host) {
        assertThat(check(PUBLIC, "https://" + host + ":8443/hook")).isInstanceOf(Blocked.class);
    }

    /** Even where a DNS server answers with a public address: another machine's resolver need not ask it. */
    @ParameterizedTest
    @ValueSource(strings = {"localhost", "LocalHost", "a.b.localhost"})
    void blocksLocalhostWhateverDnsSays(String host) {
        assertThat(check(PUBLIC, "https://" + host + "/")).isInstanceOf(Blocked.class);
    }

    /** No lookup happens for these: a resolver might read them otherwise than the check does. */
    @ParameterizedTest
    @ValueSource(strings = {"127.1", "0x7f.1", "2130706433", "017700000001", "0177.0.0.1", "127.0.0.1.", "0x7f000001"})
    void callsOddSpellingsOfIpv4Malformed(String host) {
        assertThat(check(PUBLIC, "https://" + host + "/")).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "hooks.example.com",
                "//hooks.example.com/",
                "https:",
                "https:/hooks.example.com",
                "https:hooks.example.com",
                "https://",
                "https:///hook",
                "https://:443/",
                "ftp://hooks.example.com/",
                "file:///etc/passwd",
                "gopher://hooks.example.com/",
                "http://hooks.example.com/",
                "https://user@hooks.example.com/",
                "https://user:password@hooks.example.com/",
                "https://@hooks.example.com/",
                "https://hooks.example.com/#part",
                "https://hooks.example.com#",
                "https://hooks.example.com:/",
                "https://hooks.example.com:0/",
                "https://hooks.example.com:65536/",
                "https://hooks.example.com:-1/",
                "https://hooks.example.com:https/",
                "https://hooks.example.com./",
                "https://hooks..example.com/",
                "https://.example.com/",
                "https://-a.example.com/",
                "https://under_score.example.com/",
                "https://hooks.example.com/a b",
                "https://hooks.example.com/a\nb",
                "https://hooks.example.com/\u0000",
                "https://hooks.example.com/ä",
                "https://höoks.example.com/",
                "https://hooks.example.com\\path",
                "https://hooks.example.com/{id}",
                "https://hooks.example.com/%zz",
                " https://hooks.example.com/",
                "https://hooks.example.com/ "
            })
    void refusesWhatIsNotAPlainHttpsUrl(String text) {
        assertThat(check(PUBLIC, text)).isInstanceOf(Malformed.class);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
                    https://hooks.example.com/a[b | "url's path must not hold '[': percent-encode it as %5B"
                    https://hooks.example.com/{id} | "url's path must not hold '{': percent-encode it as %7B"
                    https://hooks.example.com/?a=b^c | "url's query must not hold '^': percent-encode it as %5E"
                    https://hooks.example.com/%zz | "url's path must not hold '%': percent-encode it as %25"
                    https://{hooks}.example.com/ | "url's host must not hold '{'"
                    https://hooks.example.com:https/ | "url's port must be 1 to 65535"
                    https://under_score.example.com/ | "url's host must not hold an underscore: TLS has no name for such a host"
                    https://kafka/x | "url's host must be a whole DNS name, such as hooks.example.com: one without a dot means another host in each network"
                    https://127.1/ | "url's host must be a DNS name without a trailing dot, or an IP address in its usual spelling"
                    """)
    void namesThePartThatIsWrong(String text, String hint) {
        assertThat(check(PUBLIC, text)).isEqualTo(new Malformed(hint));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://hooks.example.com",
                "https://hooks.example.com/",
                "HTTPS://Hooks.Example.COM/Path?token=a%20b&x=1",
                "https://hooks.example.com:8443/hook",
                "https://xn--hks-sna.example.com/",
                "https://8.8.8.8/hook",
                "https://[2606:4700::1111]:8443/hook",
                "https://a-b.c1.example/hook"
            })
    void acceptsPublicHttpsUrls(String text) {
        assertThat(check(PUBLIC, text)).isEqualTo(new Accepted(URI.create(text)));
    }

    @Test
    void acceptsUpTo2048Characters() {
        String longest = "https://hooks.example.com/".concat("a".repeat(2048 - 26));

        assertThat(check(PUBLIC, longest)).isInstanceOf(Accepted.class);
        assertThat(check(PUBLIC, longest + "a")).isInstanceOf(Malformed.class);
    }

    @Test
    void blocksAHostOfWhichOneAddressIsPrivate() {
        assertThat(check(Lookups.of("93.184.215.14", "10.0.0.1"), "https://hooks.example.com/"))
                .isInstanceOf(Blocked.class);
    }

    @Test
    void distinguishesAHostWithoutAddressFromABlockedOne() {
        assertThat(check(Lookups.nothing(), "https://hooks.example.com/")).isInstanceOf(Unresolvable.class);
        assertThat(check(Lookups.of(), "https://hooks.example.com/")).isInstanceOf(Unresolvable.class);
    }

    @Test
    void acceptsHttpAndLoopbackOnlyWhenDevelopmentAllowsThem() {
        UrlProperties development = new UrlProperties(true, List.of("127.0.0.0/8"), Duration.ofSeconds(5));

        assertThat(check(development, LOOPBACK, "http://127.0.0.1:8080/")).isInstanceOf(Accepted.class);
        assertThat(check(development, LOOPBACK, "http://localhost:8080/")).isInstanceOf(Accepted.class);
        assertThat(check(development, LOOPBACK, "http://10.0.0.1/")).isInstanceOf(Blocked.class);
        assertThat(check(LOOPBACK, "http://127.0.0.1:8080/")).isInstanceOf(Malformed.class);
    }

    /** Or the answer would reveal whether an internal name exists. */
    @ParameterizedTest
    @ValueSource(strings = {"https://kafka/x", "https://KAFKA:9092/", "https://postgres-0/"})
    void asksForNoNameWithoutADot(String text) {
        AtomicInteger lookups = new AtomicInteger();
        HostLookup dns = host -> {
            lookups.incrementAndGet();
            return PUBLIC.lookup(host);
        };

        assertThat(check(dns, text)).isInstanceOf(Malformed.class);
        assertThat(lookups).hasValue(0);
    }

    @ParameterizedTest
    @CsvSource({
        "https://hooks.example.com/, true",
        "https://hooks.example.com:443/, true",
        "https://hooks.example.com:8443/, true",
        "https://hooks.example.com:8999/, true",
        "https://hooks.example.com:9000/, false",
        "https://hooks.example.com:25/, false",
        "http://hooks.example.com/, false",
        "http://hooks.example.com:443/, true"
    })
    void acceptsTheAllowedPortsOnly(String text, boolean accepted) {
        UrlProperties ports =
                new UrlProperties(true, List.of(), Duration.ofSeconds(5), List.of(), List.of("443", "8443-8999"));

        assertThat(check(ports, PUBLIC, text))
                .isEqualTo(
                        accepted
                                ? new Accepted(URI.create(text))
                                : new Malformed("url's port must be one of 443, 8443-8999"));
    }

    @Test
    void blocksPublicRangesThatThePlatformExcludes() {
        UrlProperties excluding =
                new UrlProperties(false, List.of(), Duration.ofSeconds(5), List.of("93.184.0.0/16"), List.of());

        assertThat(check(excluding, PUBLIC, "https://hooks.example.com/")).isInstanceOf(Blocked.class);
        assertThat(check(excluding, PUBLIC, "https://93.184.1.1/")).isInstanceOf(Blocked.class);
        assertThat(check(excluding, PUBLIC, "https://8.8.8.8/")).isInstanceOf(Accepted.class);
    }

    private static UrlVerdict check(HostLookup dns, String text) {
        return check(new UrlProperties(false, List.of(), Duration.ofSeconds(5)), dns, text);
    }

    private static UrlVerdict check(UrlProperties properties, HostLookup dns, String text) {
        return new UrlCheck(properties, new VettingResolver(dns, properties.addressPolicy()))
                .check(text, new AccountId(new UUID(0, 1)));
    }
}
