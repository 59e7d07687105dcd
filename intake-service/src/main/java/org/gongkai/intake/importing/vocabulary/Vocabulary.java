package org.gongkai.intake.importing.vocabulary;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Words for records, fields and codes, as {@code vocabulary.json} has them; a code is always a word for itself. */
public final class Vocabulary {

    private static final String LIST = "[]";

    private static final Vocabulary ONLY = new Vocabulary(read());

    private final List<RecordWords> records;
    private final Map<String, Map<String, List<String>>> codes;
    private final Map<String, RecordWords> byWord = new HashMap<>();
    private final Map<String, Map<String, Field>> fields = new HashMap<>();
    private final Map<String, Map<String, String>> codeByWord = new HashMap<>();

    private record File(List<RecordWords> records, Map<String, Map<String, List<String>>> codes) {}

    /**
     * A kind of record.
     *
     * @param record its code
     * @param label the word of templates and sheets
     * @param also further words
     * @param fields in the order of templates
     */
    public record RecordWords(String record, String label, List<String> also, List<Field> fields) {}

    /**
     * A field of a line.
     *
     * @param field its path, {@code applicant.type}; {@code agents[].name}: of each in a list, of which a row of a table has one
     * @param label the header of templates
     * @param kind how its cells are read
     * @param example of the template's first row, or null
     * @param codes of {@link Kind#CODE} and {@link Kind#CODES}
     * @param also further headers
     * @param required whether a line without it is refused
     */
    public record Field(
            String field, String label, Kind kind, String example, String codes, List<String> also, boolean required) {

        public Field {
            also = also == null ? List.of() : also;
        }

        /** Its name in the object that it stands in. */
        public String name() {
            return field.substring(field.indexOf('.') + 1);
        }

        /** The objects of a line that it may stand in. */
        public List<ObjectNode> holdersIn(ObjectNode line) {
            int dot = field.indexOf('.');
            if (dot < 0) {
                return List.of(line);
            }
            List<ObjectNode> holders = new ArrayList<>();
            JsonNode owner = line.path(field.substring(0, isOfList(dot) ? dot - LIST.length() : dot));
            for (JsonNode each : isOfList(dot) && owner.isArray() ? owner : List.of(owner)) {
                if (each instanceof ObjectNode object) {
                    holders.add(object);
                }
            }
            return holders;
        }

        /** The one object that it stands in in a row of a table; made where it is not there yet. */
        public ObjectNode holderIn(ObjectNode row) {
            int dot = field.indexOf('.');
            if (dot < 0) {
                return row;
            }
            if (!isOfList(dot)) {
                return row.withObjectProperty(field.substring(0, dot));
            }
            ArrayNode list = row.withArrayProperty(field.substring(0, dot - LIST.length()));
            return list.isEmpty() ? list.addObject() : (ObjectNode) list.get(0);
        }

        private boolean isOfList(int dot) {
            return field.startsWith(LIST, dot - LIST.length());
        }
    }

    /** How a cell is read. */
    public enum Kind {
        TEXT,
        CODE_TEXT,
        CODE,
        CODES,
        DAY,
        PERIOD,
        COUNT,
        INTEGER,
        YUAN,
        YES
    }

    private Vocabulary(File file) {
        this.records = file.records();
        this.codes = file.codes();
        for (RecordWords each : records) {
            words(each.record(), each.label(), each.also()).forEach(word -> byWord.put(word, each));
            Map<String, Field> known = new HashMap<>();
            each.fields()
                    .forEach(field ->
                            words(field.field(), field.label(), field.also()).forEach(word -> known.put(word, field)));
            fields.put(each.record(), known);
        }
        codes.forEach((name, labels) -> {
            Map<String, String> known = new HashMap<>();
            labels.forEach((code, words) -> {
                known.put(code, code);
                words.forEach(word -> known.put(plain(word), code));
            });
            codeByWord.put(name, known);
        });
    }

    /** The one of this service. */
    public static Vocabulary get() {
        return ONLY;
    }

    private static File read() {
        try (InputStream file = Vocabulary.class.getResourceAsStream("/org/gongkai/intake/importing/vocabulary.json")) {
            return JsonMapper.builder()
                    .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .build()
                    .readValue(file, File.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> words(String code, String label, List<String> also) {
        return Stream.concat(Stream.of(code, label), also.stream()).map(Vocabulary::plain);
    }

    /** Without blanks, and with full-width letters, digits and marks as half-width ones. */
    public static String plain(String word) {
        for (int i = 0; i < word.length(); i++) {
            char c = word.charAt(i);
            if (c <= ' ' || c > '~') {
                return Normalizer.normalize(word, Normalizer.Form.NFKC).replaceAll("[\\s\\p{Z}\\p{Cf}]+", "");
            }
        }
        return word;
    }

    /** All kinds of record, in the order of the file. */
    public List<RecordWords> records() {
        return records;
    }

    /** By its code or a word for it. */
    public Optional<RecordWords> record(String word) {
        return Optional.ofNullable(byWord.get(plain(word)));
    }

    /** A field of a record by its path or a header. */
    public Optional<Field> field(String record, String header) {
        return Optional.ofNullable(fields.get(record).get(plain(header)));
    }

    /** A code by itself or a word for it. */
    public Optional<String> code(String codes, String word) {
        return Optional.ofNullable(codeByWord.get(codes).get(plain(word)));
    }

    /** The first label of each code, in the order of the file. */
    public List<String> labels(String name) {
        List<String> labels = new ArrayList<>();
        codes.get(name).forEach((code, words) -> labels.add(words.isEmpty() ? code : words.get(0)));
        return labels;
    }

    /** Codes with all their labels, by their name. */
    public Map<String, Map<String, List<String>>> codes() {
        return codes;
    }
}
