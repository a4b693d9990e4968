package io.igregulator.webhooks.http;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.http.ReferenceParser.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** However a response is cut into pieces, it means the same, and never more than a second parser makes of it. */
class ResponseReaderTest {
    private static final int STREAMS = 10_000;
    private static final int KEPT = 4 * 1024;
    private static final int MAX_BODY = 64 * 1024;
    private static final long SEED = 20_260_420;

    /** What was read, null for what is not a response. */
    private static @Nullable Response read(ScriptedWire wire) {
        try {
            return ResponseReader.read(new ReceivedBytes(wire), KEPT, MAX_BODY);
        } catch (FailedExchangeException e) {
            return null;
        } catch (IOException e) {
            throw new AssertionError("a scripted wire does not fail", e);
        }
    }

    private static ScriptedWire whole(byte[] stream) {
        return new ScriptedWire(stream, 0, Integer.MAX_VALUE);
    }

    @Test
    void agreesWithTheReferenceOnWhatIsBeyondDoubt() {
        GeneratedResponses generated = new GeneratedResponses(new SplittableRandom(SEED));
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = generated.valid();
            Response response = requireNonNull(read(whole(stream)), () -> text(stream));
            Verdict verdict = requireNonNull(ReferenceParser.read(stream), () -> text(stream));

            assertThat(response.status()).as(text(stream)).isEqualTo(verdict.status());
            assertThat(excerpt(response)).as(text(stream)).isEqualTo(text(verdict.body()));
            if (response.reusable()) {
                assertThat(verdict.left()).as(text(stream)).isZero();
            }
        }
    }

    @Test
    void takesNothingForAResponseThatTheReferenceDoesNot() {
        GeneratedResponses generated = new GeneratedResponses(new SplittableRandom(SEED));
        int answered = 0;
        int kept = 0;
        for (int i = 0; i < STREAMS; i++) {
            byte[] stream = generated.any();
            @Nullable Response response = read(whole(stream));
            for (int cut = 1; cut < stream.length; cut++) {
                @Nullable Response pieces = read(new ScriptedWire(stream, cut, Integer.MAX_VALUE));
                if (!Objects.equals(pieces, alone(response, stream, cut))) {
                    throw new AssertionError(text(stream) + " cut at " + cut + ": " + pieces + ", not " + response);
                }
            }
            assertThat(withoutReuse(read(new ScriptedWire(stream, 0, 1))))
                    .as(text(stream))
                    .isEqualTo(withoutReuse(response));
            if (response != null) {
                answered++;
                kept += response.reusable() ? 1 : 0;
                assertNoMoreThan(ReferenceParser.read(stream), response, stream);
            }
        }
        // So that the generator cannot come to make nothing but nonsense unnoticed.
        assertThat(answered).isGreaterThan(STREAMS / 10);
        assertThat(kept).isGreaterThan(STREAMS / 100);
    }

    /** Surplus that has not come yet when the response ends is for the look before the next request to find. */
    private static @Nullable Response alone(@Nullable Response whole, byte[] stream, int cut) {
        if (whole == null || whole.reusable()) {
            return whole;
        }
        @Nullable Response first = read(new ScriptedWire(Arrays.copyOf(stream, cut), 0, Integer.MAX_VALUE));
        return first != null && first.reusable() ? first : whole;
    }

    private static @Nullable Response withoutReuse(@Nullable Response response) {
        return response == null
                ? null
                : new Response(response.status(), response.excerpt(), response.retryAfter(), false);
    }

    private static void assertNoMoreThan(@Nullable Verdict verdict, Response response, byte[] stream) {
        Verdict reference = requireNonNull(verdict, () -> text(stream));
        assertThat(response.status()).as(text(stream)).isEqualTo(reference.status());
        if (response.reusable()) {
            assertThat(reference.complete()).as(text(stream)).isTrue();
            assertThat(reference.left()).as(text(stream)).isZero();
            assertThat(excerpt(response)).as(text(stream)).isEqualTo(text(reference.body()));
        }
    }

    /** The head, the body and what is around the body each have an end. */
    @Test
    void readsABoundedNumberOfBytesWhateverComes() {
        String[] beginnings = {
            "",
            "HTTP/1.1 200 OK\r\n",
            "HTTP/1.1 200 OK\r\nX: ",
            "HTTP/1.1 200 OK\r\n\r\n",
            "HTTP/1.1 200 OK\r\nContent-Length: 999999999\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
            "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n"
        };
        String[] floods = {
            "x",
            "\r\n",
            "X: y\r\n",
            " x\r\n",
            "HTTP/1.1 100 Continue\r\n\r\n",
            "1\r\nx\r\n",
            "1;" + "x".repeat(7000) + "\r\nx\r\n"
        };
        for (String beginning : beginnings) {
            for (String flood : floods) {
                byte[] stream = (beginning + flood.repeat(1 + 1_000_000 / flood.length()))
                        .getBytes(StandardCharsets.ISO_8859_1);
                ScriptedWire wire = whole(stream);
                read(wire);

                assertThat(wire.position()).as(beginning + flood).isLessThan(200 * 1024);
            }
        }
    }

    private static String excerpt(Response response) {
        return response.excerpt() == null ? "" : response.excerpt();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8).replace("\0", "");
    }
}
