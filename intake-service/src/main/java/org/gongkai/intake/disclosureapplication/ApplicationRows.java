package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import org.gongkai.intake.journal.BinaryCopy;
import org.gongkai.intake.personaldata.BlindIndex;
import org.gongkai.intake.personaldata.Seal;

/** New applications in bulk: sealed and laid out ahead, then copied into the table as they are. */
@ApplicationScoped
class ApplicationRows {

    private static final String COPY =
            "COPY disclosure_application (id, organisation, case_number, received_on, arrived_on, confirmed_on, channel,"
                    + " applicant_type, applicant_name, identity_document, contact, parties, information_sought, delivery,"
                    + " handler, applicant_index, co_applicant_index, sought_index, awaited, outcome, decided_on,"
                    + " document_number, reason, elsewhere, decided_fact, state, due_on, missing_calendar, clock_stands,"
                    + " working_days, in_time, dated_with, received_fact, last_fact, version)"
                    + " FROM STDIN (FORMAT binary)";
    private static final int COLUMNS = 35;
    private static final String COPY_HISTORY =
            "COPY application_correction (application, version, act, was, corrected_at, corrected_by)"
                    + " FROM STDIN (FORMAT binary)";
    private static final int HISTORY_COLUMNS = 6;

    @Inject
    Seal seal;

    @Inject
    BlindIndex index;

    /**
     * A row as it is sent.
     *
     * @param application of the table
     * @param history of its history, or null where it is only registered
     */
    record Laid(byte[] application, byte[] history) {}

    Laid laid(Cases.New made) {
        return new Laid(application(made), made.line() == null ? null : history(made));
    }

    private byte[] application(Cases.New made) {
        DisclosureApplication row = made.application();
        ApplicationBody body = row.content();
        ApplicationBody.ApplicantBody asks = body.applicant();
        Dates dates = row.dates();
        BinaryCopy.Row out = new BinaryCopy.Row(COLUMNS);
        out.uuid(row.id());
        out.text(body.organisation());
        out.text(body.caseNumber());
        out.day(body.receivedOn());
        out.day(body.arrivedOn());
        out.day(body.confirmedOn());
        out.code(body.channel());
        out.code(asks.type());
        out.bytes(seal.seal(asks.name(), row.id(), "applicant_name"));
        out.bytes(seal.seal(asks.identityDocument(), row.id(), "identity_document"));
        out.bytes(seal.seal(asks.contact(), row.id(), "contact"));
        out.bytes(seal.seal(Parties.text(body), row.id(), Parties.COLUMN));
        out.bytes(seal.seal(body.informationSought(), row.id(), "information_sought"));
        out.bytes(seal.seal(body.delivery(), row.id(), "delivery"));
        out.bytes(seal.seal(body.handler(), row.id(), "handler"));
        out.bytes(index.ofIdentityDocument(asks.identityDocument()));
        out.byteArrays(Parties.digests(body, index));
        out.bytes(index.ofText(body.informationSought()));
        out.bool(row.awaited());
        writeOutcome(out, row);
        out.code(dates.state());
        out.day(dates.dueOn());
        out.integer(dates.missingCalendar());
        out.bool(dates.clockStands());
        out.integer(dates.workingDays());
        out.bool(dates.inTime());
        out.bigint(made.calendar());
        out.uuid(made.receipt());
        out.uuid(made.entries().get(made.entries().size() - 1).id());
        out.bigint(row.version());
        return out.laid();
    }

    private void writeOutcome(BinaryCopy.Row out, DisclosureApplication row) {
        OutcomeBody outcome = row.decision();
        out.code(outcome == null ? null : outcome.outcome());
        out.day(outcome == null ? null : outcome.decidedOn());
        out.text(outcome == null ? null : outcome.documentNumber());
        out.bytes(outcome == null ? null : seal.seal(outcome.reason(), row.id(), "reason"));
        out.bool(outcome == null ? null : outcome.elsewhere());
        out.uuid(outcome == null ? null : row.decidedFact());
    }

    private byte[] history(Cases.New made) {
        BinaryCopy.Row out = new BinaryCopy.Row(HISTORY_COLUMNS);
        HistoryTable.Line line = made.line();
        out.uuid(made.application().id());
        out.bigint(line.version());
        out.code(line.act());
        out.bytes(seal.seal(line.note().toString(), made.application().id(), "was"));
        out.instant(line.at().toInstant());
        out.text(line.by());
        return out.laid();
    }

    /** Copies them; fails where one has a case number that is taken. */
    void write(Connection connection, List<Laid> rows) throws SQLException {
        BinaryCopy.send(connection, COPY, rows.stream().map(Laid::application).toList());
        List<byte[]> histories =
                rows.stream().map(Laid::history).filter(each -> each != null).toList();
        if (!histories.isEmpty()) {
            BinaryCopy.send(connection, COPY_HISTORY, histories);
        }
    }
}
