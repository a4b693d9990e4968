package io.igregulator.webhooks.embedded;

import java.nio.file.Path;

/** Turns what PostgreSQL printed when it failed to start into one clear sentence. */
final class PostgresFailure {

    private PostgresFailure() {}

    static StartFailedException explain(String output, Path directory, int port) {
        return new StartFailedException(sentence(output, directory, port), new IllegalStateException(output.strip()));
    }

    /** After a SIGKILL of the postmaster its children need a moment to notice. */
    static boolean childrenStillRunning(String output) {
        return output.contains("pre-existing shared memory block");
    }

    private static String sentence(String output, Path directory, int port) {
        if (output.contains("No space left on device") || output.contains("Disk quota exceeded")) {
            return "PostgreSQL cannot start: there is no space left on the disk that holds " + directory + ".";
        }
        if (output.contains("Address already in use")) {
            return "PostgreSQL cannot start: port " + port + " is taken by another process.";
        }
        if (output.contains("Permission denied")
                || output.contains("AccessDeniedException")
                || output.contains("Read-only file system")) {
            return "PostgreSQL cannot start: " + directory + " is not writable.";
        }
        if (output.contains("wrong ownership")) {
            return "PostgreSQL cannot start: " + directory + " belongs to another user.";
        }
        if (output.contains("incompatible with server")) {
            return "PostgreSQL cannot start: " + directory + " was written by another PostgreSQL version.";
        }
        if (output.contains("unshare failed") || output.contains("cannot be run as root")) {
            return "PostgreSQL cannot start as root, and this system forbids user namespaces: use an ordinary user.";
        }
        if (output.contains("java.nio.file.")) {
            return "PostgreSQL cannot start: " + directory + " is not a usable directory.";
        }
        return "PostgreSQL cannot start on " + directory + ": " + lastLine(output);
    }

    private static String lastLine(String output) {
        return output.strip().lines().reduce((first, second) -> second).orElse("it printed nothing.");
    }
}
