package io.igregulator.webhooks.benchmark.compare;

import io.igregulator.webhooks.benchmark.report.ComparisonReport;
import io.igregulator.webhooks.benchmark.run.Results;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import java.util.function.Function;

/** A build under its settings, and what runs scenarios with it. */
record Side(ComparisonReport.Side described, Function<Scenario, Results> runs) {}
