package io.igregulator.webhooks.chaos.restore;

import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.FolderTree;
import io.igregulator.webhooks.stack.Reason;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.stream.Stream;

/** A backup of a PostgreSQL that is stopped: all of its files, with their permissions, which it insists on. */
final class CopyFolder {
    private CopyFolder() {}

    /** What was there is replaced. */
    static void copy(Path from, Path to) {
        try {
            FolderTree.delete(to);
            try (Stream<Path> tree = Files.walk(from)) {
                for (Path entry : tree.toList()) {
                    Files.copy(
                            entry,
                            to.resolve(from.relativize(entry).toString()),
                            StandardCopyOption.COPY_ATTRIBUTES,
                            LinkOption.NOFOLLOW_LINKS);
                }
            }
        } catch (IOException e) {
            throw new CommandFailure("Cannot copy " + from + ": " + Reason.of(e) + ".", e);
        }
    }
}
