package io.igregulator.webhooks.benchmark.run;

import io.igregulator.webhooks.benchmark.raw.Yardstick;
import io.igregulator.webhooks.benchmark.receive.Certificate;
import io.igregulator.webhooks.benchmark.receive.Receiver;
import io.igregulator.webhooks.benchmark.scenario.Scenario;
import io.igregulator.webhooks.stack.AotCache;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.DataFolder;
import io.igregulator.webhooks.stack.Jars;
import io.igregulator.webhooks.stack.PortWishes;
import io.igregulator.webhooks.stack.Shutdown;
import io.igregulator.webhooks.stack.Stack;
import io.igregulator.webhooks.stack.StackPlan;
import io.igregulator.webhooks.stack.TemporaryFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** One scenario from the making of its folder to its removal. */
final class RunScenario {
    /** Arrivals that the receiver has room for. */
    private static final int CAPACITY = 4_000_000;

    private final Scenario scenario;
    private final RunSettings settings;
    private final Jars jars;
    private final RawLimits limits;
    private final Console console;

    RunScenario(Scenario scenario, RunSettings settings, Jars jars, RawLimits limits, Console console) {
        this.scenario = scenario;
        this.settings = settings;
        this.jars = jars;
        this.limits = limits;
        this.console = console;
    }

    /** @param maximum deliveries per second that a rate is a share of */
    ScenarioResult run(double maximum) {
        var shutdown = new Shutdown(console);
        try {
            return run(maximum, shutdown);
        } finally {
            shutdown.run();
        }
    }

    private ScenarioResult run(double maximum, Shutdown shutdown) {
        var temporary = settings.data()
                .map(data -> TemporaryFolder.createIn(data, "benchmark", console))
                .orElseGet(() -> TemporaryFolder.create("benchmark", console));
        shutdown.add(temporary);
        var folder = DataFolder.open(temporary.path());
        shutdown.add(folder);
        Optional<Certificate> tls = scenario.tls() ? Optional.of(Certificate.make(folder.path())) : Optional.empty();
        var receiver = Receiver.start(folder.logs(), scenario.routes(), CAPACITY, scenario.cold(), tls);
        shutdown.add(receiver);
        Optional<Yardstick> yardstick = scenario.delivers()
                ? Optional.of(limits.before(scenario, receiver, tls, folder.logs()))
                : Optional.empty();
        var stack = new Stack(
                new StackPlan(jars, folder, PortWishes.ANY, 1, workerSettings(tls), settings.jvm(), AotCache.USED),
                Console.silent());
        shutdown.add(stack);
        var platform =
                new StartPlatform(scenario, folder, stack, receiver, new Random(settings.seed()), console).start();
        var result = run(platform, maximum);
        // Raw has the machine for itself.
        stack.close();
        var compared = yardstick
                .map(before -> scenario.rawAgain()
                        ? before.after(limits.again(scenario, receiver, tls, folder.logs()))
                        : before)
                .map(result::beside)
                .orElse(result);
        if (result.passed() && !settings.keep()) {
            temporary.forget();
        }
        return compared;
    }

    private ScenarioResult run(Platform platform, double maximum) {
        return switch (scenario.kind()) {
            case API -> new ApiRun(scenario, platform, console).run();
            case START -> new StartRun(scenario, platform, console).run();
            case SATURATE, RATE, BURST ->
                new DeliveryRun(scenario, platform, maximum, settings.seed(), recording(), console).run();
        };
    }

    private Map<String, Object> workerSettings(Optional<Certificate> tls) {
        var worker = new HashMap<>(scenario.worker());
        tls.ifPresent(certificate -> {
            worker.put("spring.ssl.bundle.pem.receivers.truststore.certificate", "file:" + certificate.authority());
            worker.put("webhooks.http.ssl-bundle", "receivers");
        });
        worker.putAll(settings.worker());
        return worker;
    }

    private Optional<Path> recording() {
        return settings.profile().map(folder -> {
            try {
                return Files.createDirectories(folder).resolve(scenario.name() + ".jfr");
            } catch (IOException e) {
                throw new CommandFailure("Cannot make " + folder + ".", e);
            }
        });
    }
}
