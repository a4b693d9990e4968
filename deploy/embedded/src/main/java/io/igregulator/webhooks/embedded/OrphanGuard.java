package io.igregulator.webhooks.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Removes a temporary server and its data when this JVM is gone, however it went.
 *
 * <p>A small shell holds the reading end of a pipe; the kernel closes the writing end even after a SIGKILL. A shutdown
 * hook would not run then, and would race with the hooks of those who still use the server.
 */
final class OrphanGuard implements AutoCloseable {

    // Ctrl-C reaches the whole process group: the guard must outlive it. The directory is $1, the stop command the
    // rest.
    private static final String SCRIPT = """
            trap '' INT TERM HUP
            read -r nothing
            directory=$1; shift
            if [ -d "$directory" ]; then
              [ $# -gt 0 ] && "$@"
              rm -rf -- "$directory"
            fi
            """;

    private final Process shell;

    private OrphanGuard(Process shell) {
        this.shell = shell;
    }

    static OrphanGuard over(Path directory, List<String> stopCommand) {
        var command = new ArrayList<>(List.of("sh", "-c", SCRIPT, "orphan-guard", directory.toString()));
        command.addAll(stopCommand);
        try {
            return new OrphanGuard(new ProcessBuilder(command)
                    .redirectOutput(Redirect.DISCARD)
                    .redirectError(Redirect.DISCARD)
                    .start());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Lets the guard do its work now and waits for it. */
    @Override
    public void close() {
        try {
            shell.getOutputStream().close();
            shell.waitFor(30, TimeUnit.SECONDS);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
