package io.igregulator.webhooks.benchmark;

import io.igregulator.webhooks.local.stack.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Shows {@code help.txt}. */
final class Help {
    private Help() {}

    static int show(Console console) {
        try (var text = Help.class.getResourceAsStream("help.txt")) {
            if (text == null) {
                throw new IllegalStateException("help.txt is not packaged");
            }
            console.say(new String(text.readAllBytes(), StandardCharsets.UTF_8).stripTrailing());
            return 0;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
