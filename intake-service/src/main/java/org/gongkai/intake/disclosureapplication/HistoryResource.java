package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.gongkai.intake.access.Operation;
import org.gongkai.intake.access.Permits;
import org.gongkai.intake.journal.Journal;
import org.gongkai.intake.lifecycle.Outcome;
import org.gongkai.intake.personaldata.AccessLog;

/** All that was done to an application, and by whom. */
@Path("/applications/{id}/history")
@Produces(MediaType.APPLICATION_JSON)
public class HistoryResource {

    private static final String ARRIVED = "org.gongkai.ApplicationArrived.v1";

    @Inject
    Cases cases;

    @Inject
    CaseReading reading;

    @Inject
    Journal journal;

    @Any
    @Inject
    Instance<CaseBelongings> belongings;

    @GET
    @Permits(Operation.READ_APPLICATIONS)
    @org.eclipse.microprofile.openapi.annotations.Operation(
            summary = "All that was recorded, amended and retracted, oldest first; nothing is ever left out")
    @APIResponse(responseCode = "200", description = "The history; masked unless the caller's body holds the case")
    public List<HistoryView> get(@PathParam("id") String id) {
        WholeCase whole = cases.whole(reading.reached(id));
        boolean readable = reading.readable(whole.application());
        reading.note(whole.application(), AccessLog.Call.HISTORY);
        List<HistoryView> history = new ArrayList<>();
        lines(whole).forEach(line -> history.add(HistoryView.of(line, whole.steps(), readable)));
        belongings.forEach(
                each -> history.addAll(each.history(whole.application().id(), readable)));
        // what leads to no version of its own comes after what led to the one of its time
        history.sort(Comparator.comparingLong(HistoryView::version));
        return history;
    }

    private List<HistoryTable.Line> lines(WholeCase whole) {
        DisclosureApplication application = whole.application();
        List<HistoryTable.Line> later = cases.history(application.id());
        List<HistoryTable.Line> lines = new ArrayList<>();
        Journal.Recorded registered = journal.recorded(application.receivedFact());
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("on", registered.day().toString());
        CaseAct act = registered.type().equals(ARRIVED) ? CaseAct.ARRIVED : CaseAct.RECEIVED;
        lines.add(new HistoryTable.Line(1, act, null, note, registered.at(), registered.by()));
        decidedAtOnce(application, later, lines);
        lines.addAll(later);
        return lines;
    }

    /** An outcome of the time before there were lines has none of its own; it raised the version to 2, as nothing else did. */
    private void decidedAtOnce(
            DisclosureApplication application, List<HistoryTable.Line> later, List<HistoryTable.Line> lines) {
        HistoryTable.Line first = later.stream()
                .filter(line -> line.act() == CaseAct.DECIDED
                        || line.act() == CaseAct.OUTCOME_RETRACTED
                        || line.note().path("type").asText().equals("WITHDRAWN"))
                .findFirst()
                .orElse(null);
        if (first != null && first.act() == CaseAct.OUTCOME_RETRACTED) {
            lines.add(decided(
                    UUID.fromString(first.note().get("fact").asText()),
                    Outcome.valueOf(first.note().get("outcome").asText())));
        } else if (first == null && application.decision() != null) {
            lines.add(decided(application.decidedFact(), application.decision().outcome()));
        }
    }

    private HistoryTable.Line decided(UUID fact, Outcome outcome) {
        Journal.Recorded recorded = journal.recorded(fact);
        ObjectNode note = JsonNodeFactory.instance.objectNode();
        note.put("outcome", outcome.name());
        note.put("on", recorded.day().toString());
        return new HistoryTable.Line(2, CaseAct.DECIDED, null, note, recorded.at(), recorded.by());
    }
}
