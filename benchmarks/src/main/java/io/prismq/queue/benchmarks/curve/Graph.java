package io.prismq.queue.benchmarks.curve;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.knowm.xchart.BitmapEncoder;
import org.knowm.xchart.XYChart;
import org.knowm.xchart.XYChartBuilder;
import org.knowm.xchart.style.Styler.ChartTheme;
import org.knowm.xchart.style.Styler.LegendPosition;
import org.knowm.xchart.style.markers.SeriesMarkers;

/**
 * Curves over one axis, as a file of values and as a picture. The axes grow by factors of ten.
 *
 * @param name of the files
 * @param lines the points of each curve by its name, in the order in which they are to be told
 */
record Graph(String name, String title, String xAxis, String yAxis, Map<String, List<Point>> lines) {
    private static final int WIDTH = 900;
    private static final int HEIGHT = 500;

    void write(Path directory) throws IOException {
        Files.writeString(directory.resolve(name + ".csv"), csv());
        BitmapEncoder.saveBitmap(chart(), directory.resolve(name + ".png").toString(), BitmapEncoder.BitmapFormat.PNG);
    }

    /** A line for each point: curve, x, y. */
    String csv() {
        String points = lines.entrySet().stream()
                .flatMap(line -> line.getValue().stream().map(point -> csv(line.getKey(), point)))
                .collect(Collectors.joining());
        return "curve,%s,%s%n".formatted(xAxis, yAxis) + points;
    }

    private static String csv(String curve, Point point) {
        return "%s,%s,%s%n".formatted(curve, point.x(), point.y());
    }

    private XYChart chart() {
        XYChart chart = new XYChartBuilder()
                .width(WIDTH)
                .height(HEIGHT)
                .theme(ChartTheme.Matlab)
                .title(title)
                .xAxisTitle(xAxis)
                .yAxisTitle(yAxis)
                .build();
        chart.getStyler().setLegendPosition(LegendPosition.OutsideE);
        chart.getStyler().setXAxisLogarithmic(true);
        chart.getStyler().setYAxisLogarithmic(true);
        lines.forEach((curve, points) -> chart.addSeries(
                        curve,
                        points.stream().mapToDouble(Point::x).toArray(),
                        points.stream().mapToDouble(Point::y).toArray())
                .setMarker(SeriesMarkers.CIRCLE));
        return chart;
    }
}
