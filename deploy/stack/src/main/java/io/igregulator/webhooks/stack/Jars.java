package io.igregulator.webhooks.stack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The services' jars, unpacked from what was packaged. */
public record Jars(Path api, Path worker) {
    /** @param project the top folder of the project */
    public static Jars in(Path project) {
        return new Jars(unpacked(project, "api-service"), unpacked(project, "delivery-worker"));
    }

    private static Path unpacked(Path project, String module) {
        return Unpack.once(only(project, module));
    }

    private static Path only(Path project, String module) {
        Path target = project.resolve(module).resolve("target");
        List<Path> found = executables(target);
        if (found.size() != 1) {
            throw new CommandFailure((found.isEmpty() ? "No" : "More than one") + " packaged " + module + " is in "
                    + target + ": run deploy/local/up, which builds it, or mvn -DskipTests package.");
        }
        return found.getFirst();
    }

    private static List<Path> executables(Path target) {
        if (!Files.isDirectory(target)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(target)) {
            return files.filter(file -> file.toString().endsWith("-exec.jar")).toList();
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + target + ": " + Reason.of(e) + ".", e);
        }
    }
}
