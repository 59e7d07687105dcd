package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Records of one kind by one writer: made, amended, taken back, in any order. */
abstract class RandomRecords {

    private static final String REASON = "随机更正";

    final History history;
    final Random random;
    private final String path;
    private final List<String> ids = new ArrayList<>();
    private final Map<String, LocalDate> reached = new HashMap<>();

    RandomRecords(History history, Random random, String path) {
        this.history = history;
        this.random = random;
        this.path = path;
    }

    /** What a new record says, but for its organisation; an amendment says a part of it. */
    abstract ObjectNode content();

    /** What else happens to a record of the kind; to most kinds nothing does, and another one is made. */
    void happen(String record) {
        make();
    }

    /** The natural key, which is never amended: retracted and entered anew. */
    abstract List<String> key();

    /** Makes a record, or does something to one that was made. */
    final void step() {
        int choice = random.nextInt(10);
        if (ids.isEmpty() || choice < 3) {
            make();
        } else if (choice < 5) {
            amend(path + "/" + one(), path + " amended", content().without(key()));
        } else if (choice < 6) {
            String id = one();
            retract(path + "/" + id, path + " retracted");
            if (random.nextInt(4) > 0) {
                ids.remove(id);
            }
        } else {
            happen(path + "/" + one());
        }
    }

    private void make() {
        RunningSystem.Answer made =
                history.write(path, "POST", path, content().put("organisation", history.code(random)));
        String id = made.body().path("id").asText();
        if (!id.isEmpty() && !ids.contains(id)) {
            ids.add(id);
            come(path + "/" + id, made);
        }
    }

    /** Notes how far a record has come, so that what happens to it next is most often later. */
    final void come(String record, RunningSystem.Answer answer) {
        for (String name : List.of("issuedOn", "filedOn", "concludedOn")) {
            if (answer.status() / 100 == 2) {
                answer.body()
                        .findValues(name)
                        .forEach(day -> reached.merge(
                                record,
                                LocalDate.parse(day.asText()),
                                (one, other) -> one.isAfter(other) ? one : other));
            }
        }
    }

    /** Most often a day within a year or so of the last one. */
    final String dayAfter(String record) {
        LocalDate last = reached.get(record);
        return last == null || random.nextInt(5) == 0
                ? day()
                : last.plusDays(random.nextInt(400)).toString();
    }

    /** One of those made; most often a young one, that may not have been retracted. */
    private String one() {
        int back = random.nextInt(random.nextBoolean() ? ids.size() : Math.min(ids.size(), 4));
        return ids.get(ids.size() - 1 - back);
    }

    /** Amends some of the fields. */
    final void amend(String record, String kind, ObjectNode content) {
        List<String> names = new ArrayList<>();
        content.fieldNames().forEachRemaining(names::add);
        String kept = names.get(random.nextInt(names.size()));
        names.removeIf(name -> name.equals(kept) || random.nextBoolean());
        content.remove(names);
        history.write(kind, "PATCH", record, content.put("reason", REASON));
    }

    final void retract(String record, String kind) {
        history.write(kind, "DELETE", record + "?reason=random", null);
    }

    static ObjectNode json() {
        return JsonNodeFactory.instance.objectNode();
    }

    final <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    final String day() {
        return history.day(random).toString();
    }

    /** A month or a whole year. */
    final String period() {
        String day = day();
        return day.substring(0, random.nextInt(4) == 0 ? 4 : 7);
    }

    /** Yuan and fen, at times nothing. */
    final String amount() {
        return java.math.BigDecimal.valueOf(random.nextInt(5) == 0 ? 0 : random.nextLong(1_000_000_000_000L), 2)
                .toPlainString();
    }

    /** Of few, so that records meet with one natural key. */
    final String reference() {
        return "随机-" + random.nextInt(400);
    }
}
