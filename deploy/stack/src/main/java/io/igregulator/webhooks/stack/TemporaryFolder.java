package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A new folder that stays behind for inspection unless all went well. */
public final class TemporaryFolder implements AutoCloseable {
    private final Path path;
    private final Console console;
    private volatile boolean forgotten;

    private TemporaryFolder(Path path, Console console) {
        this.path = path;
        this.console = console;
    }

    public static TemporaryFolder create(String purpose, Console console) {
        return createIn(Path.of(System.getProperty("java.io.tmpdir")), purpose, console);
    }

    /** Elsewhere than among the system's temporary files, whose disk may be another one. */
    public static TemporaryFolder createIn(Path parent, String purpose, Console console) {
        try {
            return new TemporaryFolder(
                    Files.createTempDirectory(Files.createDirectories(parent), "webhooks-" + purpose + "-")
                            .toAbsolutePath(),
                    console);
        } catch (IOException e) {
            throw new CommandFailure("No folder can be made in " + parent + ".", e);
        }
    }

    public Path path() {
        return path;
    }

    /** Nothing in it is of interest any more. */
    public void forget() {
        forgotten = true;
    }

    @Override
    public void close() {
        if (!forgotten) {
            console.say("Its data and logs stay in " + path + ".");
            return;
        }
        try {
            FolderTree.delete(path);
        } catch (IOException e) {
            throw new CommandFailure("Cannot delete " + path + ".", e);
        }
    }
}
