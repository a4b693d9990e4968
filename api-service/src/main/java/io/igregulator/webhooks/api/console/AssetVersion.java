package io.igregulator.webhooks.api.console;

import io.igregulator.webhooks.hash.Sha256;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.List;
import org.springframework.core.io.ClassPathResource;

/** Changes with the styles and the script, so that a page never meets those of another release in a cache. */
final class AssetVersion {
    private static final int DIGITS = 12;

    static final String VALUE = read();

    private AssetVersion() {}

    private static String read() {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            for (String file : List.of("console.css", "console.js")) {
                all.writeBytes(new ClassPathResource("console/" + file).getContentAsByteArray());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return HexFormat.of().formatHex(Sha256.of(all.toByteArray())).substring(0, DIGITS);
    }
}
