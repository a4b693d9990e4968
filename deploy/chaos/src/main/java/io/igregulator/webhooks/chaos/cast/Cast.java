package io.igregulator.webhooks.chaos.cast;

import io.igregulator.webhooks.event.EventType;
import io.igregulator.webhooks.stack.event.LicensedOperator;
import io.igregulator.webhooks.stack.event.Register;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/** Who takes part in a run: the same accounts and endpoints for the same random numbers. */
public record Cast(List<Set<String>> watchlists, List<Member> members) {
    private static final int ACCOUNTS = 3;
    private static final int TYPES_EACH = 2;

    /** One endpoint in two misbehaves, a sixth of these in each way. */
    private static final List<Temper> TEMPERS =
            List.of(Temper.SLOW, Temper.FLAPPING, Temper.HANGING, Temper.BROKEN, Temper.DEAD, Temper.SURPLUS);

    private static final int ONE_IN = 2;

    private static final List<EventType> TYPES = List.copyOf(Subscription.FROM_SYSTEMS);

    public Cast {
        watchlists = List.copyOf(watchlists);
        members = List.copyOf(members);
    }

    public static Cast of(int endpoints, RandomGenerator random) {
        var watchlists = new ArrayList<Set<String>>();
        for (int account = 0; account < ACCOUNTS; account++) {
            watchlists.add(watchlist(account));
        }
        var members = new ArrayList<Member>();
        for (int number = 0; number < endpoints; number++) {
            members.add(member(number, watchlists, random));
        }
        return new Cast(watchlists, members);
    }

    private static Set<String> watchlist(int account) {
        var watched = new HashSet<String>();
        List<LicensedOperator> operators = Register.OPERATORS;
        for (int i = account; i < operators.size(); i += ACCOUNTS) {
            watched.add(operators.get(i).slug());
        }
        return watched;
    }

    private static Member member(int number, List<Set<String>> watchlists, RandomGenerator random) {
        var temper = number % ONE_IN == 0 ? Temper.HEALTHY : TEMPERS.get(number / ONE_IN % TEMPERS.size());
        int owner = number % watchlists.size();
        boolean watchlistOnly = random.nextBoolean();
        var subscription = new Subscription(types(random), watchlistOnly, watchlists.get(owner));
        return new Member("%s-%02d".formatted(temper.label(), number), temper, owner, subscription);
    }

    private static Set<EventType> types(RandomGenerator random) {
        var types = EnumSet.noneOf(EventType.class);
        while (types.size() < TYPES_EACH) {
            types.add(TYPES.get(random.nextInt(TYPES.size())));
        }
        return types;
    }
}
