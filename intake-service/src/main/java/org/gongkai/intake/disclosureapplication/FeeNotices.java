package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.Stream;
import org.gongkai.intake.fee.Tariff;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.personaldata.BlindIndex;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.record.Yuan;

/**
 * What a fee notice charges (国办函〔2020〕109号): per item, progressive over what the same applicant, of several the first, asked
 * the same body for in one calendar month, or per page of this application alone.
 */
@ApplicationScoped
class FeeNotices {

    /** Items of the applicant's earlier applications of the month: those of its newest fee notice, else one. */
    private static final String BEFORE = """
            SELECT coalesce(sum(coalesce(
                     (SELECT s.items FROM application_step s
                       WHERE s.application = a.id AND s.type = 'FEE_NOTICED' AND s.retracted_at IS NULL
                       ORDER BY s.on_day DESC, s.number DESC LIMIT 1), 1)), 0)
              FROM disclosure_application a
             WHERE a.organisation = ? AND a.applicant_index = ? AND a.voided_at IS NULL
               AND coalesce(a.received_on, a.arrived_on) >= ? AND (coalesce(a.received_on, a.arrived_on), a.id) < (?, ?)
            """;

    private static final String EARLIER = """
            SELECT EXISTS (SELECT 1 FROM disclosure_application a
             WHERE a.organisation = ? AND %s AND a.voided_at IS NULL
               AND (coalesce(a.received_on, a.arrived_on), a.id) < (?, ?))
            """.formatted(Parties.ASKS);

    @Inject
    BlindIndex index;

    /** With its amount, which is the tariff's where it says none; refuses where there is nothing to pay. */
    StepBody charged(Connection connection, WholeCase whole, StepBody notice) throws SQLException {
        if (notice.type() != StepType.FEE_NOTICED || notice.amountYuan() != null) {
            return notice;
        }
        BigDecimal amount = tariff(connection, whole.application(), notice);
        if (amount.signum() == 0) {
            throw new Refusal(ProblemType.INVALID_FIELDS)
                    .field(notice.items() == null ? "pages" : "items", "nothing-to-pay");
        }
        return notice.charging(Yuan.of(amount));
    }

    /** What the tariff has for the newest notice where that says otherwise. */
    Optional<String> otherThanNoticed(Connection connection, WholeCase whole) throws SQLException {
        StepBody newest = notices(whole).reduce((before, next) -> next).orElseThrow();
        String tariff = Yuan.of(tariff(connection, whole.application(), newest));
        return Optional.of(tariff).filter(amount -> !amount.equals(newest.amountYuan()));
    }

    static boolean isNoticed(WholeCase whole) {
        return notices(whole).findAny().isPresent();
    }

    private static Stream<StepBody> notices(WholeCase whole) {
        return whole.standingSteps().stream().map(KeptStep::body).filter(step -> step.type() == StepType.FEE_NOTICED);
    }

    /** Whether one of its applicants has an earlier case with this body; no where no identity document is known. */
    boolean hasEarlierCase(Connection connection, DisclosureApplication application) throws SQLException {
        ApplicationBody content = application.content();
        byte[][] people = Parties.allDigests(content, index);
        Array digests = connection.createArrayOf("bytea", people);
        return people.length > 0
                && asked(
                        connection,
                        EARLIER,
                        row -> row.getBoolean(1),
                        content.organisation(),
                        digests,
                        digests,
                        content.begins(),
                        application.id());
    }

    private BigDecimal tariff(Connection connection, DisclosureApplication application, StepBody notice)
            throws SQLException {
        return notice.items() == null
                ? Tariff.PER_PAGE.charge(0, notice.pages())
                // more than the tariff can count is a slip of the hand in another case, and no reason to refuse this
                // one
                : Tariff.PER_ITEM.charge(
                        Math.min(before(connection, application), Tariff.PER_ITEM.most() - notice.items()),
                        notice.items());
    }

    private long before(Connection connection, DisclosureApplication application) throws SQLException {
        ApplicationBody content = application.content();
        byte[] applicant = index.ofIdentityDocument(content.applicant().identityDocument());
        LocalDate day = content.begins();
        return applicant == null
                ? 0
                : asked(
                        connection,
                        BEFORE,
                        row -> row.getLong(1),
                        content.organisation(),
                        applicant,
                        day.withDayOfMonth(1),
                        day,
                        application.id());
    }

    private static <T> T asked(
            Connection connection, String query, ApplicationTable.Reading<T> reading, Object... parameters)
            throws SQLException {
        try (PreparedStatement statement = connection.prepareStatement(query)) {
            for (int i = 0; i < parameters.length; i++) {
                statement.setObject(i + 1, parameters[i]);
            }
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return reading.of(row);
            }
        }
    }
}
