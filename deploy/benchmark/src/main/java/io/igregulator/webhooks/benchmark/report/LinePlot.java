package io.igregulator.webhooks.benchmark.report;

import io.igregulator.webhooks.benchmark.measure.Point;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Lines over two axes as SVG, in colours that keep their contrast on a light and on a dark ground. */
final class LinePlot {
    private static final int WIDTH = 860;
    private static final int LEFT = 70;
    private static final int TOP = 56;
    private static final int PLOT_WIDTH = 560;
    private static final int PLOT_HEIGHT = 300;
    private static final int HEIGHT = TOP + PLOT_HEIGHT + 60;
    private static final int LEGEND = LEFT + PLOT_WIDTH + 24;

    /** After Okabe and Ito: distinct for the colour-blind too. */
    private static final List<String> COLOURS =
            List.of("#0072b2", "#e69f00", "#009e73", "#d55e00", "#cc79a7", "#56b4e9", "#7f7f7f", "#b8a300");

    private static final String STYLE = """
            <style>
              text { font: 13px system-ui, "Segoe UI", Helvetica, Arial, sans-serif; fill: #1f2328; }
              .title { font-size: 17px; font-weight: 600; }
              .faint { fill: #59636e; }
              .grid { stroke: #d1d9e0; stroke-width: 1; }
              .ground { fill: #ffffff; }
              .line { fill: none; stroke-width: 2.2; stroke-linejoin: round; stroke-linecap: round; }
              @media (prefers-color-scheme: dark) {
                text { fill: #f0f6fc; }
                .faint { fill: #9198a1; }
                .grid { stroke: #3d444d; }
                .ground { fill: #0d1117; }
              }
            </style>
            """;

    private final String title;
    private final Axis across;
    private final Axis up;
    private final List<Series> lines;

    LinePlot(String title, Axis across, Axis up, List<Series> lines) {
        this.title = title;
        this.across = across;
        this.up = up;
        this.lines = List.copyOf(lines);
    }

    String svg() {
        var svg = new StringBuilder();
        svg.append(String.format(Locale.ROOT, """
                <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d" role="img">
                """, WIDTH, HEIGHT, WIDTH, HEIGHT));
        svg.append("<title>").append(title).append("</title>\n").append(STYLE);
        svg.append(String.format(
                Locale.ROOT, "<rect class=\"ground\" width=\"%d\" height=\"%d\" rx=\"8\"/>\n", WIDTH, HEIGHT));
        svg.append(text(LEFT, 30, "title", "start", title));
        grid(svg);
        IntStream.range(0, lines.size()).forEach(i -> line(svg, i));
        return svg.append("</svg>\n").toString();
    }

    private void grid(StringBuilder svg) {
        for (var tick : up.ticks()) {
            double y = y(tick.value());
            svg.append(String.format(
                    Locale.ROOT,
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>\n",
                    LEFT,
                    LEFT + PLOT_WIDTH,
                    y,
                    y));
            svg.append(text(LEFT - 8, y + 4, "faint", "end", tick.label()));
        }
        for (var tick : across.ticks()) {
            svg.append(text(x(tick.value()), TOP + PLOT_HEIGHT + 20, "faint", "middle", tick.label()));
        }
        svg.append(text(LEFT + PLOT_WIDTH / 2.0, TOP + PLOT_HEIGHT + 44, "faint", "middle", across.title()));
        svg.append(text(LEFT, TOP - 8, "faint", "start", up.title()));
    }

    private void line(StringBuilder svg, int number) {
        String colour = COLOURS.get(number % COLOURS.size());
        String points = lines.get(number).points().stream().map(this::place).collect(Collectors.joining(" "));
        svg.append(
                String.format(Locale.ROOT, "<polyline class=\"line\" stroke=\"%s\" points=\"%s\"/>\n", colour, points));
        int y = TOP + 8 + number * 22;
        svg.append(String.format(
                Locale.ROOT,
                "<rect x=\"%d\" y=\"%d\" width=\"14\" height=\"4\" rx=\"2\" fill=\"%s\"/>\n",
                LEGEND,
                y,
                colour));
        svg.append(text(LEGEND + 22, y + 6, "", "start", lines.get(number).name()));
    }

    private String place(Point point) {
        return String.format(Locale.ROOT, "%.1f,%.1f", x(point.x()), y(point.y()));
    }

    private double x(double value) {
        return LEFT + across.scale().place(value) * PLOT_WIDTH;
    }

    private double y(double value) {
        return TOP + (1 - up.scale().place(value)) * PLOT_HEIGHT;
    }

    private static String text(double x, double y, String style, String anchor, String words) {
        return String.format(
                Locale.ROOT,
                "<text x=\"%.1f\" y=\"%.1f\" class=\"%s\" text-anchor=\"%s\">%s</text>\n",
                x,
                y,
                style,
                anchor,
                words.replace("&", "&amp;").replace("<", "&lt;"));
    }

    /** A line of a plot. */
    record Series(String name, List<Point> points) {
        Series {
            points = List.copyOf(points);
        }
    }
}
