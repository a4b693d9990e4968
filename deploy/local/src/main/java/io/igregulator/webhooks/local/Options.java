package io.igregulator.webhooks.local;

import io.igregulator.webhooks.stack.PortWishes;
import java.nio.file.Path;
import java.util.Optional;

/**
 * What was asked for on the command line; see {@code help.txt}.
 *
 * @param data empty for the usual folder
 * @param rate the demonstration's events per second
 */
record Options(
        Mode mode,
        Optional<Path> data,
        boolean fresh,
        boolean demo,
        double rate,
        int workers,
        PortWishes ports,
        Optional<Path> info) {

    /** What the command does. */
    enum Mode {
        RUN,
        SMOKE,
        TRAIN,
        HELP
    }
}
