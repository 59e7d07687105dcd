package org.gongkai.local.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the city office writes: the published preamble and section one with their figures as placeholders, the published
 * sections five and six; and in the preamble of 2020 that this year is mostly invented.
 */
final class Sections {

    private static final int PREAMBLE = 0;
    private static final int OVERVIEW = 1;
    private static final int PROBLEMS = 5;
    private static final int OTHER = 6;
    /** {@code ${/pointer}} is filled from the data file before the text is put; {@code {{name}}} is report-service's. */
    private static final Pattern FROM_DATA_FILE = Pattern.compile("\\$\\{([^}]+)}");

    private static final String INVENTED =
            "演示数据：本年仅答复依申请公开总数（" + Plan.REPLIES_OF_2020 + "件）为公开数据，申请人类型和办理结果以及文件的日期、文号均为虚构；主动公开、处理决定、收费和指标未作演示。";

    private Sections() {}

    static void put(Client client, PublishedReport published) {
        int year = Months.yearOf(published);
        client.put(Body.CITY, year, PREAMBLE, text("section-0-" + year + ".txt", published));
        client.put(Body.CITY, year, OVERVIEW, text("section-1-" + year + ".txt", published));
        client.put(Body.CITY, year, PROBLEMS, text("section-5-" + year + ".txt", published));
        client.put(Body.CITY, year, OTHER, published.text("/section6"));
        client.put(Body.CITY, year - 1, PREAMBLE, INVENTED + "\n{{generated}}");
    }

    private static String text(String file, PublishedReport published) {
        try (InputStream text = Sections.class.getResourceAsStream(file)) {
            return FROM_DATA_FILE
                    .matcher(new String(text.readAllBytes(), StandardCharsets.UTF_8))
                    .replaceAll(found -> Matcher.quoteReplacement(published.text(found.group(1))));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
