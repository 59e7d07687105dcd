package org.gongkai.benchmark.imports;

/** The rows of the bodies of one prefix as one number, without what is sealed, of the moment, or the prefix itself. */
final class Digest {

    private static final String ROWS = """
            SELECT count(*) || ' ' || md5(string_agg(line, E'\\n' ORDER BY line)) FROM (
              SELECT replace('application ' || concat_ws('|', organisation, case_number, received_on, channel, applicant_type,
                         outcome, decided_on, document_number, elsewhere, state, due_on, working_days, in_time, version,
                         encode(applicant_index, 'hex'), encode(sought_index, 'hex'), octet_length(applicant_name),
                         octet_length(contact), octet_length(delivery), octet_length(reason)), 'PREFIX-', '') AS line
                FROM disclosure_application WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('step ' || concat_ws('|', organisation, case_number, s.number, s.type, s.on_day,
                         s.delivered_on, s.timely, octet_length(s.party)), 'PREFIX-', '')
                FROM application_step s JOIN disclosure_application a ON a.id = s.application
               WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('publication ' || concat_ws('|', organisation, published_on, channels::text, items, reference),
                         'PREFIX-', '') FROM publication WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('document ' || concat_ws('|', organisation, kind, title, document_number, issued_on, ended_on,
                         manner), 'PREFIX-', '') FROM normative_document WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('decisions ' || concat_ws('|', organisation, kind, period, decisions, reference), 'PREFIX-', '')
                FROM administrative_decisions WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('fees ' || concat_ws('|', organisation, period, amount_yuan, reference), 'PREFIX-', '')
                FROM administrative_fees WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('processing ' || concat_ws('|', organisation, period, cases, amount_yuan, reference),
                         'PREFIX-', '') FROM processing_fees WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('dispute ' || concat_ws('|', organisation, kind, case_number, d.filed_on, i.concluded_on,
                         i.result), 'PREFIX-', '')
                FROM dispute d JOIN dispute_instance i ON i.dispute = d.id WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('indicator ' || concat_ws('|', organisation, year, indicator, value), 'PREFIX-', '')
                FROM indicator WHERE organisation LIKE 'PREFIX-%'
              UNION ALL
              SELECT replace('facts ' || concat_ws('|', organisation, type, day, count(*)), 'PREFIX-', '')
                FROM journal WHERE organisation LIKE 'PREFIX-%' GROUP BY organisation, type, day
            ) AS all_rows
            """;

    private Digest() {}

    static String of(ImportStage stage, String prefix) {
        return stage.ask(ROWS.replace("PREFIX", prefix));
    }
}
