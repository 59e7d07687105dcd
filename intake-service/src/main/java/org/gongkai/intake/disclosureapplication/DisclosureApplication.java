package org.gongkai.intake.disclosureapplication;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.gongkai.intake.OfficialTime;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.lifecycle.State;

/**
 * An application as it is kept.
 *
 * @param id UUIDv7
 * @param content what was sent, with the day of receipt
 * @param awaited whether it was registered to await confirmation, so that its day of receipt comes by a step
 * @param receivedFact the fact of its registration
 * @param decision its outcome, or null while it is open
 * @param decidedFact the fact of its outcome, or null
 * @param withdrawn whether that outcome is a withdrawal, which is a step
 * @param dates what follows from its steps and the calendar
 * @param lastFact the newest fact about it
 * @param voided null while it stands
 * @param version raised by each change; the ETag
 */
record DisclosureApplication(
        UUID id,
        ApplicationBody content,
        boolean awaited,
        UUID receivedFact,
        OutcomeBody decision,
        UUID decidedFact,
        boolean withdrawn,
        Dates dates,
        UUID lastFact,
        Voided voided,
        long version) {

    /** When and why it was voided. */
    record Voided(OffsetDateTime at, String reason) {

        Voided {
            at = OfficialTime.of(at);
        }
    }

    static final String COLUMNS =
            "a.id, a.organisation, a.case_number, a.received_on, a.arrived_on, a.confirmed_on, a.channel, a.applicant_type,"
                    + " a.applicant_name, a.identity_document, a.contact, a.parties,"
                    + " cardinality(a.co_applicant_index) AS co_applicants, a.information_sought, a.delivery, a.handler,"
                    + " a.received_fact, a.outcome, a.decided_on, a.document_number, a.reason, a.elsewhere, a.decided_fact,"
                    + " a.awaited, a.withdrawn, a.state, a.due_on, a.missing_calendar, a.clock_stands, a.working_days, a.in_time,"
                    + " a.last_fact, a.voided_at, a.void_reason, a.version";

    /** Reads a row of {@link #COLUMNS}, its personal data by the opening. */
    static DisclosureApplication read(ResultSet row, Opening opening) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Parties parties = Parties.read(
                opening.open(row.getBytes(Parties.COLUMN), id, Parties.COLUMN), row.getInt("co_applicants"));
        ApplicationBody content = new ApplicationBody(
                row.getString("organisation"),
                row.getString("case_number"),
                row.getObject("received_on", LocalDate.class),
                row.getObject("arrived_on", LocalDate.class),
                row.getObject("confirmed_on", LocalDate.class),
                Channel.valueOf(row.getString("channel")),
                new ApplicationBody.ApplicantBody(
                        ApplicantType.valueOf(row.getString("applicant_type")),
                        opening.open(row.getBytes("applicant_name"), id, "applicant_name"),
                        opening.open(row.getBytes("identity_document"), id, "identity_document"),
                        opening.open(row.getBytes("contact"), id, "contact")),
                parties.coApplicants(),
                parties.agents(),
                opening.open(row.getBytes("information_sought"), id, "information_sought"),
                opening.open(row.getBytes("delivery"), id, "delivery"),
                opening.open(row.getBytes("handler"), id, "handler"));
        String outcome = row.getString("outcome");
        OutcomeBody decision = outcome == null
                ? null
                : new OutcomeBody(
                        Outcome.valueOf(outcome),
                        row.getObject("decided_on", LocalDate.class),
                        row.getString("document_number"),
                        opening.open(row.getBytes("reason"), id, "reason"),
                        row.getBoolean("elsewhere"));
        OffsetDateTime voidedAt = row.getObject("voided_at", OffsetDateTime.class);
        return new DisclosureApplication(
                id,
                content,
                row.getBoolean("awaited"),
                row.getObject("received_fact", UUID.class),
                decision,
                row.getObject("decided_fact", UUID.class),
                row.getBoolean("withdrawn"),
                new Dates(
                        State.valueOf(row.getString("state")),
                        row.getObject("due_on", LocalDate.class),
                        row.getObject("missing_calendar", Integer.class),
                        row.getBoolean("clock_stands"),
                        row.getObject("working_days", Integer.class),
                        row.getObject("in_time", Boolean.class)),
                row.getObject("last_fact", UUID.class),
                voidedAt == null
                        ? null
                        : new Voided(voidedAt, opening.open(row.getBytes("void_reason"), id, "void_reason")),
                row.getLong("version"));
    }

    DisclosureApplication with(Dates other) {
        return new DisclosureApplication(
                id, content, awaited, receivedFact, decision, decidedFact, withdrawn, other, lastFact, voided, version);
    }

    DisclosureApplication with(ApplicationBody other, OutcomeBody outcome) {
        return new DisclosureApplication(
                id, other, awaited, receivedFact, outcome, decidedFact, withdrawn, dates, lastFact, voided, version);
    }

    DisclosureApplication with(UUID newest, UUID decidedBy) {
        return new DisclosureApplication(
                id, content, awaited, receivedFact, decision, decidedBy, withdrawn, dates, newest, voided, version);
    }

    /** The next version, with its newest fact. */
    DisclosureApplication next(UUID newest) {
        return new DisclosureApplication(
                id,
                content,
                awaited,
                receivedFact,
                decision,
                decidedFact,
                withdrawn,
                dates,
                newest,
                voided,
                version + 1);
    }

    /** What was sent, without the day of receipt where that came by a step. */
    ApplicationBody sent() {
        return awaited ? content.received(null, null) : content;
    }

    /** How a sealed field of a record becomes text; null for null. */
    interface Opening {
        String open(byte[] sealed, UUID record, String field);
    }

    /** Names of the fields in which what was sent differs; never their values. */
    List<String> differences(ApplicationBody other) {
        List<String> names = new ArrayList<>();
        compare(names, "receivedOn", sent().receivedOn(), other.receivedOn());
        compare(names, "arrivedOn", content.arrivedOn(), other.arrivedOn());
        compare(names, "confirmedOn", sent().confirmedOn(), other.confirmedOn());
        compare(names, "channel", content.channel(), other.channel());
        compare(
                names,
                "applicant.type",
                content.applicant().type(),
                other.applicant().type());
        compare(
                names,
                "applicant.name",
                content.applicant().name(),
                other.applicant().name());
        compare(
                names,
                "applicant.identityDocument",
                content.applicant().identityDocument(),
                other.applicant().identityDocument());
        compare(
                names,
                "applicant.contact",
                content.applicant().contact(),
                other.applicant().contact());
        compare(names, "coApplicants", content.coApplicants(), other.coApplicants());
        compare(names, "agents", content.agents(), other.agents());
        compare(names, "informationSought", content.informationSought(), other.informationSought());
        compare(names, "delivery", content.delivery(), other.delivery());
        compare(names, "handler", content.handler(), other.handler());
        return names;
    }

    /** Names of the fields in which an outcome differs from the one that is recorded. */
    List<String> differences(OutcomeBody other) {
        List<String> names = new ArrayList<>();
        compare(names, "outcome", decision.outcome(), other.outcome());
        compare(names, "decidedOn", decision.decidedOn(), other.decidedOn());
        compare(names, "documentNumber", decision.documentNumber(), other.documentNumber());
        compare(names, "reason", decision.reason(), other.reason());
        compare(names, "elsewhere", decision.elsewhere(), other.elsewhere());
        return names;
    }

    private static void compare(List<String> names, String field, Object kept, Object sent) {
        if (!Objects.equals(kept, sent)) {
            names.add(field);
        }
    }
}
