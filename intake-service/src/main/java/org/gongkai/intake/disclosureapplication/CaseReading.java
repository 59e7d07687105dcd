package org.gongkai.intake.disclosureapplication;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.access.Caller;
import org.gongkai.intake.access.Role;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.journal.Position;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.personaldata.AccessLog;
import org.gongkai.intake.problem.Parameters;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Warning;
import org.gongkai.intake.workingday.Calendars;
import org.gongkai.intake.workingday.WorkingDays;

/** Cases as a caller may see them: found in its subtree, masked unless its body holds them, with what is odd about them. */
@ApplicationScoped
class CaseReading {

    @Inject
    ApplicationTable table;

    @Inject
    Cases cases;

    @Inject
    FeeNotices fees;

    @Inject
    Subtree subtree;

    @Inject
    Caller caller;

    @Inject
    Journal journal;

    @Inject
    Calendars calendars;

    @Inject
    AccessLog accesses;

    @Inject
    EarlierCases earlier;

    @Inject
    HttpHeaders headers;

    /** An application of the caller's subtree; any other is as unknown. */
    DisclosureApplication reached(String id) {
        return Parameters.id(id)
                .flatMap(table::byId)
                .filter(found -> subtree.reaches(found.content().organisation()))
                .orElseThrow(() -> new Refusal(ProblemType.NOT_FOUND));
    }

    /** Whether the caller's own body holds the case, so that its personal data are told. */
    boolean readable(DisclosureApplication application) {
        return caller.has(Role.RECORDER) && subtree.holds(application.content().organisation());
    }

    /** One with what stands beside it; in clear for the body that holds the case alone, which is noted first. */
    ShownApplication shown(WholeCase whole) {
        note(whole.application(), AccessLog.Call.READ);
        return beside(whole, true);
    }

    private ShownApplication beside(WholeCase whole, boolean withEarlier) {
        DisclosureApplication application = whole.application();
        boolean erased = application.content().applicant().name() == null;
        return new ShownApplication(
                told(whole),
                erased ? earlier.erasedOn(application.id()) : null,
                withEarlier && !erased && readable(application) ? earlier.of(application) : null);
    }

    /** Notes that the caller is told personal data, where it is. */
    void note(DisclosureApplication application, AccessLog.Call call) {
        if (readable(application)) {
            accesses.note(caller.subject(), caller.claim(), application.id(), call);
        }
    }

    private ApplicationView told(WholeCase whole) {
        WorkingDays days = calendars.loaded().days();
        return ApplicationView.of(
                whole,
                new ApplicationView.Telling(
                        readable(whole.application()), days, journal.today(), true, warnings(whole, days)));
    }

    /** Of a page, each without its steps, and masked for everybody. */
    List<ApplicationView> views(List<DisclosureApplication> page) {
        WorkingDays days = calendars.loaded().days();
        return cases.wholes(page).stream()
                .map(whole -> ApplicationView.of(
                        whole, new ApplicationView.Telling(false, days, journal.today(), false, List.of())))
                .toList();
    }

    /** To a change. */
    Response answer(Response.ResponseBuilder response, Desk.Done done) {
        note(done.whole().application(), AccessLog.Call.CHANGED);
        return registered(response, done, false);
    }

    /**
     * To a registration: what the caller has just sent itself is no reading. Earlier cases are told where they are asked
     * for alone: systems that send by the thousand do not look at them, and would pay a second query for each. A clerk's form
     * asks, or reads the application, which always tells them.
     */
    Response registered(Response.ResponseBuilder response, Desk.Done done, boolean withEarlier) {
        DisclosureApplication application = done.whole().application();
        return response.entity(beside(done.whole(), withEarlier))
                .tag(Long.toString(application.version()))
                .header(Position.HEADER, done.position().token())
                .build();
    }

    private List<Warning> warnings(WholeCase whole, WorkingDays days) {
        if (whole.application().voided() != null) {
            return List.of();
        }
        List<Warning> warnings = new ArrayList<>();
        whole.standing().warnings(days).forEach(key -> warnings.add(Warning.of(key, headers)));
        OutcomeBody outcome = whole.application().decision();
        boolean duplicate =
                outcome != null && outcome.outcome() == Outcome.NOT_HANDLED_DUPLICATE && !outcome.elsewhere();
        if (duplicate && !cases.read(connection -> fees.hasEarlierCase(connection, whole.application()))) {
            warnings.add(Warning.of("duplicate-without-earlier-case", headers));
        }
        if (FeeNotices.isNoticed(whole)) {
            cases.read(connection -> fees.otherThanNoticed(connection, whole))
                    .ifPresent(amount -> warnings.add(Warning.of("fee-differs", headers, amount)));
        }
        return warnings;
    }
}
