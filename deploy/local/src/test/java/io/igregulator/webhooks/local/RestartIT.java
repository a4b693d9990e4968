package io.igregulator.webhooks.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One story, since each start takes its time: start, refuse a second start, be killed, start again, stop. */
class RestartIT {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @TempDir
    Path folder;

    private final List<UpProcess> started = new ArrayList<>();

    @AfterEach
    void stop() throws Exception {
        for (UpProcess up : started) {
            up.process().destroy();
            up.process().waitFor(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void survivesBeingKilledAndStopsWithoutLeavingAnything() throws Exception {
        var first = up("first", "--no-demo");
        JsonNode before = awaitInfo(first);
        var second = up("second");
        assertThat(second.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(second.process().exitValue()).isNotZero();
        assertThat(second.printed()).contains("already runs on").hasLineCount(1);

        first.process().destroyForcibly().waitFor();
        Files.delete(info());
        var third = up("third", "--rate", "20");
        JsonNode after = awaitInfo(third);

        assertThat(third.printed()).contains("Stopping what an earlier run left behind: 4 processes.");
        assertThat(pids(before)).noneMatch(RestartIT::lives);
        assertThat(listEndpoints(after, keyOf(before))).isEqualTo(200);
        await().atMost(PATIENCE).until(() -> third.printed().contains("verified"));
        assertThat(third.printed()).doesNotContain("UNVERIFIED");

        third.process().destroy();
        assertThat(third.process().waitFor(1, TimeUnit.MINUTES)).isTrue();
        assertThat(pids(after)).noneMatch(RestartIT::lives);
        assertThat(info()).doesNotExist();
    }

    private UpProcess up(String name, String... more) throws IOException {
        var arguments =
                new ArrayList<>(List.of("--data", folder.resolve("data").toString(), "--info", info().toString()));
        arguments.addAll(List.of(more));
        var up = UpProcess.start(folder.resolve(name), arguments.toArray(String[]::new));
        started.add(up);
        return up;
    }

    private Path info() {
        return folder.resolve("info.json");
    }

    private JsonNode awaitInfo(UpProcess up) throws IOException {
        await().atMost(PATIENCE)
                .until(() -> Files.exists(info()) || !up.process().isAlive());
        assertThat(info()).as(up.printed()).exists();
        assertThat(Files.getPosixFilePermissions(info())).isEqualTo(PosixFilePermissions.fromString("rw-------"));
        return JsonMapper.shared().readTree(Files.readAllBytes(info()));
    }

    private static String keyOf(JsonNode info) {
        return info.required("api_key").asString();
    }

    private static int listEndpoints(JsonNode info, String key) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(info.required("api_url").asString() + "/v1/webhooks"))
                .header("Authorization", "Bearer " + key)
                .build();
        return HttpClient.newHttpClient()
                .send(request, BodyHandlers.discarding())
                .statusCode();
    }

    private static LongStream pids(JsonNode info) {
        return info.required("pids").valueStream().mapToLong(JsonNode::asLong);
    }

    private static boolean lives(long pid) {
        return ProcessHandle.of(pid)
                .filter(ProcessHandle::isAlive)
                .filter(process -> process.info().command().isPresent())
                .isPresent();
    }
}
