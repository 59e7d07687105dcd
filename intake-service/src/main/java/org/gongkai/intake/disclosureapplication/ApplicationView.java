package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.util.UUID;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.lifecycle.Outcome;

/** An application as callers read it; personal data are masked for all but the body that holds the case. */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record ApplicationView(
        UUID id,
        String organisation,
        String caseNumber,
        State state,
        LocalDate receivedOn,
        LocalDate arrivedOn,
        LocalDate confirmedOn,
        Channel channel,
        ApplicationBody.ApplicantBody applicant,
        String informationSought,
        String delivery,
        String handler,
        Outcome outcome,
        LocalDate decidedOn,
        String documentNumber,
        String reason,
        Boolean elsewhere) {

    /** What personal data look like to all but the body that holds the case. */
    public static final String MASK = "***";

    /** Where an application stands. */
    public enum State {
        /** Received and not decided. */
        REGISTERED,
        /** Has its outcome. */
        CLOSED
    }

    static ApplicationView of(DisclosureApplication application, boolean readable) {
        ApplicationBody content = application.content();
        OutcomeBody decision = application.decision();
        ApplicationBody.ApplicantBody asks = content.applicant();
        return new ApplicationView(
                application.id(),
                content.organisation(),
                content.caseNumber(),
                decision == null ? State.REGISTERED : State.CLOSED,
                content.receivedOn(),
                content.arrivedOn(),
                content.confirmedOn(),
                content.channel(),
                new ApplicationBody.ApplicantBody(
                        asks.type(),
                        masked(asks.name(), readable),
                        masked(asks.identityDocument(), readable),
                        masked(asks.contact(), readable)),
                masked(content.informationSought(), readable),
                masked(content.delivery(), readable),
                masked(content.handler(), readable),
                decision == null ? null : decision.outcome(),
                decision == null ? null : decision.decidedOn(),
                decision == null ? null : decision.documentNumber(),
                decision == null ? null : masked(decision.reason(), readable),
                decision == null ? null : decision.elsewhere());
    }

    private static String masked(String text, boolean readable) {
        return text == null || readable ? text : MASK;
    }
}
