package io.igregulator.webhooks.chaos.strain;

import io.igregulator.webhooks.stack.JavaCommand;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** Puts {@link SilentNames} where the services' JVMs find it. */
public final class SilentDns {
    private SilentDns() {}

    /** JVM options; the rest is as in production. */
    public static List<String> install(Path folder) {
        String name = SilentNames.class.getName();
        String file = name.replace('.', '/') + ".class";
        try (InputStream code = Objects.requireNonNull(SilentNames.class.getResourceAsStream("/" + file))) {
            Path target = folder.resolve(file);
            Files.createDirectories(target.getParent());
            Files.copy(code, target);
            Path service = folder.resolve(SilentNames.serviceFile());
            Files.createDirectories(service.getParent());
            Files.writeString(service, name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Stream.concat(JavaCommand.FULL.stream(), Stream.of("-Xbootclasspath/a:" + folder))
                .toList();
    }
}
