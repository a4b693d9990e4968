package io.igregulator.webhooks.url;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.net.spi.InetAddressResolver;
import java.net.spi.InetAddressResolverProvider;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;

/**
 * The JVM's resolver, in a network whose search domain has a host of every name below {@value #SEARCHED}: only a name with a
 * dot at its end keeps clear of it. Names elsewhere are the real resolver's.
 */
public final class RecordingResolver extends InetAddressResolverProvider {
    static final String SEARCHED = "searched.test";
    static final Queue<String> ASKED = new ConcurrentLinkedQueue<>();

    @Override
    public InetAddressResolver get(Configuration configuration) {
        InetAddressResolver real = configuration.builtinResolver();
        return new InetAddressResolver() {
            @Override
            public Stream<InetAddress> lookupByName(String host, LookupPolicy policy) throws UnknownHostException {
                if (host.endsWith(SEARCHED)) {
                    ASKED.add(host);
                    return Stream.of(InetAddress.ofLiteral("10.0.0.1"));
                }
                if (host.endsWith(SEARCHED + ".")) {
                    ASKED.add(host);
                    throw new UnknownHostException(host);
                }
                return real.lookupByName(host, policy);
            }

            @Override
            public String lookupByAddress(byte[] address) throws UnknownHostException {
                return real.lookupByAddress(address);
            }
        };
    }

    @Override
    public String name() {
        return "recording";
    }
}
