package io.igregulator.webhooks.chaos.receive;

import io.igregulator.webhooks.chaos.cast.Member;
import io.igregulator.webhooks.id.EndpointId;
import io.igregulator.webhooks.stack.receiver.Hooks;
import io.igregulator.webhooks.stack.receiver.Receiver;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The subscribers' side: one server that answers, and one that does so only after the remedy. */
public final class Receivers implements AutoCloseable {
    private final Hooks hooks = new Hooks();
    private final Remedy remedy = new Remedy();
    private final Map<String, List<String>> secrets = new ConcurrentHashMap<>();
    private final ClosedPort closed = ClosedPort.take();
    private final InstantSource clock;
    private final ReceiverLog log;
    private final Receiver open;
    private final SurplusPort surplus;
    private @Nullable Receiver reopened;

    public Receivers(int port, InstantSource clock) {
        // The server closes more than 200 idle connections; a worker would meet that as a failing receiver.
        System.setProperty("sun.net.httpserver.maxIdleConnections", "5000");
        this.clock = clock;
        this.log = new ReceiverLog(clock);
        this.open = Receiver.start(port, hooks, clock, log);
        this.surplus = SurplusPort.open(open.url("any").getPort(), remedy);
    }

    public URI url(Member member, int address) {
        var url = open.url(member.hook(address));
        return switch (member.temper()) {
            case DEAD -> at(closed.number(), url);
            // The slow ones are another account's; what their neighbours write must not decide over them.
            case SURPLUS, SLOW -> at(surplus.number(), url);
            case HEALTHY, FLAPPING, HANGING, BROKEN -> url;
        };
    }

    private static URI at(int port, URI url) {
        return URI.create("http://127.0.0.1:" + port + url.getPath());
    }

    /** Before the platform may learn the address. */
    public void prepare(Member member, EndpointId endpoint, int address) {
        String hook = member.hook(address);
        hooks.learn(hook, known(member));
        hooks.behave(hook, new Conduct(member.temper(), remedy, clock));
        log.expect(hook, endpoint, address);
    }

    /** A secret that the API showed; every address of the endpoint accepts it. */
    public void learn(Member member, int addresses, String secret) {
        var all = new ArrayList<>(known(member));
        all.add(secret);
        secrets.put(member.name(), List.copyOf(all));
        for (int address = 0; address < addresses; address++) {
            hooks.learn(member.hook(address), all);
        }
    }

    private List<String> known(Member member) {
        return secrets.getOrDefault(member.name(), List.of());
    }

    /** From now on every receiver answers as it should. */
    public void heal() {
        remedy.give();
        int port = closed.number();
        closed.release();
        reopened = Receiver.start(port, hooks, clock, log);
    }

    public ReceiverLog log() {
        return log;
    }

    @Override
    public void close() {
        remedy.give();
        surplus.close();
        open.close();
        if (reopened != null) {
            reopened.close();
        }
    }
}
