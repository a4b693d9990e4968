package io.igregulator.webhooks.embedded;

/** Starts both temporary servers, says where, and waits to be killed. */
final class TemporaryServersMain {

    private TemporaryServersMain() {}

    public static void main(String[] args) throws Exception {
        var infrastructure = (EmbeddedInfrastructure) Infrastructure.shared();
        try (var connection = infrastructure.postgres().connect("postgres");
                var rows = connection.createStatement().executeQuery("SHOW data_directory")) {
            rows.next();
            System.out.println(infrastructure.postgres().pid() + " " + rows.getString(1));
        }
        Thread.currentThread().join();
    }
}
