package io.igregulator.webhooks.worker.fanout;

import io.igregulator.webhooks.id.AccountId;
import io.igregulator.webhooks.id.EndpointId;
import java.util.Arrays;
import java.util.UUID;

/** The endpoints that get an event, their accounts and their versions: numbers in one array, as there may be tens of thousands. */
final class Recipients {
    private static final int NUMBERS = 5;

    private final long[] numbers;

    private Recipients(long[] numbers) {
        this.numbers = numbers;
    }

    int count() {
        return numbers.length / NUMBERS;
    }

    EndpointId endpoint(int index) {
        return new EndpointId(new UUID(numbers[index * NUMBERS], numbers[index * NUMBERS + 1]));
    }

    AccountId account(int index) {
        return new AccountId(new UUID(numbers[index * NUMBERS + 2], numbers[index * NUMBERS + 3]));
    }

    /** The endpoint's version at the time of the decision. */
    long version(int index) {
        return numbers[index * NUMBERS + 4];
    }

    /** Collects them. */
    static final class Builder {
        private long[] numbers = new long[8 * NUMBERS];
        private int length;

        void add(UUID endpoint, UUID account, long version) {
            if (length == numbers.length) {
                numbers = Arrays.copyOf(numbers, 2 * length);
            }
            numbers[length] = endpoint.getMostSignificantBits();
            numbers[length + 1] = endpoint.getLeastSignificantBits();
            numbers[length + 2] = account.getMostSignificantBits();
            numbers[length + 3] = account.getLeastSignificantBits();
            numbers[length + 4] = version;
            length += NUMBERS;
        }

        Recipients build() {
            return new Recipients(Arrays.copyOf(numbers, length));
        }
    }
}
