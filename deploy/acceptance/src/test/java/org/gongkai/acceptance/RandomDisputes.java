package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** Reviews and lawsuits that are concluded and go on, over several years; and what of that was entered wrongly. */
final class RandomDisputes extends RandomRecords {

    private static final List<String> KINDS = List.of("REVIEW", "LITIGATION_DIRECT", "LITIGATION_AFTER_REVIEW");
    private static final List<String> RESULTS = List.of("UPHELD", "CORRECTED", "OTHER_RESULT");

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
        for (int i = random.nextInt(5); i >= 0; i--) {
            happenOnce(record);
        }
    }

    private void happenOnce(String record) {
        switch (random.nextInt(8)) {
            case 0 -> amend(record + "/conclusion", "conclusion amended", conclusion(record));
            case 1 -> retract(record + "/conclusion", "conclusion retracted");
            case 2 -> amend(record + "/appeal", "appeal amended", appeal(record));
            case 3 -> retract(record + "/appeal", "appeal retracted");
            case 4, 5 -> come(record, history.write("appeal", "POST", record + "/appeal", appeal(record)));
            default -> come(record, history.write("conclusion", "POST", record + "/conclusion", conclusion(record)));
        }
    }

    private ObjectNode conclusion(String record) {
        return json().put("result", any(RESULTS)).put("concludedOn", dayAfter(record));
    }

    private ObjectNode appeal(String record) {
        return json().put("filedOn", dayAfter(record));
    }
}
