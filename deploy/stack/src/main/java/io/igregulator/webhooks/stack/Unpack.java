package io.igregulator.webhooks.stack;

import io.igregulator.webhooks.hash.Sha256;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * Takes a packaged service apart into a jar and its libraries. From plain files it starts faster, a compression library
 * finds its native half, and the JVM can keep an {@link AotCache}; none of that works for jars within a jar.
 */
final class Unpack {
    private static final String PREFIX = "app-";
    private static final int NAME_DIGITS = 16;

    private Unpack() {}

    /** @return the jar to run; done once for each content of {@code executable} */
    static Path once(Path executable) {
        try {
            Path folder = executable.resolveSibling(PREFIX + name(executable));
            if (!Files.isDirectory(folder)) {
                unpack(executable, folder);
            }
            return folder.resolve(executable.getFileName());
        } catch (IOException e) {
            throw new CommandFailure("Cannot unpack " + executable + ": " + e.getMessage() + ".", e);
        }
    }

    /** By content: what belongs to another build is never taken for this one's. */
    private static String name(Path executable) throws IOException {
        return HexFormat.of()
                .formatHex(Sha256.of(Files.readAllBytes(executable)))
                .substring(0, NAME_DIGITS);
    }

    private static void unpack(Path executable, Path folder) throws IOException {
        Path target = Objects.requireNonNull(executable.toAbsolutePath().getParent());
        deleteOthers(target);
        // Moved into place as a whole: another command may do the same at this moment.
        Path temporary = Files.createTempDirectory(target, "unpacking-");
        try {
            extract(executable, temporary);
            Files.move(temporary, folder);
        } catch (IOException e) {
            FolderTree.delete(temporary);
            if (!Files.isDirectory(folder)) {
                throw e;
            }
        }
    }

    private static void extract(Path executable, Path folder) throws IOException {
        var process = new ProcessBuilder(List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djarmode=tools",
                        "-jar",
                        executable.toString(),
                        "extract",
                        "--force",
                        "--destination",
                        folder.toString()))
                .redirectErrorStream(true)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.onExit().join().exitValue() != 0) {
            throw new IOException(printed.strip());
        }
    }

    /** A stack that runs from one of them keeps its open files. */
    private static void deleteOthers(Path target) throws IOException {
        try (Stream<Path> files = Files.list(target)) {
            for (Path old : files.filter(file -> file.getFileName().toString().startsWith(PREFIX))
                    .toList()) {
                FolderTree.delete(old);
            }
        }
    }
}
