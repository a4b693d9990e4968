package io.igregulator.webhooks.chaos.watch;

import java.util.function.IntSupplier;
import java.util.function.LongSupplier;

/** Figures of a run under way, read whenever somebody wants to know. */
public record Progress(IntSupplier published, LongSupplier accepted, IntSupplier faults) {}
