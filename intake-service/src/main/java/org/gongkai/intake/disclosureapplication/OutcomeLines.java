package org.gongkai.intake.disclosureapplication;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.LineScope;
import org.gongkai.intake.record.ParentFields;
import org.gongkai.intake.record.PreparedLine;

/** Outcomes of applications of an import. */
@ApplicationScoped
class OutcomeLines implements LineKind {

    @Inject
    CaseLine line;

    @Inject
    Desk desk;

    @Override
    public String record() {
        return "outcome";
    }

    @Override
    public Class<OutcomeBody> bodyType() {
        return OutcomeBody.class;
    }

    @Override
    public List<String> besides() {
        return List.of("organisation", "caseNumber");
    }

    @Override
    public PreparedLine prepared(ObjectNode fields, LineScope scope) throws JsonProcessingException {
        ParentFields<CaseLine.Of> parent = ParentFields.taken(fields, CaseLine.Of.class, scope);
        OutcomeBody body = scope.read(fields, OutcomeBody.class);
        return line.changing(parent, scope.by(), false, (kept, making) -> desk.decided(kept, making.days(), body));
    }

    @Override
    public Optional<Bulk> bulk() {
        return Optional.of(line);
    }
}
