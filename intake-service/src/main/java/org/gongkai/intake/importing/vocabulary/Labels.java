package org.gongkai.intake.importing.vocabulary;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.Map;
import java.util.Optional;

/** Puts codes in the place of their labels; what is neither stays, and is refused as any unknown code is. */
public final class Labels {

    private static final Map<String, Boolean> YES_OR_NO = Map.of(
            "是", true, "否", false, "true", true, "false", false, "TRUE", true, "FALSE", false, "1", true, "0", false);

    private Labels() {}

    /** In place. */
    public static void translate(ObjectNode line, Vocabulary.RecordWords record) {
        for (Vocabulary.Field field : record.fields()) {
            if (field.kind() == Vocabulary.Kind.CODE
                    || field.kind() == Vocabulary.Kind.CODES
                    || field.kind() == Vocabulary.Kind.YES) {
                for (ObjectNode holder : field.holdersIn(line)) {
                    translate(holder, field.name(), field);
                }
            }
        }
    }

    private static void translate(ObjectNode holder, String name, Vocabulary.Field field) {
        JsonNode value = holder.get(name);
        if (value instanceof TextNode text) {
            if (field.kind() == Vocabulary.Kind.YES) {
                Boolean yes = YES_OR_NO.get(Vocabulary.plain(text.textValue()));
                if (yes != null && !text.textValue().matches("[a-zA-Z0-9]+")) {
                    holder.set(name, BooleanNode.valueOf(yes));
                }
            } else if (field.kind() == Vocabulary.Kind.CODE) {
                holder.put(name, code(field, text.textValue()));
            }
        } else if (value instanceof ArrayNode list) {
            for (int i = 0; i < list.size(); i++) {
                if (list.get(i).isTextual()) {
                    list.set(i, TextNode.valueOf(code(field, list.get(i).textValue())));
                }
            }
        }
    }

    /** The code that the word stands for, or the word itself. */
    public static String code(Vocabulary.Field field, String word) {
        return Vocabulary.get().code(field.codes(), word).orElse(word);
    }

    /** 是, 否 and what spreadsheets write for them. */
    public static Optional<Boolean> yes(String word) {
        return Optional.ofNullable(YES_OR_NO.get(Vocabulary.plain(word)));
    }
}
