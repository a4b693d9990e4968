package io.igregulator.webhooks.local.stack;

import io.igregulator.webhooks.embedded.KafkaBrokerMain;
import io.igregulator.webhooks.embedded.KafkaTopics;
import io.igregulator.webhooks.embedded.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.apache.kafka.clients.admin.NewTopic;

/** Starts PostgreSQL, Kafka, the topics, the api-service and the workers, and tells when one of them dies. */
public final class Stack implements AutoCloseable {
    private static final String POSTGRES = "postgres";
    private static final String KAFKA = "kafka";
    private static final String API = "api-service";
    private static final String WORKER = "delivery-worker";

    private final StackPlan plan;
    private final Console console;
    private final StackParts parts;
    private final Readiness readiness;

    public Stack(StackPlan plan, Console console) {
        this.plan = plan;
        this.console = console;
        this.parts = new StackParts(new ProcessRecords(plan.folder()));
        this.readiness = new Readiness(new HealthProbe(), parts.failure());
    }

    /** Returns when every part is ready. */
    public RunningStack start() {
        var ports = ChoosePorts.choose(plan.folder(), plan.ports(), plan.workers());
        var secrets = StackSecrets.of(plan.folder());
        var kafka = startKafka(ports);
        var postgres = startPostgres(ports);
        prepareKafka(kafka, ports);
        startServices(ports, new ServiceSettings(ports, secrets), postgres);
        return new RunningStack(
                ports,
                secrets,
                postgres.jdbcUrl(ServiceSettings.DATABASE),
                PostgresServer.USER,
                PostgresServer.PASSWORD,
                plan.folder().path(),
                parts.processes(),
                logs());
    }

    /** Completes when a part ends that nobody asked to end. */
    public CompletableFuture<LocalFailure> failure() {
        return parts.failure();
    }

    private ChildProcess startKafka(Ports ports) {
        console.starting(KAFKA);
        var command = JavaCommand.ofMain(
                KafkaBrokerMain.class,
                "256m",
                plan.jvm(),
                List.of(
                        plan.folder().file("kafka").toString(),
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.kafkaController())));
        return parts.startChild(KAFKA, log(KAFKA), command, Map.of());
    }

    private PostgresServer startPostgres(Ports ports) {
        console.starting(POSTGRES);
        var watch = new Stopwatch();
        var postgres = parts.startPostgres(
                PostgresServer.Options.kept(plan.folder().file(POSTGRES)).withPort(ports.postgres()), postgresLog());
        postgres.createDatabase(ServiceSettings.DATABASE);
        console.ready(POSTGRES, watch.elapsed(), Ports.HOST + ":" + ports.postgres());
        return postgres;
    }

    private void prepareKafka(ChildProcess kafka, Ports ports) {
        var watch = new Stopwatch();
        String address = Ports.HOST + ":" + ports.kafka();
        readiness.awaitPort(kafka, ports.kafka());
        KafkaTopics.create(address, TopicLayout.topics().toArray(NewTopic[]::new));
        console.ready(KAFKA, watch.elapsed(), address + ", topics created");
    }

    private void startServices(Ports ports, ServiceSettings settings, PostgresServer postgres) {
        String jdbcUrl = postgres.jdbcUrl(ServiceSettings.DATABASE);
        var api = startService(API, plan.jars().api(), settings.ofApi(jdbcUrl));
        var waiting = new LinkedHashMap<ChildProcess, URI>();
        for (int i = 0; i < ports.workers().size(); i++) {
            int port = ports.workers().get(i);
            var environment = settings.ofWorker(port, jdbcUrl, plan.workerSettings());
            var worker = startService(workerName(i), plan.jars().worker(), environment);
            waiting.put(worker, RunningStack.url(port));
        }
        var watch = new Stopwatch();
        awaitReady(api, RunningStack.url(ports.operator()), RunningStack.url(ports.api()), watch);
        waiting.forEach((worker, url) -> awaitReady(worker, url, url, watch));
    }

    private ChildProcess startService(String name, Path jar, Map<String, String> environment) {
        console.starting(name);
        return parts.startChild(name, log(name), JavaCommand.ofJar(jar, "256m", plan.jvm(), plan.aot()), environment);
    }

    // The api-service tells on its operator's port how it is.
    private void awaitReady(ChildProcess service, URI health, URI url, Stopwatch watch) {
        readiness.await(service, health);
        console.ready(service.name(), watch.elapsed(), url.toString());
    }

    private Map<String, Path> logs() {
        var logs = new LinkedHashMap<>(parts.logs());
        logs.put(POSTGRES, postgresLog());
        return logs;
    }

    private Path postgresLog() {
        return plan.folder().file(POSTGRES).resolve("postgres.log");
    }

    private Path log(String name) {
        return plan.folder().logs().resolve(name + ".log");
    }

    private static String workerName(int index) {
        return index == 0 ? WORKER : WORKER + "-" + (index + 1);
    }

    /** Stops all parts, the last one started first; does nothing the second time. */
    @Override
    public void close() {
        parts.close();
    }
}
