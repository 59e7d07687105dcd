package org.gongkai.intake.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.util.TreeSet;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.record.LineKind;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class LinesIT {

    @Inject
    Preparation preparation;

    /** A field without a column could not be imported, a column without a field would be a lost fact. */
    @Test
    void the_vocabulary_has_the_fields_of_every_body_and_no_other() {
        TreeSet<String> records = new TreeSet<>();
        for (RecordWords words : Vocabulary.get().records()) {
            LineKind kind = preparation.kinds().get(words.record());
            TreeSet<String> fields = new TreeSet<>(kind.besides());
            add(fields, "", kind.bodyType());
            TreeSet<String> columns = new TreeSet<>();
            words.fields().forEach(field -> columns.add(field.field()));
            assertEquals(fields, columns, words.record());
            records.add(words.record());
        }
        assertEquals(preparation.kinds().keySet(), records);
    }

    private static void add(TreeSet<String> fields, String prefix, Class<?> body) {
        for (RecordComponent component : body.getRecordComponents()) {
            if (component.getGenericType() instanceof ParameterizedType list
                    && list.getActualTypeArguments()[0] instanceof Class<?> element
                    && element.isRecord()) {
                add(fields, component.getName() + "[].", element);
            } else if (component.getType().isRecord()) {
                add(fields, component.getName() + ".", component.getType());
            } else {
                fields.add(prefix + component.getName());
            }
        }
    }
}
