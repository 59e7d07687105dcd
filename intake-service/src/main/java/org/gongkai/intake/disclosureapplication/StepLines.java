package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.LineScope;
import org.gongkai.intake.record.ParentFields;
import org.gongkai.intake.record.PreparedLine;

/** Steps of applications of an import. */
@ApplicationScoped
class StepLines implements LineKind {

    @Inject
    CaseLine line;

    @Inject
    Desk desk;

    @Override
    public String record() {
        return "step";
    }

    @Override
    public Class<StepBody> bodyType() {
        return StepBody.class;
    }

    @Override
    public List<String> besides() {
        return List.of("organisation", "caseNumber");
    }

    @Override
    public PreparedLine prepared(ObjectNode fields, LineScope scope) throws JsonProcessingException {
        ParentFields<CaseLine.Of> parent = ParentFields.taken(fields, CaseLine.Of.class, scope);
        StepBody body = scope.read(fields, StepBody.class).checked(scope.today());
        // what a notice may ask depends on the month's other notices to the same applicant
        boolean alone = body.type() == StepType.FEE_NOTICED;
        return line.changing(parent, scope.by(), alone, (kept, making) -> desk.stepped(kept, making, body));
    }

    @Override
    public Optional<Bulk> bulk() {
        return Optional.of(line);
    }
}
