package io.igregulator.webhooks.api.port;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Connector;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/** Marks which connector a request came through: a port number would not do, two addresses may share one. */
final class SideValve extends ValveBase {
    private final Connector operator;

    SideValve(Connector operator) {
        super(true);
        this.operator = operator;
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        request.setAttribute(Side.ATTRIBUTE, request.getConnector().equals(operator) ? Side.ADMIN : Side.PUBLIC);
        getNext().invoke(request, response);
    }
}
