package io.igregulator.webhooks.api.console;

import static org.assertj.core.api.Assertions.assertThat;

import io.igregulator.webhooks.api.fixture.Answer;
import io.igregulator.webhooks.api.fixture.Client;
import io.igregulator.webhooks.api.fixture.RunningApi;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;

/** Asks for pages and sends their forms as a browser does, with the cookie of a session. */
record Visitor(Client client, String cookie) {
    private static HttpRequest.Builder own(HttpRequest.Builder request) {
        return request.setHeader("Sec-Fetch-Site", "same-origin");
    }

    static Visitor stranger(Client client) {
        return new Visitor(client.authorization(null), "");
    }

    static Visitor operator(RunningApi api) {
        return operator(api, RunningApi.OPERATOR_TOKEN);
    }

    static Visitor operator(RunningApi api, String token) {
        Visitor stranger = stranger(api.operator());
        return stranger.with(
                stranger.send("/console/login", Map.of("token", token)).is(303));
    }

    /** @param role viewer or editor */
    static Visitor portal(RunningApi api, String account, String role) {
        Visitor stranger = stranger(api.anonymous());
        return stranger.with(stranger.get(link(api, account, role)).is(303));
    }

    /** The path of a new link into the portal. */
    static String link(RunningApi api, String account, String role) {
        String url = api.operator()
                .post("/operator/v1/accounts/" + account + "/portal_links", "{\"role\": \"" + role + "\"}")
                .is(201)
                .json()
                .path("url")
                .asString();
        return URI.create(url).getPath();
    }

    /** With the cookie that an answer sets. */
    Visitor with(Answer answer) {
        return new Visitor(client, answer.header("Set-Cookie").split(";", 2)[0]);
    }

    Answer get(String path) {
        return client.send("GET", path, BodyPublishers.noBody(), this::withCookie);
    }

    Document page(String path) {
        return parse(get(path).is(200));
    }

    static Document parse(Answer answer) {
        assertThat(answer.header("Content-Type")).isEqualTo("text/html;charset=UTF-8");
        return Jsoup.parse(answer.body());
    }

    Answer send(String path, Map<String, String> fields) {
        return send(path, encoded(fields), Visitor::own);
    }

    Answer send(String path, String body, UnaryOperator<HttpRequest.Builder> headers) {
        return client.send(
                "POST",
                path,
                BodyPublishers.ofString(body),
                request -> withCookie(
                        headers.apply(request.setHeader("Content-Type", "application/x-www-form-urlencoded"))));
    }

    /** Sends the form with this action as its page has it, with what is typed over it. */
    Answer submit(Document page, String action, Map<String, String> typed) {
        Elements forms = page.select("form[method=post][action=" + action + "]");
        assertThat(forms).as(action).isNotEmpty();
        Element form = forms.get(0);
        List<String> pairs = new ArrayList<>();
        for (Element field : form.select("[name]")) {
            String name = field.attr("name");
            boolean left = field.is("button") || (field.is("[type=checkbox]") && !field.hasAttr("checked"));
            if (!typed.containsKey(name) && !left) {
                pairs.add(pair(name, field.is("select") ? chosen(field) : field.val()));
            }
        }
        typed.forEach((name, value) -> {
            for (String one : value.split("\\|", -1)) {
                pairs.add(pair(name, one));
            }
        });
        return send(action, String.join("&", pairs), Visitor::own);
    }

    private static String chosen(Element select) {
        Element selected = select.selectFirst("option[selected]");
        Element option = selected == null ? select.selectFirst("option") : selected;
        if (option == null) {
            return "";
        }
        return option.hasAttr("value") ? option.val() : option.text();
    }

    private static String encoded(Map<String, String> fields) {
        List<String> pairs = new ArrayList<>();
        fields.forEach((name, value) -> pairs.add(pair(name, value)));
        return String.join("&", pairs);
    }

    private static String pair(String name, String value) {
        return name + "=" + URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private HttpRequest.Builder withCookie(HttpRequest.Builder request) {
        return cookie.isEmpty() ? request : request.setHeader("Cookie", cookie);
    }
}
