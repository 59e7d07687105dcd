package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What was published on the bodies' own initiative: every body reports each month per set of channels.
 *
 * <p>The channels of the published report add to more than its items. The excess is exactly the items of the gazette, so
 * these are taken to stand on the website too, and every other item on one channel.
 */
final class Publications {

    private static final String GAZETTE = "GAZETTE";
    private static final String WEBSITE = "WEBSITE";
    private static final String PROACTIVE = "/overview/proactive/";

    private final int year;
    private final List<Posting> postings = new ArrayList<>();

    private Publications(int year) {
        this.year = year;
    }

    static List<Posting> of(PublishedReport report) {
        Publications publications = new Publications(Months.yearOf(report));
        Map<List<String>, Long> sets = sets(report);
        long[] ofCity = Apportionment.of(
                report.figure(PROACTIVE + "city_level"),
                sets.values().stream().mapToLong(Long::longValue).toArray());
        int i = 0;
        for (Map.Entry<List<String>, Long> set : sets.entrySet()) {
            publications.add(set.getKey(), "CITY", ofCity[i]);
            publications.add(set.getKey(), "COUNTY", set.getValue() - ofCity[i]);
            i++;
        }
        return publications.postings;
    }

    /** How many items stand on which channels. */
    private static Map<List<String>, Long> sets(PublishedReport report) {
        Map<List<String>, Long> sets = new LinkedHashMap<>();
        long gazette = report.figure(PROACTIVE + "channels/" + GAZETTE);
        sets.put(List.of(GAZETTE, WEBSITE), gazette);
        sets.put(List.of(WEBSITE), report.figure(PROACTIVE + "channels/" + WEBSITE) - gazette);
        report.data().at(PROACTIVE + "channels").properties().forEach(channel -> {
            if (!channel.getKey().equals(GAZETTE) && !channel.getKey().equals(WEBSITE)) {
                sets.put(List.of(channel.getKey()), channel.getValue().asLong());
            }
        });
        return sets;
    }

    private void add(List<String> channels, String level, long items) {
        // a gazette is a government's
        List<Body> bodies = Body.all().stream()
                .filter(body -> body.level().equals(level))
                .filter(body -> !channels.contains(GAZETTE) || body.kind().equals("GOVERNMENT"))
                .toList();
        Months.split(items, bodies, (body, month, part) -> {
            ObjectNode content = Posting.recordOf(body.code())
                    .put("publishedOn", Months.workday(year, month, body).toString())
                    .put("items", part)
                    .put("reference", Months.period(year, month) + "-" + String.join("-", channels));
            ArrayNode list = content.putArray("channels");
            channels.forEach(list::add);
            postings.add(Posting.of(body.code(), "/publications", content));
        });
    }
}
