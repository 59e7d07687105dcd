package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Reviews and lawsuits that are concluded and go on, over several years; and what of that was entered wrongly. */
final class RandomDisputes extends RandomRecords {

    private static final List<String> KINDS = List.of("REVIEW", "LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW");
    private static final List<String> RESULTS = List.of("UPHELD", "CORRECTED", "OTHER_RESULT");

    /** How far a case has come: what happens next is most often later. */
    private final Map<String, LocalDate> reached = new HashMap<>();

    private int number;

    RandomDisputes(History history, Random random) {
        super(history, random, "/disputes");
    }

    @Override
    ObjectNode content() {
        // two writers meet with one case number at times
        number++;
        return json().put("kind", any(KINDS)).put("caseNumber", "随案" + number).put("filedOn", day());
    }

    @Override
    List<String> key() {
        return List.of("kind", "caseNumber");
    }

    @Override
    void happen(String record) {
        switch (random.nextInt(8)) {
            case 0 -> amend(record + "/conclusion", "conclusion amended", conclusion(record));
            case 1 -> retract(record + "/conclusion", "conclusion retracted");
            case 2 -> amend(record + "/appeal", "appeal amended", appeal(record));
            case 3 -> retract(record + "/appeal", "appeal retracted");
            case 4, 5 -> come(record, history.write("appeal", "POST", record + "/appeal", appeal(record)));
            default -> come(record, history.write("conclusion", "POST", record + "/conclusion", conclusion(record)));
        }
    }

    private void come(String record, RunningSystem.Answer answer) {
        if (answer.status() == 200) {
            answer.body().findValues("concludedOn").forEach(day -> come(record, day));
            answer.body().findValues("filedOn").forEach(day -> come(record, day));
        }
    }

    private void come(String record, JsonNode day) {
        reached.merge(record, LocalDate.parse(day.asText()), (one, other) -> one.isAfter(other) ? one : other);
    }

    private ObjectNode conclusion(String record) {
        return json().put("result", any(RESULTS)).put("concludedOn", next(record));
    }

    private ObjectNode appeal(String record) {
        return json().put("filedOn", next(record));
    }

    private String next(String record) {
        LocalDate last = reached.get(record);
        return last == null || random.nextInt(5) == 0
                ? day()
                : last.plusDays(random.nextInt(200)).toString();
    }
}
