package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** Lines that record a quiet record. */
public abstract class QuietLines<B extends Record & RecordBody, S> implements LineKind, LineKind.Bulk {

    private final String record;
    private final RecordKind<B, S> kind;

    protected QuietLines(String record, RecordKind<B, S> kind) {
        this.record = record;
        this.kind = kind;
    }

    @Override
    public final String record() {
        return record;
    }

    @Override
    public final Class<B> bodyType() {
        return kind.bodyType();
    }

    @Override
    public final PreparedLine prepared(ObjectNode fields, LineScope scope) throws JsonProcessingException {
        B sent = scope.read(fields, kind.bodyType());
        B clean = kind.admitted(sent, scope.today(), scope);
        requireKey(clean);
        return new Prepared(sent, clean);
    }

    /** Without it the same file again would record the same thing twice. */
    private void requireKey(B body) {
        Refusal refusal = new Refusal(ProblemType.INVALID_FIELDS);
        boolean whole = true;
        Iterator<String> names = kind.key().keySet().iterator();
        for (Object value : kind.keyOf(body)) {
            String name = names.next();
            if (value == null) {
                refusal.field(name, "natural-key-needed");
                whole = false;
            }
        }
        if (!whole) {
            throw refusal;
        }
    }

    /** A kind that nothing but amendments changes has no more to settle than its natural key. */
    @Override
    public final Optional<Bulk> bulk() {
        return kind instanceof RecordKind.Plain ? Optional.of(this) : Optional.empty();
    }

    @Override
    public final List<PreparedLine.Entered> entered(Writing writing, List<PreparedLine> lines) {
        List<Prepared> all = new ArrayList<>();
        lines.forEach(line -> all.add(prepared(line)));
        List<Kept<S>> made = writing.insertAll(
                kind,
                all.stream().map(each -> each.clean.organisation()).toList(),
                all.stream()
                        .map(each -> kind.begun(each.clean, writing.today()))
                        .toList());
        List<PreparedLine.Entered> entered = new ArrayList<>();
        made.forEach(kept -> entered.add(kept == null ? null : new PreparedLine.Entered(kept.id(), true)));
        return entered;
    }

    @SuppressWarnings("unchecked")
    private Prepared prepared(PreparedLine line) {
        return (Prepared) line;
    }

    private final class Prepared implements PreparedLine {

        private final B sent;
        private final B clean;

        Prepared(B sent, B clean) {
            this.sent = sent;
            this.clean = clean;
        }

        @Override
        public Entered enter(Writing writing) {
            List<Records.Equal> key = kind.keyOf(kind.keyOf(clean));
            Kept<S> kept = writing.lock(kind, clean.organisation(), key).orElse(null);
            if (kept == null) {
                return writing.insert(kind, writing.newId(), clean.organisation(), kind.begun(clean, writing.today()))
                        .map(made -> new Entered(made.id(), true))
                        .orElseThrow(Interrupted::new);
            }
            if (Objects.equals(kind.body(kept.state()), clean)) {
                return new Entered(kept.id(), false);
            }
            return new Entered(kept.id(), kind.replaced(writing, sent, clean, kept) != kept);
        }
    }

    /** Another call recorded the same at this moment; the piece is to be tried again. */
    public static final class Interrupted extends RuntimeException {
        private static final long serialVersionUID = 1L;

        Interrupted() {
            super("recorded by another at this moment", null, false, false);
        }
    }
}
