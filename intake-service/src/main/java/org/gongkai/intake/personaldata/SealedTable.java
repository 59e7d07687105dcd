package org.gongkai.intake.personaldata;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A table with sealed values that stay: what goes with its time (kept answers, imports) is never sealed anew.
 *
 * @param name of the table
 * @param record column of the id that its values are sealed with
 * @param further column that makes its key whole, or null
 * @param fields columns that are sealed, each with its own name
 */
record SealedTable(String name, String record, String further, List<String> fields) {

    /** All of them. */
    static final List<SealedTable> ALL = List.of(
            new SealedTable(
                    "disclosure_application",
                    "id",
                    null,
                    List.of(
                            "applicant_name",
                            "parties",
                            "identity_document",
                            "contact",
                            "information_sought",
                            "delivery",
                            "handler",
                            "reason",
                            "void_reason")),
            new SealedTable(
                    "application_step",
                    "id",
                    null,
                    List.of("party", "approved_by", "note", "handler", "reviewed_by", "how", "retraction_reason")),
            new SealedTable("application_correction", "application", "version", List.of("reason", "was")),
            new SealedTable(
                    "rectification",
                    "id",
                    null,
                    List.of(
                            "applicant_name",
                            "identity_document",
                            "contact",
                            "information_held",
                            "rectification_sought",
                            "evidence",
                            "handler",
                            "transferred_to",
                            "note",
                            "retraction_reason")),
            new SealedTable(
                    "complaint",
                    "id",
                    null,
                    List.of(
                            "complainant_name",
                            "contact",
                            "matter",
                            "handler",
                            "transferred_to",
                            "note",
                            "retraction_reason")),
            new SealedTable("other_request_correction", "request", "version", List.of("reason", "was")),
            // the key of its content and not the content, which is sealed by that key and stays
            new SealedTable("attachment", "id", null, List.of("name", "sha256", "data_key", "withdrawal_reason")));

    /** A condition that needs the prefix of the primary key for each field: another key sealed it. */
    private String stale() {
        return fields.stream()
                .map(field -> "substring(" + field + " FROM 1 FOR " + Seal.PREFIX + ") <> ?")
                .collect(Collectors.joining(" OR ", "(", ")"));
    }

    String count() {
        return "SELECT count(*) FROM " + name + " WHERE " + stale();
    }

    /** Parameters: id and further key of the last one, the prefix for each field, how many. */
    String next() {
        String key = further == null ? record + ", 0::bigint" : record + ", " + further;
        return "SELECT " + record + " AS record, " + (further == null ? "0::bigint" : further) + " AS further, "
                + String.join(", ", fields) + " FROM " + name + " WHERE (" + key + ") > (?, ?) AND " + stale()
                + " ORDER BY 1, 2 LIMIT ? FOR UPDATE SKIP LOCKED";
    }

    /** Parameters: each field, id, further key. */
    String update() {
        return "UPDATE " + name + " SET "
                + fields.stream().map(field -> field + " = ?").collect(Collectors.joining(", ")) + " WHERE " + record
                + " = ? AND " + (further == null ? "0::bigint" : further) + " = ?";
    }

    /** The columns of every table. */
    static List<String> columns() {
        return ALL.stream()
                .flatMap(table -> Stream.of(table.fields().stream().map(field -> table.name() + "." + field)))
                .flatMap(each -> each)
                .sorted()
                .toList();
    }
}
