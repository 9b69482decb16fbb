package io.prismq.queue.bootstrap.docs;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** What a scrape in the text format of Prometheus is made of: https://prometheus.io/docs/instrumenting/exposition_formats/. */
record ScrapedNames(List<String> lines) {
    private static final Pattern LABEL = Pattern.compile("(\\w+)=\"");

    static ScrapedNames of(String scrape) {
        return new ScrapedNames(scrape.lines().toList());
    }

    /** What expressions can name. */
    Set<String> samples() {
        return lines.stream()
                .filter(line -> !line.startsWith("#"))
                .map(line -> line.split("[{ ]", 2)[0])
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The metrics of the product, by what they are called in their samples, with their labels. */
    Map<String, Set<String>> own() {
        Map<String, Set<String>> labels = new TreeMap<>();
        for (String line : lines) {
            if (line.startsWith("prismq_")) {
                Set<String> found = labels.computeIfAbsent(metric(line.split("[{ ]", 2)[0]), name -> new TreeSet<>());
                LABEL.matcher(line).results().map(label -> label.group(1)).forEach(found::add);
                found.remove("le");
            }
        }
        return labels;
    }

    /** A histogram has four kinds of samples. */
    private static String metric(String sample) {
        return sample.replaceFirst("_(bucket|count|sum|max)$", "");
    }
}
