package io.igregulator.webhooks.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.Security;
import java.util.List;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;
import org.conscrypt.Conscrypt;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.autoconfigure.ssl.SslAutoConfiguration;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** Who speaks TLS, where. */
class NativeTlsIT {
    private static final String NATIVE = "webhooks.http.native-tls=true";
    private static final String JDK = "SunJSSE";

    private final ApplicationContextRunner service = new ApplicationContextRunner()
            .withConfiguration(AutoConfigurations.of(SslAutoConfiguration.class))
            .withUserConfiguration(HttpConfiguration.class);

    @Test
    void boringSslSpeaksTlsIfConfiguredWhereItLoads() {
        assumeTrue(Conscrypt.isAvailable());
        service.withPropertyValues(NATIVE)
                .run(context ->
                        assertThat(provider(context.getBean(SSLContext.class))).isEqualTo("Conscrypt"));
    }

    @Test
    void theJdkDoesOtherwise() {
        service.run(context ->
                assertThat(provider(context.getBean(SSLContext.class))).isEqualTo(JDK));
    }

    @Test
    void nothingElseInTheJvmUsesIt() {
        service.withPropertyValues(NATIVE)
                .run(context -> assertThat(Security.getProviders()).noneMatch(Conscrypt::isConscrypt));
    }

    /** A JVM of its own, on a platform that there is no library for. */
    @Test
    void theJdkDoesWhereItDoesNotLoad() throws IOException, InterruptedException {
        List<String> command = Stream.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Dos.arch=unheard-of",
                        "-cp",
                        System.getProperty("java.class.path"),
                        PrintProvider.class.getName())
                .toList();
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(process.waitFor()).as(printed).isZero();
        assertThat(printed).contains("webhooks.http.native-tls is true, but").endsWith("provider: " + JDK);
    }

    /** What that JVM runs. */
    static final class PrintProvider {
        private PrintProvider() {}

        public static void main(String[] arguments) {
            SSLContext context = TlsContexts.create(TlsContexts.trustedByTheJvm(), true);
            System.out.print("provider: " + provider(context));
        }
    }

    private static String provider(SSLContext context) {
        return context.getProvider().getName();
    }
}
