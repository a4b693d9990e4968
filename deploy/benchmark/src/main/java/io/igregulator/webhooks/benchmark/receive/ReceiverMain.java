package io.igregulator.webhooks.benchmark.receive;

import java.io.BufferedReader;
import java.io.FileInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.List;
import java.util.stream.Collectors;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/**
 * The receiver's process: says its ports, then answers one line to each line; it ends with its input.
 *
 * <p>Arguments: number of ports, arrivals to remember, {@code keep} or {@code close} connections, and for HTTPS a PKCS#12
 * file and its password.
 */
public final class ReceiverMain {
    private ReceiverMain() {}

    public static void main(String[] arguments) throws Exception {
        int routes = Integer.parseInt(arguments[0]);
        var log = new ArrivalLog(Integer.parseInt(arguments[1]));
        boolean closing = arguments[2].equals("close");
        var ports = arguments.length > 3
                ? startTls(routes, closing, context(Path.of(arguments[3]), arguments[4]), log)
                : startPlain(routes, closing, log);
        System.out.println(ports.stream().map(String::valueOf).collect(Collectors.joining(",")));
        obey(log);
        System.exit(0);
    }

    private static List<Integer> startPlain(int routes, boolean closing, ArrivalLog log) throws IOException {
        var receiver = new PlainReceiver(routes, closing, log);
        Thread.ofPlatform().daemon().start(receiver);
        return receiver.ports();
    }

    private static List<Integer> startTls(int routes, boolean closing, SSLContext tls, ArrivalLog log)
            throws IOException {
        var receiver = new TlsReceiver(routes, closing, tls, log);
        receiver.start();
        return receiver.ports();
    }

    private static SSLContext context(Path store, String password) throws IOException, GeneralSecurityException {
        var keys = KeyStore.getInstance("PKCS12");
        try (var in = new FileInputStream(store.toFile())) {
            keys.load(in, password.toCharArray());
        }
        var managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, password.toCharArray());
        var context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private static void obey(ArrivalLog log) throws IOException {
        var in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            if (line.equals("count")) {
                System.out.println(log.accepted() + " " + log.all());
            } else if (line.equals("clear")) {
                log.clear();
                System.out.println("cleared");
            } else if (line.startsWith("write ")) {
                log.write(Path.of(line.substring("write ".length())));
                System.out.println("written");
            } else {
                System.out.println("unknown");
            }
        }
    }
}
