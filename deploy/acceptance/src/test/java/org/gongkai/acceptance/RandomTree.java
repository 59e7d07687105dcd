package org.gongkai.acceptance;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Random;

/** A random tree of organisations, and its reorganisations: moves, mergers, abolitions. */
final class RandomTree {

    private static final List<String> LEVELS = List.of("CITY", "COUNTY", "TOWNSHIP");

    private final History history;
    private final Random random;

    RandomTree(History history, Random random) {
        this.history = history;
        this.random = random;
    }

    /** Registers every body, each below one that is there. */
    void register(boolean sinceAnyDay) {
        for (int i = 0; i < history.codes.size(); i++) {
            String parent = i == 0 ? null : history.codes.get(random.nextInt(i));
            put(i, parent, sinceAnyDay && parent != null && random.nextInt(4) == 0);
        }
    }

    /** What would be a circle, or is an unfit successor, is refused, and then counts nowhere. */
    void reorganise() {
        List<String> codes = history.codes;
        for (int i = 0; i < 4; i++) {
            put(1 + random.nextInt(codes.size() - 1), history.code(random), true);
        }
        for (int i = 0; i < 3; i++) {
            String abolished = codes.get(1 + random.nextInt(codes.size() - 1));
            ObjectNode content =
                    RandomRecords.json().put("since", history.day(random).toString());
            if (random.nextInt(4) > 0) {
                content.put("successor", history.code(random));
            }
            history.write("abolition of a body", "POST", "/organisations/" + abolished + "/abolition", content);
        }
    }

    private void put(int index, String parent, boolean since) {
        String code = history.codes.get(index);
        ObjectNode content = RandomRecords.json()
                .put("name", "机关" + code)
                .put("kind", index == 0 || index % 3 == 1 ? "GOVERNMENT" : "DEPARTMENT")
                .put("level", LEVELS.get(Math.min(index / 3, 2)))
                .put("mayIssueRules", index < 3);
        if (parent != null) {
            content.put("parent", parent);
        }
        if (since) {
            content.put("parentSince", history.day(random).toString());
        }
        history.write("organisation", "PUT", "/organisations/" + code, content);
    }
}
