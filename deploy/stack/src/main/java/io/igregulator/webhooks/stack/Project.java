package io.igregulator.webhooks.stack;

import java.nio.file.Path;

/** The checked-out project that this program was built from. */
public final class Project {
    private static final String PROPERTY = "webhooks.project";

    private Project() {}

    /** Named by the command that started this program. */
    public static Path folder() {
        String folder = System.getProperty(PROPERTY);
        if (folder == null) {
            throw new CommandFailure(
                    "Start this with its command below deploy/, or with -D" + PROPERTY + "=<the project's folder>.");
        }
        return Path.of(folder).toAbsolutePath().normalize();
    }
}
