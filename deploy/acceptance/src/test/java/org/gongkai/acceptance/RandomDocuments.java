package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;

/** Documents that end by abolition, by their time, or by another that names them; and ends that were entered wrongly. */
final class RandomDocuments extends RandomRecords {

    private static final List<String> MANNERS = List.of("REPEALED", "DECLARED_INVALID", "EXPIRED", "SUPERSEDED");
    private static final int NUMBERS = 60;

    RandomDocuments(History history, Random random) {
        super(history, random, "/normative-documents");
    }

    @Override
    ObjectNode content() {
        LocalDate issuedOn = history.day(random);
        ObjectNode made = json().put("kind", random.nextInt(5) == 0 ? "RULES" : "NORMATIVE_DOCS")
                .put("title", "随机文件")
                .put("documentNumber", number())
                .put("issuedOn", issuedOn.toString());
        if (random.nextInt(3) == 0) {
            made.put("validUntil", issuedOn.plusDays(random.nextInt(900)).toString());
        }
        if (random.nextInt(3) == 0) {
            made.put("supersedes", number());
        }
        if (random.nextInt(6) == 0) {
            // of a new record nothing, of one that has it taken away
            made.putNull(random.nextBoolean() ? "validUntil" : "supersedes");
        }
        return made;
    }

    @Override
    List<String> key() {
        return List.of("documentNumber");
    }

    @Override
    void happen(String record) {
        for (int i = random.nextInt(5); i >= 0; i--) {
            happenOnce(record);
        }
    }

    private void happenOnce(String record) {
        String abolition = record + "/abolition";
        switch (random.nextInt(4)) {
            case 0 -> amend(abolition, "abolition amended", abolition(record));
            case 1 -> retract(abolition, "abolition retracted");
            default -> history.write("abolition", "POST", abolition, abolition(record));
        }
    }

    private ObjectNode abolition(String record) {
        return json().put("abolishedOn", dayAfter(record)).put("kind", any(MANNERS));
    }

    private String number() {
        return "随发〔2021〕" + random.nextInt(NUMBERS) + "号";
    }
}
