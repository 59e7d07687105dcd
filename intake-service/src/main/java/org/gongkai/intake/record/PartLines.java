package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;

/**
 * Lines about a part of a quiet record, which they name by its natural key: its end, its conclusion.
 *
 * @param <P> names the record: its organisation first, then its natural key in the key's order
 * @param <B> the part, as a single call has it
 * @param <S> the record as it is kept
 */
public abstract class PartLines<P extends Record, B extends Record, S> implements LineKind {

    private final String record;
    private final RecordKind<?, S> kind;
    private final Class<P> parentType;
    private final Class<B> bodyType;

    protected PartLines(String record, RecordKind<?, S> kind, Class<P> parentType, Class<B> bodyType) {
        this.record = record;
        this.kind = kind;
        this.parentType = parentType;
        this.bodyType = bodyType;
    }

    /** The record with the part, or as it was where it has it already; refuses as a single call does. */
    protected abstract Kept<S> changed(Writing writing, Kept<S> kept, B body);

    @Override
    public final String record() {
        return record;
    }

    @Override
    public final Class<B> bodyType() {
        return bodyType;
    }

    @Override
    public final List<String> besides() {
        return Arrays.stream(parentType.getRecordComponents())
                .map(RecordComponent::getName)
                .toList();
    }

    @Override
    public final PreparedLine prepared(ObjectNode fields, LineScope scope) throws JsonProcessingException {
        ParentFields<P> parent = ParentFields.taken(fields, parentType, scope);
        B body = scope.read(fields, bodyType);
        return writing -> {
            Kept<S> kept = writing.lock(kind, parent.organisation(), kind.keyOf(parent.key()))
                    .orElseThrow(() -> parent.unknown());
            return new PreparedLine.Entered(kept.id(), changed(writing, kept, body) != kept);
        };
    }
}
