package io.igregulator.webhooks.api.admin;

import io.igregulator.webhooks.api.account.AccountPosition;
import io.igregulator.webhooks.api.web.Cursor;
import io.igregulator.webhooks.id.AccountId;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.UUID;

/** The last account of a page: its id, then its name. */
final class AccountCursor {
    private static final int ID_BYTES = 2 * Long.BYTES;
    private static final int MAX_NAME_BYTES = 4 * AccountFields.MAX_NAME;

    private AccountCursor() {}

    static String of(AccountPosition last) {
        byte[] name = last.name().getBytes(StandardCharsets.UTF_8);
        UUID id = last.id().value();
        return Cursor.encode(ByteBuffer.allocate(ID_BYTES + name.length)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .put(name)
                .array());
    }

    static AccountPosition parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Cursor.decode(text, ID_BYTES + 1, ID_BYTES + MAX_NAME_BYTES));
        AccountId id = new AccountId(new UUID(bytes.getLong(), bytes.getLong()));
        AccountPosition position =
                new AccountPosition(StandardCharsets.UTF_8.decode(bytes).toString(), id);
        // Not one of ours: what is not UTF-8 was replaced. No name that is stored holds U+0000.
        if (position.name().indexOf(0) >= 0 || !of(position).equals(text)) {
            throw Cursor.foreign();
        }
        return position;
    }
}
