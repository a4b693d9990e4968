package io.igregulator.webhooks.stack.command;

import io.igregulator.webhooks.stack.Console;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** Shows the {@code help.txt} that lies beside a command's class. */
public final class Help {
    private Help() {}

    /** @return the command's exit status */
    public static int show(Class<?> command, Console console) {
        try (var text = command.getResourceAsStream("help.txt")) {
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
