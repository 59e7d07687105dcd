package org.gongkai.acceptance;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Table three counted once more, in SQL over intake's tables and from nothing else: the tree of 31 December, merged bodies
 * in their successors, and every application by its days.
 */
final class Recount {

    static final List<String> TYPES = List.of(
            "NATURAL_PERSON",
            "COMMERCIAL_ENTERPRISE",
            "RESEARCH_INSTITUTION",
            "PUBLIC_WELFARE_ORG",
            "LEGAL_SERVICE_ORG",
            "OTHER_ORG");
    static final List<String> OUTCOMES = List.of(
            "GRANTED_FULL",
            "GRANTED_PARTIAL",
            "REFUSED_STATE_SECRET",
            "REFUSED_PROHIBITED_BY_LAW",
            "REFUSED_SECURITY_STABILITY",
            "REFUSED_THIRD_PARTY_RIGHTS",
            "REFUSED_INTERNAL_AFFAIRS",
            "REFUSED_PROCESS_INFO",
            "REFUSED_ENFORCEMENT_FILE",
            "REFUSED_ADMIN_INQUIRY",
            "UNABLE_NOT_HELD",
            "UNABLE_NOT_READY_MADE",
            "UNABLE_STILL_UNCLEAR",
            "NOT_HANDLED_PETITION",
            "NOT_HANDLED_DUPLICATE",
            "NOT_HANDLED_PUBLICATION",
            "NOT_HANDLED_EXCESSIVE",
            "NOT_HANDLED_RECONFIRM",
            "OTHER_CORRECTION_OVERDUE",
            "OTHER_FEE_OVERDUE",
            "OTHER_MISC");

    /** Parameters: prefix, day, day, then per condition. */
    private static final String QUERY = """
            WITH RECURSIVE
            body AS (SELECT * FROM organisation WHERE code LIKE ?),
            place AS (
              SELECT DISTINCT ON (code) code, parent FROM organisation_parent
               WHERE since <= ? ORDER BY code, since DESC),
            merger AS (SELECT code, successor FROM body WHERE abolished_since <= ? AND successor IS NOT NULL),
            chain (code, ends) AS (
              SELECT code, code FROM body
              UNION SELECT c.code, m.successor FROM chain c JOIN merger m ON m.code = c.ends),
            standing AS (SELECT code, ends FROM chain WHERE ends NOT IN (SELECT code FROM merger)),
            up (code, at, probe, below_government) AS (
              SELECT code, ends, ends, false FROM standing
              UNION
              SELECT u.code,
                     s.ends,
                     CASE WHEN s.ends = u.at THEN p.parent ELSE s.ends END,
                     u.below_government OR (s.ends <> u.at AND o.kind = 'GOVERNMENT')
                FROM up u
                JOIN place p ON p.code = u.probe AND p.parent IS NOT NULL
                JOIN standing s ON s.code = p.parent
                JOIN body o ON o.code = u.at),
            member AS (
              SELECT DISTINCT at AS root, code FROM up
               WHERE CASE ? WHEN 'OWN' THEN (code, at) IN (SELECT code, ends FROM standing)
                            WHEN 'TIER' THEN NOT below_government ELSE true END),
            counted AS (
              SELECT m.root, a.applicant_type AS type,
                     count(*) FILTER (WHERE a.received_on BETWEEN ? AND ?) AS received,
                     count(*) FILTER (WHERE a.received_on < ?) - count(*) FILTER (WHERE a.decided_on < ?) AS carried_in,
                     count(*) FILTER (WHERE a.received_on <= ?) - count(*) FILTER (WHERE a.decided_on <= ?) AS carried_out
                FROM member m JOIN disclosure_application a ON a.organisation = m.code GROUP BY 1, 2)
            SELECT root, type, 'NEW_RECEIVED', received FROM counted
            UNION ALL SELECT root, type, 'CARRIED_IN', carried_in FROM counted
            UNION ALL SELECT root, type, 'CARRIED_OUT', carried_out FROM counted
            UNION ALL
            SELECT m.root, a.applicant_type, a.outcome, count(*)
              FROM member m JOIN disclosure_application a ON a.organisation = m.code
             WHERE a.decided_on BETWEEN ? AND ? GROUP BY 1, 2, 3
            """;

    private Recount() {}

    /** By organisation, the cells {@code ROW.COLUMN} that are not 0. */
    static Map<String, Map<String, Long>> of(Connection intake, String prefix, int year, String scope)
            throws SQLException {
        LocalDate first = LocalDate.of(year, 1, 1);
        LocalDate last = LocalDate.of(year, 12, 31);
        List<Object> parameters =
                List.of(prefix + "%", last, last, scope, first, last, first, first, last, last, first, last);
        Map<String, Map<String, Long>> cells = new HashMap<>();
        try (PreparedStatement statement = intake.prepareStatement(QUERY)) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    Map<String, Long> own = cells.computeIfAbsent(rows.getString(1), root -> new TreeMap<>());
                    String type = rows.getString(2);
                    String row = rows.getString(3);
                    long n = rows.getLong(4);
                    add(own, row, type, n);
                    if (OUTCOMES.contains(row)) {
                        add(own, "RESULT_TOTAL", type, n);
                    }
                }
            }
        }
        cells.values().forEach(own -> own.values().removeIf(n -> n == 0));
        return cells;
    }

    private static void add(Map<String, Long> cells, String row, String type, long n) {
        cells.merge(row + "." + type, n, Long::sum);
        cells.merge(row + ".TOTAL", n, Long::sum);
    }
}
