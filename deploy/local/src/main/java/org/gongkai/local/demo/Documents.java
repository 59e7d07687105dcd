package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Rules and normative documents: those in force before the year, of which some end in it, each in one of four ways, and
 * those issued in it. Days, numbers and titles are invented; how many there are follows from the published table two.
 */
final class Documents {

    private static final String PATH = "/normative-documents";
    private static final int VALID_YEARS = 5;

    private enum Ending {
        /** Its time runs out in the year. */
        VALID_UNTIL,
        REPEALED,
        DECLARED_INVALID,
        /** By a document of the year that names it. */
        SUPERSEDED
    }

    private final int year;
    private final List<Posting> postings = new ArrayList<>();
    private final Map<String, Integer> numbers = new HashMap<>();
    private final Map<String, Deque<String>> toSupersede = new HashMap<>();

    private Documents(int year) {
        this.year = year;
    }

    static List<Posting> of(PublishedReport report) {
        Documents documents = new Documents(Months.yearOf(report));
        List<Body> governments = Body.all().stream()
                .filter(body -> body.kind().equals("GOVERNMENT"))
                .toList();
        documents.add(report, "RULES", governments.subList(0, 1));
        documents.add(report, "NORMATIVE_DOCS", governments);
        return documents.postings;
    }

    private void add(PublishedReport report, String kind, List<Body> bodies) {
        long issued = report.figure("/table2/" + kind + "/0");
        long ended = report.figure("/table2/" + kind + "/1");
        long before = report.figure("/table2/" + kind + "/2") - issued + ended;
        for (int i = 0; i < before; i++) {
            Ending ending = i < ended ? Ending.values()[i % Ending.values().length] : null;
            old(kind, bodies.get(i % bodies.size()), i, ending);
        }
        for (int i = 0; i < issued; i++) {
            Body body = bodies.get(i % bodies.size());
            ObjectNode content = document(kind, body, LocalDate.of(year, 1 + i % 12, 1 + i % 28));
            String superseded =
                    toSupersede.getOrDefault(body.code(), new ArrayDeque<>()).poll();
            if (superseded != null) {
                content.put("supersedes", superseded);
            }
            postings.add(Posting.of(body.code(), PATH, content));
        }
        if (toSupersede.values().stream().anyMatch(waiting -> !waiting.isEmpty())) {
            throw new IllegalStateException("documents that none of the year supersedes: " + toSupersede);
        }
    }

    private void old(String kind, Body body, int index, Ending ending) {
        // only those whose time runs out in the year have a term
        int age = ending == Ending.VALID_UNTIL ? VALID_YEARS : 1 + index % VALID_YEARS;
        LocalDate issuedOn = LocalDate.of(year - age, 1 + index % 11, 1 + index % 28);
        ObjectNode content = document(kind, body, issuedOn);
        Posting abolition = null;
        if (ending == Ending.VALID_UNTIL) {
            content.put(
                    "validUntil", issuedOn.plusYears(VALID_YEARS).minusDays(1).toString());
        } else if (ending == Ending.SUPERSEDED) {
            toSupersede
                    .computeIfAbsent(body.code(), code -> new ArrayDeque<>())
                    .add(content.get("documentNumber").asText());
        } else if (ending != null) {
            LocalDate abolishedOn = LocalDate.of(year, 1 + index % 12, 1 + index % 28);
            abolition = Posting.of(
                    body.code(),
                    "/abolition",
                    Posting.json().put("abolishedOn", abolishedOn.toString()).put("kind", ending.name()));
        }
        postings.add(new Posting(body.code(), PATH, content, abolition));
    }

    private ObjectNode document(String kind, Body body, LocalDate issuedOn) {
        String series = prefix(body) + (kind.equals("RULES") ? "令" : "发");
        int number = numbers.merge(body.code() + series + issuedOn.getYear(), 1, Integer::sum);
        return Posting.recordOf(body.code())
                .put("kind", kind)
                .put("title", "演示文件：" + issuedOn.getYear() + "年第" + number + "件")
                .put("documentNumber", "%s〔%d〕%d号".formatted(series, issuedOn.getYear(), number))
                .put("issuedOn", issuedOn.toString());
    }

    private static String prefix(Body body) {
        return body.parent() == null ? Contact.DOCUMENT_PREFIX : body.name().replaceAll("[县区]人民政府", "政");
    }
}
