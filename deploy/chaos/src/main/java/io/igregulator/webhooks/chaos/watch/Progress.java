package io.igregulator.webhooks.chaos.watch;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Figures of a run under way, read on request. */
public record Progress(IntSupplier published, LongSupplier accepted, IntSupplier faults) {}
