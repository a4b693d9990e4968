package io.igregulator.webhooks.chaos.restore;

import io.igregulator.webhooks.chaos.cast.Temper;
import io.igregulator.webhooks.chaos.trial.Trial;
import io.igregulator.webhooks.embedded.PostgresServer;
import io.igregulator.webhooks.stack.Await;
import io.igregulator.webhooks.stack.CommandFailure;
import io.igregulator.webhooks.stack.Console;
import io.igregulator.webhooks.stack.Part;
import io.igregulator.webhooks.stack.Project;
import io.igregulator.webhooks.stack.Reason;
import io.igregulator.webhooks.stack.Stack;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;

/**
 * Copies PostgreSQL, continues, and puts the copy back, as {@code deploy/restore.md} says. Every second endpoint answers 503 until
 * then, so that deliveries of after the copy wait in PostgreSQL and nowhere else: without the reset of the offsets they are lost.
 */
public final class RestoreRun implements AutoCloseable {
    private static final Duration MARGIN = Duration.ofMinutes(5);
    private static final int THIRDS = 3;

    private final Stack stack;
    private final Console console;
    private final InstantSource clock;
    private final Trial trial;

    public RestoreRun(Stack stack, Console console, InstantSource clock) {
        this.stack = stack;
        this.console = console;
        this.clock = clock;
        this.trial = new Trial(stack, clock);
    }

    /** @param events in three parts: before the copy, after it, and after the restore */
    public Restoration run(int endpoints, int events) {
        trial.create(
                "restore",
                endpoints,
                number -> number % 2 == 0 ? Temper.HEALTHY : Temper.BROKEN,
                trial.owner("Subscriber"));
        int healthy = (endpoints + 1) / 2;
        int part = Math.max(1, events / THIRDS);
        trial.publish(part);
        await(part * healthy, "The first events did not arrive.");
        Path data = stack.dataFolder().resolve(stack.postgres().name());
        Path copy = stack.dataFolder().resolve("copy");
        console.say("Copying PostgreSQL.");
        stopServices();
        stack.postgres().stop();
        Instant copied = clock.instant();
        CopyFolder.copy(data, copy);
        trial.start(stack.postgres());
        startServices();
        trial.publish(part);
        await(2 * part * healthy, "The events after the copy did not arrive.");
        Await.until(() -> rows() >= 2L * part * endpoints, Trial.PATIENCE, Trial.LOOK);
        long before = rows();
        console.say("Restoring the copy.");
        Instant begun = clock.instant();
        stopServices();
        stack.postgres().stop();
        CopyFolder.copy(copy, data);
        trial.start(stack.postgres());
        long endangered = before - rows();
        restored();
        RewindGroups.to(copied.minus(MARGIN), stack.bootstrapServers());
        trial.receivers().heal();
        startServices();
        trial.publish(part);
        int wanted = THIRDS * part * endpoints;
        trial.awaitArrivals(wanted);
        return new Restoration(
                wanted,
                endangered,
                trial.repeated(),
                wanted - trial.different(),
                Duration.between(begun, clock.instant()));
    }

    private void await(int arrivals, String otherwise) {
        if (!trial.awaitArrivals(arrivals)) {
            throw new CommandFailure(otherwise);
        }
    }

    /** Deliveries that PostgreSQL knows. One that was parked at once has no row in the history. */
    private long rows() {
        try (var connection = connect();
                var statement = connection.createStatement();
                var found = statement.executeQuery(
                        "SELECT count(*) FROM (SELECT id FROM delivery UNION SELECT delivery_id FROM waiting_delivery) d")) {
            return found.next() ? found.getLong(1) : 0;
        } catch (SQLException e) {
            throw new CommandFailure("Cannot count deliveries: " + e.getMessage(), e);
        }
    }

    private Connection connect() throws SQLException {
        return DriverManager.getConnection(stack.jdbcUrl(), PostgresServer.USER, PostgresServer.PASSWORD);
    }

    /** Workers last: a group that has members cannot be reset. */
    private void stopServices() {
        stack.api().stop();
        stack.workers().stream().filter(Part::running).forEach(Part::stop);
    }

    private void startServices() {
        var services = new ArrayList<Part>(stack.workers().subList(0, 2));
        services.add(stack.api());
        services.forEach(trial::start);
    }

    private void restored() {
        Path script = Project.folder().resolve("deploy/postgres/restored.sql");
        try (var connection = connect();
                var statement = connection.createStatement()) {
            statement.execute(Files.readString(script));
        } catch (IOException e) {
            throw new CommandFailure("Cannot read " + script + ": " + Reason.of(e) + ".", e);
        } catch (SQLException e) {
            throw new CommandFailure(script + " failed: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        trial.close();
    }
}
