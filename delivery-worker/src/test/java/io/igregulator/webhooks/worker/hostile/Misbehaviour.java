package io.igregulator.webhooks.worker.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.jspecify.annotations.Nullable;

/** The ways in which a receiver mistreats a request that it has read, and what an attempt must record of each. */
enum Misbehaviour implements Behaviour {
    NEVER_ANSWERS(null, "timeout", HostileConnection::awaitClose),
    DRIPS_HEADERS(null, "timeout", it -> it.drip("HTTP/1.1 200 OK\r\nX-Slow: ")),
    DRIPS_BODY(null, "timeout", it -> it.drip("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n")),
    SENDS_AN_ENDLESS_BODY(
            200, null, it -> it.flood("HTTP/1.1 200 OK\r\nContent-Length: 1000000000000\r\n\r\n", bytes("x", 1024))),
    SENDS_ENDLESS_CHUNKS(
            200,
            null,
            it -> it.flood("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", bytes("8\r\nxxxxxxxx\r\n", 100))),
    WRAPS_BYTES_IN_ENDLESS_CHUNKS(
            200,
            null,
            it -> it.flood(
                    "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
                    bytes("1;" + "x".repeat(7000) + "\r\nx\r\n", 1))),
    SENDS_A_COMPRESSED_BOMB(
            200,
            null,
            it -> it.flood(
                    "HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\nContent-Length: 1000000000000\r\n\r\n", bomb())),
    SENDS_AN_ENDLESS_HEADER(null, "invalid_response", it -> it.flood("HTTP/1.1 200 OK\r\nX-Huge: ", bytes("x", 1024))),
    SENDS_ENDLESS_HEADERS(
            null, "invalid_response", it -> it.flood("HTTP/1.1 200 OK\r\n", bytes("X-Another: header\r\n", 50))),
    FLOODS_WITH_1XX(
            null,
            "invalid_response",
            it -> it.flood("HTTP/1.1 100 Continue\r\n\r\n", bytes("HTTP/1.1 103 Early Hints\r\n\r\n", 50))),
    SPEAKS_NO_HTTP(null, "invalid_response", it -> it.writeAndWait("SSH-2.0-OpenSSH_9.9\r\n")),
    INVENTS_A_STATUS(null, "invalid_response", it -> it.writeAndWait("HTTP/1.1 two hundred\r\n\r\n")),
    RESETS(null, "connection_reset", HostileConnection::reset),
    RESETS_WITHIN_THE_HEADERS(null, "connection_reset", it -> {
        it.write("HTTP/1.1 200 OK\r\nX-Half: ");
        it.reset();
    }),
    HALF_CLOSES(null, "connection_reset", HostileConnection::halfClose);

    /** What must never be seen of a compressed body. */
    static final String INFLATED = "inflated";

    private final @Nullable Integer status;
    private final @Nullable String error;

    @SuppressWarnings("ImmutableEnumChecker") // Lambdas without state.
    private final Behaviour afterRequest;

    Misbehaviour(@Nullable Integer status, @Nullable String error, Behaviour afterRequest) {
        this.status = status;
        this.error = error;
        this.afterRequest = afterRequest;
    }

    @Nullable
    Integer status() {
        return status;
    }

    @Nullable
    String error() {
        return error;
    }

    @Override
    public void serve(HostileConnection connection) throws IOException {
        connection.readRequest();
        afterRequest.serve(connection);
    }

    private static byte[] bytes(String text, int times) {
        return text.repeat(times).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** 8 KiB that become 8 MiB; gzip allows any number of them in a row. */
    private static byte[] bomb() {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(compressed)) {
            gzip.write(bytes(INFLATED, 1024 * 1024));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return compressed.toByteArray();
    }
}
