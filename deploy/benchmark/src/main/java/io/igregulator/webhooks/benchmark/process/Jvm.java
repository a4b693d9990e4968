package io.igregulator.webhooks.benchmark.process;

import io.igregulator.webhooks.stack.JavaCommand;
import java.util.List;
import java.util.stream.Stream;

/** How the JVMs of a run are started: compiled fully, unlike those of a development stack. */
public final class Jvm {
    /** Of services, broker, receiver and the raw client alike. */
    public static final List<String> OPTIONS = Stream.concat(
                    JavaCommand.FULL.stream(), Stream.of("--sun-misc-unsafe-memory-access=allow"))
            .toList();

    private Jvm() {}

    public static List<String> command(Class<?> main, String heap, List<String> arguments) {
        return JavaCommand.ofMain(main, heap, OPTIONS, arguments);
    }
}
