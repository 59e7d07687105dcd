package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.Function;

/** The kinds to which nothing happens but corrections: publications, decisions, fees, processing fees, indicators. */
final class RandomReports extends RandomRecords {

    private static final List<String> CHANNELS =
            List.of("GAZETTE", "WEBSITE", "WECHAT", "TOUTIAO", "OTHER_NEW_MEDIA", "OTHER_CHANNELS");
    private static final List<String> DECISIONS = List.of("LICENSES", "PENALTIES", "COERCIVE");
    private static final List<String> INDICATORS =
            List.of("DISCLOSURE_PLATFORMS", "COMPLAINTS_RECEIVED", "SURVEYS", "TRAININGS");

    private final Function<RandomReports, ObjectNode> content;

    private RandomReports(History history, Random random, String path, Function<RandomReports, ObjectNode> content) {
        super(history, random, path);
        this.content = content;
    }

    static List<RandomRecords> all(History history, Random random) {
        return List.of(
                new RandomReports(history, random, "/publications", RandomReports::publication),
                new RandomReports(history, random, "/administrative-decisions", RandomReports::decisions),
                new RandomReports(history, random, "/administrative-fees", RandomReports::fees),
                new RandomReports(history, random, "/processing-fees", RandomReports::processingFees),
                new RandomReports(history, random, "/indicators", RandomReports::indicator));
    }

    @Override
    ObjectNode content() {
        return content.apply(this);
    }

    @Override
    List<String> key() {
        return List.of("reference", "year", "indicator");
    }

    private ObjectNode publication() {
        ObjectNode made = json().put("publishedOn", day())
                .put("items", 1 + random.nextInt(500))
                .put("reference", reference());
        List<String> shuffled = new ArrayList<>(CHANNELS);
        Collections.shuffle(shuffled, random);
        ArrayNode channels = made.putArray("channels");
        shuffled.subList(0, 1 + random.nextInt(3)).forEach(channels::add);
        return made;
    }

    private ObjectNode decisions() {
        return json().put("kind", any(DECISIONS))
                .put("period", period())
                .put("decisions", random.nextInt(3) == 0 ? 0 : random.nextInt(50_000))
                .put("reference", reference());
    }

    private ObjectNode fees() {
        return json().put("period", period()).put("amountYuan", amount()).put("reference", reference());
    }

    private ObjectNode processingFees() {
        return fees().put("cases", random.nextInt(30));
    }

    /** Another value replaces the former: the reason that this needs is given at times. */
    private ObjectNode indicator() {
        ObjectNode made = json().put("year", history.firstYear + random.nextInt(History.YEARS))
                .put("indicator", any(INDICATORS))
                .put("value", random.nextInt(4) == 0 ? 0 : random.nextInt(2_000));
        return random.nextBoolean() ? made.put("reason", "随机") : made;
    }
}
