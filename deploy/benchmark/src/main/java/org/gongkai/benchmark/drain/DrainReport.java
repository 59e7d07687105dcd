package org.gongkai.benchmark.drain;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.gongkai.benchmark.Spread;

/**
 * All figures of a run.
 *
 * @param differences where the product's counts are not those that facts were made with
 * @param topics what each topic holds, in words
 * @param queries seconds of each way to ask SQL for a year
 * @param memory megabytes by whose
 */
record DrainReport(
        DrainTable table,
        List<String> differences,
        List<String> topics,
        Map<String, Spread> queries,
        Map<String, Long> memory) {

    private static final ObjectMapper JSON = new ObjectMapper();

    String text() {
        StringBuilder text = new StringBuilder();
        text.append("Each contender in a process of its own with ")
                .append(String.join(" ", PeerProcess.OPTIONS))
                .append(", alone on the machine beside PostgreSQL, the broker and an idle intake-service.\n");
        topics.forEach(topic -> text.append(topic).append('\n'));
        text.append('\n').append(table.text()).append('\n');
        if (!queries.isEmpty()) {
            text.append("| SQL over the mixture, one year | seconds, median | min – max |\n|---|---|---|\n");
            queries.forEach((name, seconds) -> text.append(String.format(
                    Locale.ROOT,
                    "| %s | %.4f | %.4f – %.4f |%n",
                    name,
                    seconds.median(),
                    seconds.min(),
                    seconds.max())));
            text.append('\n');
        }
        text.append("| resident memory | MB |\n|---|---|\n");
        memory.forEach((whose, megabytes) ->
                text.append("| ").append(whose).append(" | ").append(megabytes).append(" |\n"));
        text.append('\n')
                .append(
                        differences.isEmpty()
                                ? "Counts are those that the facts were made with."
                                : "Counts DIFFER: " + differences);
        return text.append('\n').toString();
    }

    ObjectNode json() {
        ObjectNode json = JSON.createObjectNode();
        json.set("contenders", table.json());
        ObjectNode asked = json.putObject("querySeconds");
        queries.forEach((name, seconds) -> asked.putObject(name)
                .put("median", seconds.median())
                .put("min", seconds.min())
                .put("max", seconds.max()));
        ObjectNode megabytes = json.putObject("memoryMegabytes");
        memory.forEach(megabytes::put);
        json.set("differences", JSON.valueToTree(differences));
        json.set("topics", JSON.valueToTree(topics));
        return json;
    }
}
