package io.igregulator.webhooks.local.stack;

import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.embedded.KafkaBrokerMain;
import io.igregulator.webhooks.embedded.KafkaTopics;
import io.igregulator.webhooks.embedded.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;

/** A stack whose parts are started, broken and mended one by one; nothing here minds when one of them ends. */
public final class BreakableStack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Duration PAUSE = Duration.ofMillis(100);

    private final StackPlan plan;
    private final Ports ports;
    private final StackSecrets secrets;
    private final ProcessRecords records;
    private final HealthProbe health = new HealthProbe();
    private final PostgresPart postgres;
    private final ChildPart kafka;
    private final ChildPart api;
    private final List<ChildPart> workers;

    /** Starts nothing yet; the plan's number of workers are those that can ever run at a time. */
    public BreakableStack(StackPlan plan) {
        this.plan = plan;
        this.ports = ChoosePorts.choose(plan.folder(), plan.ports(), plan.workers());
        this.secrets = StackSecrets.of(plan.folder());
        this.records = new ProcessRecords(plan.folder());
        this.postgres = new PostgresPart(
                PostgresServer.Options.kept(plan.folder().file("postgres")).withPort(ports.postgres()), records);
        this.kafka = broker();
        var settings = new ServiceSettings(ports, secrets);
        this.api = service("api-service", plan.jars().api(), apiEnvironment(settings), ports.operator());
        this.workers = IntStream.range(0, ports.workers().size())
                .mapToObj(index -> worker(settings, index))
                .toList();
    }

    private ChildPart broker() {
        var command = JavaCommand.ofMain(
                KafkaBrokerMain.class,
                "384m",
                plan.jvm(),
                List.of(
                        plan.folder().file("kafka").toString(),
                        Integer.toString(ports.kafka()),
                        Integer.toString(ports.kafkaController())));
        return part("kafka", command, Map.of(), () -> HealthProbe.accepts(ports.kafka()));
    }

    private ChildPart worker(ServiceSettings settings, int index) {
        int port = ports.workers().get(index);
        var environment = settings.ofWorker(port, jdbcUrl(), plan.workerSettings());
        return service("delivery-worker-" + (index + 1), plan.jars().worker(), environment, port);
    }

    private Map<String, String> apiEnvironment(ServiceSettings settings) {
        return settings.ofApi(jdbcUrl());
    }

    private ChildPart service(String name, Path jar, Map<String, String> environment, int healthPort) {
        URI url = RunningStack.url(healthPort);
        return part(name, JavaCommand.ofJar(jar, "256m", plan.jvm(), plan.aot()), environment, () -> health.ready(url));
    }

    private ChildPart part(
            String name, List<String> command, Map<String, String> environment, BooleanSupplier answers) {
        return new ChildPart(name, plan.folder().logs(), command, environment, answers, records);
    }

    /** Starts everything, of the workers the first so many, and returns when all is ready. */
    public void start(int firstWorkers) {
        kafka.start();
        postgres.start();
        postgres.createDatabase(ServiceSettings.DATABASE);
        awaitReady(kafka);
        KafkaTopics.create(bootstrapServers(), TopicLayout.topics().toArray(NewTopic[]::new));
        api.start();
        var first = workers.subList(0, firstWorkers);
        first.forEach(Part::start);
        awaitReady(api);
        first.forEach(BreakableStack::awaitReady);
    }

    private static void awaitReady(ChildPart part) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!part.ready()) {
            if (!part.running()) {
                throw part.explain("ended");
            }
            if (System.nanoTime() > deadline) {
                throw part.explain("was not ready within " + PATIENCE.toSeconds() + " s");
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    public Part postgres() {
        return postgres;
    }

    /** Of the PostgreSQL that runs now. */
    public Failover failover() {
        return postgres.failover();
    }

    public Part kafka() {
        return kafka;
    }

    public Part api() {
        return api;
    }

    public List<Part> workers() {
        return List.copyOf(workers);
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + ports.kafka();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + Ports.HOST + ":" + ports.postgres() + "/" + ServiceSettings.DATABASE;
    }

    public URI apiUrl() {
        return RunningStack.url(ports.api());
    }

    public URI operatorUrl() {
        return RunningStack.url(ports.operator());
    }

    /** Where each worker tells of its health and metrics. */
    public List<URI> workerUrls() {
        return ports.workers().stream().map(RunningStack::url).toList();
    }

    /** Where the receiver is to listen. */
    public int receiverPort() {
        return ports.receiver();
    }

    public StackSecrets secrets() {
        return secrets;
    }

    /** Thaws and stops whatever runs: services first, then Kafka, then PostgreSQL. */
    @Override
    public void close() {
        var inOrder = new ArrayList<Part>(workers.reversed());
        inOrder.addAll(List.of(api, kafka, postgres));
        inOrder.forEach(Part::retire);
        records.clear();
    }
}
