package io.igregulator.webhooks.figures;

import io.igregulator.webhooks.id.EndpointId;
import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * How many attempts of a time span came to what, per endpoint. Stored as 21 bytes per endpoint and class: its id, the code and the
 * count. An endpoint's entries stand together, so that the database cuts out one endpoint's without taking the rest apart.
 */
public final class AttemptCounts {
    /** How many parts a minute has, so that who reads an endpoint's figures does not read all others'. */
    public static final int PARTS = 256;

    private static final int ENTRY = 2 * Long.BYTES + Byte.BYTES + Integer.BYTES;

    /** The most bytes that one endpoint's entries take. */
    public static final int MOST_BYTES = ENTRY * AttemptClass.MOST;

    private static final Comparator<Key> ORDER = Comparator.comparing(Key::endpoint)
            .thenComparingInt(key -> key.attempts().code());

    private final Map<Key, Integer> counts = new HashMap<>();

    private record Key(UUID endpoint, AttemptClass attempts) {}

    /** Uses one entry. */
    @FunctionalInterface
    public interface Entry {
        void count(AttemptClass attempts, int count);
    }

    /** The part that an endpoint's figures are in. */
    public static int part(EndpointId endpoint) {
        return part(endpoint.value());
    }

    private static int part(UUID endpoint) {
        return (int) (endpoint.getLeastSignificantBits() & (PARTS - 1));
    }

    /** As it stands in what is stored, to be searched for. */
    public static byte[] bytes(EndpointId endpoint) {
        return ByteBuffer.allocate(2 * Long.BYTES)
                .putLong(endpoint.value().getMostSignificantBits())
                .putLong(endpoint.value().getLeastSignificantBits())
                .array();
    }

    public void add(EndpointId endpoint, AttemptClass attempts) {
        add(endpoint.value(), attempts, 1);
    }

    /** Adds what {@link #stored} returned. */
    public void add(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        while (bytes.remaining() >= ENTRY) {
            add(new UUID(bytes.getLong(), bytes.getLong()), AttemptClass.ofCode(bytes.get()), bytes.getInt());
        }
    }

    /** The same, each endpoint's in its {@link #part}. */
    public Map<Integer, AttemptCounts> byPart() {
        Map<Integer, AttemptCounts> parts = new HashMap<>();
        counts.forEach((key, count) -> parts.computeIfAbsent(part(key.endpoint()), none -> new AttemptCounts())
                .add(key.endpoint(), key.attempts(), count));
        return parts;
    }

    /** Reads the entries that what is stored begins with, as far as they are this endpoint's. */
    public static void read(EndpointId endpoint, byte[] stored, Entry use) {
        ByteBuffer bytes = ByteBuffer.wrap(stored);
        while (bytes.remaining() >= ENTRY && endpoint.value().equals(new UUID(bytes.getLong(), bytes.getLong()))) {
            use.count(AttemptClass.ofCode(bytes.get()), bytes.getInt());
        }
    }

    public byte[] stored() {
        List<Key> keys = counts.keySet().stream().sorted(ORDER).toList();
        ByteBuffer bytes = ByteBuffer.allocate(keys.size() * ENTRY);
        for (Key key : keys) {
            bytes.putLong(key.endpoint().getMostSignificantBits())
                    .putLong(key.endpoint().getLeastSignificantBits())
                    .put((byte) key.attempts().code())
                    .putInt(counts.getOrDefault(key, 0));
        }
        return bytes.array();
    }

    private void add(UUID endpoint, AttemptClass attempts, int count) {
        counts.merge(new Key(endpoint, attempts), count, Integer::sum);
    }
}
