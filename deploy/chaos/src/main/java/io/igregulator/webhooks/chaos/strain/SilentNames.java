package io.igregulator.webhooks.chaos.strain;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The services' resolver in a run: names of one kind are served by DNS servers that never answer, all others as usual. The JVMs
 * find it on their boot class path, so it needs nothing but the JDK.
 */
public final class SilentNames extends InetAddressResolverProvider implements InetAddressResolver {
    /** Any name that has this in it. */
    public static final String MARK = "never-answers";

    /** As long as a usual {@code resolv.conf} makes the system wait for two servers. */
    private static final int SECONDS = 20;

    private @Nullable InetAddressResolver system;

    @Override
    public InetAddressResolver get(Configuration configuration) {
        system = configuration.builtinResolver();
        return this;
    }

    @Override
    public String name() {
        return "silent names";
    }

    @Override
    public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
        if (host.contains(MARK)) {
            waitInVain();
            throw new UnknownHostException(host);
        }
        return builtin().lookupByName(host, policy);
    }

    @Override
    public String lookupByAddress(byte[] address) throws UnknownHostException {
        return builtin().lookupByAddress(address);
    }

    private InetAddressResolver builtin() throws UnknownHostException {
        InetAddressResolver resolver = system;
        if (resolver == null) {
            throw new UnknownHostException("not set up");
        }
        return resolver;
    }

    private static void waitInVain() {
        try {
            var _ = new CountDownLatch(1).await(SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What the JVMs need on their boot class path. */
    static String serviceFile() {
        return "META-INF/services/" + InetAddressResolverProvider.class.getName();
    }
}
