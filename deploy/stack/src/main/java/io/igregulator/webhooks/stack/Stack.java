package io.igregulator.webhooks.stack;

import io.igregulator.webhooks.embedded.Failover;
import io.igregulator.webhooks.embedded.KafkaBrokerMain;
import io.igregulator.webhooks.embedded.KafkaTopics;
import io.igregulator.webhooks.embedded.PostgresServer;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.NewTopic;

/**
 * PostgreSQL, Kafka, the topics, the api-service and the workers: started in order and stopped in order, and each part can be
 * killed, frozen and started again by itself.
 */
public final class Stack implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final StackPlan plan;
    private final Console console;
    private final Ports ports;
    private final StackSecrets secrets;
    private final ProcessRecords records;
    private final CompletableFuture<CommandFailure> failure = new CompletableFuture<>();
    private final HealthProbe health = new HealthProbe();
    private final PostgresPart postgres;
    private final ChildPart kafka;
    private final ChildPart api;
    private final List<ChildPart> workers;
    private final Map<ChildPart, Function<Jars, Path>> services = new LinkedHashMap<>();
    private final List<ChildPart> more = new CopyOnWriteArrayList<>();
    private final Map<Part, Long> launchedAt = new HashMap<>();

    /** Chooses the ports and starts nothing yet; the plan's number of workers is the most that ever run at once. */
    public Stack(StackPlan plan, Console console) {
        this.plan = plan;
        this.console = console;
        this.ports = ChoosePorts.choose(plan.folder(), plan.ports(), plan.workers());
        this.secrets = StackSecrets.of(plan.folder());
        this.records = new ProcessRecords(plan.folder());
        this.postgres = new PostgresPart(
                PostgresServer.Options.kept(plan.folder().file(PostgresPart.NAME))
                        .withPort(ports.postgres()),
                plan.folder().file(PostgresPart.NAME).resolve("postgres.log"),
                records,
                failure::complete);
        this.kafka = broker();
        var settings = new ServiceSettings(ports, secrets);
        this.api = service("api-service", Jars::api, settings.ofApi(jdbcUrl()), ports.operator());
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
        String name = index == 0 ? "delivery-worker" : "delivery-worker-" + (index + 1);
        return service(name, Jars::worker, settings.ofWorker(port, jdbcUrl(), plan.workerSettings()), port);
    }

    private ChildPart service(String name, Function<Jars, Path> jar, Map<String, String> environment, int healthPort) {
        URI url = url(healthPort);
        ChildPart part = part(name, command(jar.apply(plan.jars())), environment, () -> health.ready(url));
        services.put(part, jar);
        return part;
    }

    private List<String> command(Path jar) {
        return JavaCommand.ofJar(jar, "256m", plan.jvm(), plan.aot());
    }

    /** Each service runs from these from its next start on. */
    public void use(Jars jars) {
        services.forEach((part, jar) -> part.becomes(command(jar.apply(jars))));
    }

    /** A second API beside the first, not started yet, for a run in which one of them answers at all times. */
    public Part anotherApi(int port, int operatorPort) {
        var settings = new ServiceSettings(ports.withApi(port, operatorPort), secrets);
        ChildPart part = service("api-service-b", Jars::api, settings.ofApi(jdbcUrl()), operatorPort);
        more.add(part);
        return part;
    }

    private ChildPart part(
            String name, List<String> command, Map<String, String> environment, BooleanSupplier answers) {
        return new ChildPart(name, plan.folder().logs(), command, environment, answers, records, failure::complete);
    }

    /** Starts every part, and all workers of the plan. */
    public void start() {
        start(workers.size());
    }

    /**
     * Starts every part but only the first workers, and returns when all of them are ready.
     *
     * @throws CommandFailure if a part ends or is not ready in time
     */
    public void start(int firstWorkers) {
        var first = workers.subList(0, firstWorkers);
        launch(kafka);
        launch(postgres);
        postgres.createDatabase(ServiceSettings.DATABASE);
        awaitReady(postgres, Ports.HOST + ":" + ports.postgres());
        awaitReady(kafka, bootstrapServers());
        KafkaTopics.create(bootstrapServers(), TopicLayout.topics().toArray(NewTopic[]::new));
        launch(api);
        first.forEach(this::launch);
        awaitReady(api, apiUrl().toString());
        for (int i = 0; i < firstWorkers; i++) {
            awaitReady(first.get(i), workerUrls().get(i).toString());
        }
    }

    private void launch(Part part) {
        console.starting(part.name());
        launchedAt.put(part, System.nanoTime());
        part.start();
    }

    private void awaitReady(Part part, String address) {
        if (!Await.until(() -> part.ready() || failure.isDone(), PATIENCE)) {
            throw part.explain("was not ready within " + PATIENCE.toSeconds() + " s");
        }
        if (failure.isDone()) {
            throw failure.join();
        }
        console.ready(part.name(), Duration.ofNanos(System.nanoTime() - launchedAt.getOrDefault(part, 0L)), address);
    }

    /** Completes when a part ends that was not asked to end. */
    public CompletableFuture<CommandFailure> failure() {
        return failure;
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

    /** The parts that run, in the order in which they start. */
    public List<Part> running() {
        var parts = new ArrayList<Part>(List.of(kafka, postgres, api));
        parts.addAll(workers);
        return parts.stream().filter(Part::running).toList();
    }

    public Ports ports() {
        return ports;
    }

    public String bootstrapServers() {
        return Ports.HOST + ":" + ports.kafka();
    }

    public String jdbcUrl() {
        return "jdbc:postgresql://" + Ports.HOST + ":" + ports.postgres() + "/" + ServiceSettings.DATABASE;
    }

    public URI apiUrl() {
        return url(ports.api());
    }

    public URI operatorUrl() {
        return url(ports.operator());
    }

    /** Where each worker of the plan serves its health and metrics. */
    public List<URI> workerUrls() {
        return ports.workers().stream().map(Stack::url).toList();
    }

    public URI receiverUrl() {
        return url(ports.receiver());
    }

    public StackSecrets secrets() {
        return secrets;
    }

    public Path dataFolder() {
        return plan.folder().path();
    }

    private static URI url(int port) {
        return URI.create("http://" + Ports.HOST + ":" + port);
    }

    /**
     * Stops the workers, the api-service, Kafka, then PostgreSQL, so that each finds what it needs to stop in order. A start that
     * is under way in another thread starts nothing more.
     */
    @Override
    public void close() {
        var inOrder = new ArrayList<Part>(workers.reversed());
        inOrder.addAll(more);
        inOrder.addAll(List.of(api, kafka, postgres));
        inOrder.forEach(Part::retire);
        records.clear();
    }
}
