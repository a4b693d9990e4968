package io.igregulator.webhooks.api.endpoint;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A sample of the address table through HTTP; the shared model's tests hold the whole of it. */
class UrlAddressesIT {
    private final Client client = RunningApi.strict().customer("enterprise").client();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/",
                "https://10.1.2.3/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://169.254.169.254/latest/meta-data",
                "https://100.64.0.1/",
                "https://0.0.0.0/",
                "https://224.0.0.1/",
                "https://198.18.0.1/",
                "https://192.0.2.1/",
                "https://255.255.255.255/",
                "https://[::1]/",
                "https://[::]/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://[::ffff:127.0.0.1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://[64:ff9b::7f00:1]/",
                "https://[2002:7f00:1::]/",
                "https://[2001:db8::1]/",
                "https://[ff02::1]/",
                "https://localhost/",
                "https://LOCALHOST:8443/",
                "https://hooks.localhost/"
            })
    void urlsThatLeadIntoPrivateNetworksAreBlocked(String url) {
        create(url).isError(400, "invalid_query", "private_ip_blocked").blames("url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://2130706433/",
                "https://0x7f000001/",
                "https://0177.0.0.1/",
                "https://127.1/",
                "https://[fe80::1%25eth0]/",
                "https://user@93.184.216.34/",
                "https://93.184.216.34:0/",
                "https://93.184.216.34:70000/",
                "https://93.184.216.34/#fragment",
                "https:///path",
                "//93.184.216.34/",
                "javascript:alert(1)",
                "file:///etc/passwd",
                "not a url"
            })
    void urlsInOtherSpellingsAreRefused(String url) {
        create(url).isError(400, "invalid_query", "invalid_input").blames("url");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://93.184.216.34/",
                "https://93.184.216.34:8443/hook?tenant=7",
                "HTTPS://8.8.8.8",
                "https://[2606:2800:220:1:248:1893:25c8:1946]/"
            })
    void publicUrlsAreTaken(String url) {
        create(url).is(201);
    }

    private Answer create(String url) {
        return client.post("/v1/webhooks", "{\"url\": \"" + url + "\", \"events\": [\"license.issued\"]}");
    }
}
