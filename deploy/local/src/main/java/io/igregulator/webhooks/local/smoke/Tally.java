package io.igregulator.webhooks.local.smoke;

import io.igregulator.webhooks.stack.receiver.ReceivedDelivery;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The figures of one endpoint, or the sum over all.
 *
 * @param expected deliveries the contract demands
 * @param received those of them that came and were accepted
 * @param withOld deliveries whose signatures verify with the first secret
 * @param withNew the same with the secret that the rotation made
 * @param wrong attempts with other signatures or other bytes than they must have
 * @param unexpected attempts that the contract does not allow
 * @param repeated accepted again after they had been accepted
 * @param retried attempts that the receiver refused on purpose
 */
record Tally(
        int expected, int received, int withOld, int withNew, int wrong, int unexpected, int repeated, int retried) {
    static final Tally ZERO = new Tally(0, 0, 0, 0, 0, 0, 0, 0);

    static Tally of(@Nullable Expected expected, List<ReceivedDelivery> attempts) {
        if (expected == null) {
            return new Tally(0, 0, 0, 0, 0, attempts.size(), 0, 0);
        }
        int accepted =
                count(attempts.stream().filter(ReceivedDelivery::accepted).count());
        int wrong = count(
                attempts.stream().filter(attempt -> !isRight(expected, attempt)).count());
        return new Tally(
                1,
                Math.min(1, accepted),
                verifiedWith(0, attempts),
                verifiedWith(1, attempts),
                wrong,
                0,
                Math.max(0, accepted - 1),
                attempts.size() - accepted);
    }

    Tally plus(Tally other) {
        return new Tally(
                expected + other.expected,
                received + other.received,
                withOld + other.withOld,
                withNew + other.withNew,
                wrong + other.wrong,
                unexpected + other.unexpected,
                repeated + other.repeated,
                retried + other.retried);
    }

    boolean addsUp() {
        return received == expected && withOld == expected && wrong == 0 && unexpected == 0 && repeated == 0;
    }

    private static boolean isRight(Expected expected, ReceivedDelivery attempt) {
        return attempt.verification().verified()
                && attempt.verification().signers().equals(expected.signers())
                && Arrays.equals(attempt.body(), expected.body());
    }

    private static int verifiedWith(int secret, List<ReceivedDelivery> attempts) {
        return attempts.stream().anyMatch(attempt -> attempt.verification().verifiedWith(secret)) ? 1 : 0;
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }
}
