package io.igregulator.webhooks.embedded;

import com.sun.security.auth.module.UnixSystem;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs one of PostgreSQL's programs to its end. */
final class PostgresCommand {

    private static final boolean ROOT = new UnixSystem().getUid() == 0;

    private PostgresCommand() {}

    record Result(int exitCode, String output) {

        boolean successful() {
            return exitCode == 0;
        }
    }

    static Result run(Path binaries, String program, String... arguments) {
        List<String> line = line(binaries, program, arguments);
        var builder = new ProcessBuilder(line).redirectErrorStream(true);
        // Failures are recognised by their English text.
        builder.environment().put("LC_ALL", "C");
        try {
            Process process = builder.start();
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return new Result(process.waitFor(), output);
        } catch (IOException e) {
            throw new StartFailedException("PostgreSQL's program " + line.getFirst() + " cannot be run.", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailedException("Interrupted while " + program + " was running.", e);
        }
    }

    static List<String> line(Path binaries, String program, String... arguments) {
        var line = new ArrayList<String>();
        if (ROOT) {
            // PostgreSQL refuses to run as root; in a user namespace of its own it has no privileges, but root's files.
            line.addAll(List.of("unshare", "--user"));
        }
        line.add(binaries.resolve("bin").resolve(program).toString());
        line.addAll(List.of(arguments));
        return line;
    }
}
