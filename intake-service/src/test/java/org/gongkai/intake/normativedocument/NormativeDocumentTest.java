package org.gongkai.intake.normativedocument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.UUID;
import org.gongkai.intake.normativedocument.NormativeDocument.End;
import org.gongkai.intake.normativedocument.NormativeDocument.Supersession;
import org.junit.jupiter.api.Test;

class NormativeDocumentTest {

    private static final LocalDate LAST = LocalDate.of(2021, 12, 31);
    private static final DocumentBody BODY = new DocumentBody(
            "621000", DocumentKind.NORMATIVE_DOCS, "通知", "庆政发〔2021〕1号", LocalDate.of(2021, 3, 4), LAST, null);

    @Test
    void it_is_in_force_on_the_last_day_and_ended_on_the_next() {
        assertNull(NormativeDocument.issued(BODY, LAST).end());
        assertEquals(
                new End(LAST.plusDays(1), Manner.EXPIRED),
                NormativeDocument.issued(BODY, LAST.plusDays(1)).end());
    }

    @Test
    void the_first_of_its_ends_counts_in_whatever_order_they_become_known() {
        LocalDate today = LocalDate.of(2023, 1, 1);
        DocumentAbolition abolition = new DocumentAbolition(LocalDate.of(2021, 6, 1), Manner.REPEALED);
        Supersession supersession = new Supersession(new UUID(0, 1), LocalDate.of(2021, 5, 1));
        NormativeDocument document = NormativeDocument.issued(BODY, today);

        End abolishedFirst =
                document.with(abolition, today).with(supersession, today).end();
        End supersededFirst =
                document.with(supersession, today).with(abolition, today).end();

        assertEquals(new End(LocalDate.of(2021, 5, 1), Manner.SUPERSEDED), abolishedFirst);
        assertEquals(abolishedFirst, supersededFirst);
        assertEquals(
                Manner.EXPIRED,
                document.with(abolition, today)
                        .with((DocumentAbolition) null, today)
                        .end()
                        .manner());
    }
}
