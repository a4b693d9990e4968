package io.igregulator.webhooks.local;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.PrivateFile;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.client.LocalAccount;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** {@code .local/env}: what a second terminal sources to talk to the running stack; gone when the stack stops. */
final class ShellVariables implements AutoCloseable {
    static final String NAME = "env";

    private final Path file;

    private ShellVariables(Path file) {
        this.file = file;
    }

    static ShellVariables write(Path file, Stack stack, LocalAccount account) {
        // None of the values can hold a quote: they are URLs, ports and keys of letters and digits.
        String text = """
                export API='%s'
                export KEY='%s'
                export OPERATOR='%s'
                export TOKEN='%s'
                export WORKER='%s'
                export RECEIVER='%s'
                export BOOTSTRAP='%s'
                """.formatted(
                        stack.apiUrl(),
                        account.apiKey(),
                        stack.operatorUrl(),
                        stack.secrets().operatorToken(),
                        stack.workerUrls().getFirst(),
                        stack.receiverUrl(),
                        stack.bootstrapServers());
        PrivateFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return new ShellVariables(file);
    }

    @Override
    public void close() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new CommandFailure("Cannot delete " + file + ".", e);
        }
    }
}
