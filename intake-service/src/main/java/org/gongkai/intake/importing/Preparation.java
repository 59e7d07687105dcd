package org.gongkai.intake.importing;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.gongkai.intake.importing.reading.Line;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Unreadable;
import org.gongkai.intake.record.LineKind;
import org.gongkai.intake.record.LineScope;

/** Hands each line to the kind of record that it is of. */
@ApplicationScoped
class Preparation {

    private final Map<String, LineKind> kinds;

    @Inject
    Preparation(@All List<LineKind> kinds) {
        this.kinds = kinds.stream().collect(Collectors.toMap(LineKind::record, kind -> kind));
    }

    Piece.Prepared prepared(Line line, LineScope scope) {
        if (line.refusal() != null) {
            return Piece.Prepared.refused(line, line.refusal());
        }
        LineKind kind = kinds.get(line.record().record());
        try {
            return Piece.Prepared.of(line, kind, kind.prepared(line.fields(), scope));
        } catch (Refusal e) {
            return Piece.Prepared.refused(line, e);
        } catch (JsonProcessingException e) {
            return Piece.Prepared.refused(line, Unreadable.explained(e));
        }
    }

    /** All kinds, by what they record. */
    Map<String, LineKind> kinds() {
        return kinds;
    }
}
