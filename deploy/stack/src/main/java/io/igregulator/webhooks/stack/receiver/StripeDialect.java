package io.igregulator.webhooks.stack.receiver;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code X-iGregulator-Signature: t=…,v1=…[,v1=…]} after the public contract. */
final class StripeDialect {
    private static final String HEADER = "X-iGregulator-Signature";
    private static final Pattern SHAPE = Pattern.compile("t=(\\d{1,12})((?:,v1=[0-9a-f]{64})+)");
    private static final Pattern SIGNATURE = Pattern.compile(",v1=([0-9a-f]{64})");

    private StripeDialect() {}

    static DialectResult read(ReceivedRequest request, List<String> secrets) throws MalformedSignature {
        String header = request.header(HEADER).orElseThrow(() -> new MalformedSignature("no " + HEADER));
        Matcher shape = SHAPE.matcher(header);
        if (!shape.matches()) {
            throw new MalformedSignature("malformed " + HEADER);
        }
        List<byte[]> keys = secrets.stream()
                .map(secret -> secret.getBytes(StandardCharsets.UTF_8))
                .toList();
        var signers = new ArrayList<Integer>();
        Matcher signature = SIGNATURE.matcher(shape.group(2));
        while (signature.find()) {
            byte[] bytes = HexFormat.of().parseHex(signature.group(1));
            signers.add(Hmac.signer(bytes, shape.group(1) + ".", request.body(), keys));
        }
        return new DialectResult(Long.parseLong(shape.group(1)), signers);
    }
}
