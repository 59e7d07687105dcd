package org.gongkai.intake.importing;

import static org.gongkai.intake.Calls.register;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.gongkai.embedded.testing.WithInfrastructure;
import org.gongkai.intake.importing.ImportCalls.Answer;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Kind;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.junit.jupiter.api.Test;

/** The same records as NDJSON, CSV and a workbook give the same rows: random records of a printed seed. */
@QuarkusTest
@WithInfrastructure(database = "intake", kafka = true)
class SameRowsIT {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int ROUNDS = 4;
    private static final int LINES = 60;
    private static final List<String> RECORDS = List.of(
            "application", "publication", "decisions", "fees", "processingFees", "indicator", "normativeDocument");

    private final long seed = Long.getLong("gongkai.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void random_records_give_the_same_rows_in_every_format() throws IOException {
        System.out.println("seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            String record = RECORDS.get(random.nextInt(RECORDS.size()));
            RecordWords words = Vocabulary.get().record(record).orElseThrow();
            List<Map<String, Object>> lines = new ArrayList<>();
            for (int i = 0; i < LINES; i++) {
                lines.add(line(words, i));
            }
            Map<String, Answer> answers = new LinkedHashMap<>();
            String run = "R" + Long.toString(seed & 0xFFFFFF, 36).toUpperCase() + round;
            for (String format : List.of("N", "C", "X")) {
                register(run + format, null);
            }
            answers.put("N", ImportCalls.streamed(run + "N", ImportCalls.NDJSON, "", ndjson(words, lines, run + "N")));
            answers.put(
                    "C",
                    ImportCalls.streamed(
                            run + "C", ImportCalls.CSV, "?record=" + record, csv(words, lines, run + "C")));
            answers.put("X", ImportCalls.streamed(run + "X", ImportCalls.XLSX, "", workbook(words, lines, run + "X")));
            String what = "seed " + seed + ", " + record;
            assertEquals(
                    answers.get("N").summary(),
                    answers.get("C").summary(),
                    what + answers.get("C").refusals());
            assertEquals(
                    answers.get("N").summary(),
                    answers.get("X").summary(),
                    what + answers.get("X").refusals());
            assertEquals(rows(run, "N"), rows(run, "C"), what);
            assertEquals(rows(run, "N"), rows(run, "X"), what);
        }
    }

    private static String rows(String run, String format) {
        String rows =
                ImportRows.of(run + format).replace(run + format, "BODY").replaceAll("[0-9a-f]{8}-[0-9a-f-]{27}", "");
        return String.join("\n", rows.lines().sorted().toList());
    }

    private Map<String, Object> line(RecordWords words, int number) {
        Map<String, Object> line = new LinkedHashMap<>();
        boolean decided = random.nextBoolean();
        for (Field field : words.fields()) {
            boolean ofOutcome =
                    List.of("outcome", "decidedOn", "documentNumber", "reason").contains(field.field())
                            && words.record().equals("application");
            if (field.required()
                    || field.field().equals("receivedOn")
                    || (ofOutcome ? decided : random.nextInt(3) == 0)) {
                Object value = value(words.record(), field, number);
                if (value != null) {
                    line.put(field.field(), value);
                }
            }
        }
        // now and then one that every format must refuse
        if (random.nextInt(15) == 0) {
            line.remove(words.fields().get(words.fields().size() - 1).field());
            line.remove("caseNumber");
        }
        return line;
    }

    private Object value(String record, Field field, int number) {
        String name = field.field();
        if (name.equals("organisation")) {
            return "BODY";
        }
        if (name.equals("reference") || name.equals("caseNumber") || name.equals("documentNumber")) {
            return "编〔2021〕" + number + "号";
        }
        if (List.of("supersedes", "arrivedOn", "confirmedOn", "validUntil").contains(name)
                || record.equals("indicator") && name.equals("reason")) {
            return null;
        }
        return switch (field.kind()) {
            case DAY ->
                LocalDate.of(2021, 1, 1)
                        .plusDays(random.nextInt(300) + (name.equals("decidedOn") ? 400 : 0))
                        .toString();
            case PERIOD -> random.nextBoolean() ? "2021" : "2021-0" + (1 + random.nextInt(9));
            case COUNT -> 1L + random.nextInt(9_999);
            case INTEGER -> 2009L + number / 4;
            case YUAN -> random.nextInt(99_999) + "." + (10 + random.nextInt(90));
            case CODE -> code(field);
            case CODES -> List.of(code(field));
            case YES -> random.nextBoolean();
            case TEXT, CODE_TEXT -> "文本“" + random.nextInt(1_000) + "”,\n第二行;" + name;
        };
    }

    private String code(Field field) {
        List<String> codes =
                new ArrayList<>(Vocabulary.get().codes().get(field.codes()).keySet());
        codes.remove("RULES");
        return codes.get(random.nextInt(codes.size()));
    }

    private String word(Field field, Object value) {
        if (value instanceof List<?> list) {
            return word(field, list.get(0));
        }
        if (field.codes() != null && random.nextBoolean()) {
            List<String> labels = Vocabulary.get().codes().get(field.codes()).get(String.valueOf(value));
            return labels.get(random.nextInt(labels.size()));
        }
        if (value instanceof Boolean yes) {
            return yes ? "是" : "否";
        }
        return String.valueOf(value);
    }

    private static byte[] ndjson(RecordWords words, List<Map<String, Object>> lines, String body) {
        StringBuilder text = new StringBuilder();
        for (Map<String, Object> line : lines) {
            ObjectNode node = JSON.createObjectNode().put("record", words.record());
            line.forEach((path, value) -> {
                JsonNode json = JSON.valueToTree(value.equals("BODY") ? body : value);
                Field field = Vocabulary.get().field(words.record(), path).orElseThrow();
                field.holderIn(node).set(field.name(), json);
            });
            text.append(node).append('\n');
        }
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    private byte[] csv(RecordWords words, List<Map<String, Object>> lines, String body) {
        StringBuilder text = new StringBuilder();
        for (Field field : words.fields()) {
            text.append(field.label()).append(',');
        }
        for (Map<String, Object> line : lines) {
            text.append("\r\n");
            for (Field field : words.fields()) {
                Object value = line.get(field.field());
                String word = value == null ? "" : value.equals("BODY") ? body : word(field, value);
                text.append('"').append(word.replace("\"", "\"\"")).append("\",");
            }
        }
        return text.toString().getBytes(Charset.forName("GB18030"));
    }

    private byte[] workbook(RecordWords words, List<Map<String, Object>> lines, String body) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (Workbook workbook = new Workbook(bytes, "test", "1.0")) {
            Worksheet sheet = workbook.newWorksheet(words.label());
            for (int column = 0; column < words.fields().size(); column++) {
                Field field = words.fields().get(column);
                sheet.value(0, column, field.label());
                for (int i = 0; i < lines.size(); i++) {
                    Object value = lines.get(i).get(field.field());
                    if (value instanceof Long number) {
                        sheet.value(i + 1, column, number);
                    } else if (value != null && field.kind() == Kind.DAY && random.nextBoolean()) {
                        sheet.value(i + 1, column, LocalDate.parse(value.toString()));
                        sheet.style(i + 1, column).format("yyyy-mm-dd").set();
                    } else if (value != null && field.kind() == Kind.YUAN) {
                        sheet.value(i + 1, column, Double.parseDouble(value.toString()));
                    } else if (value != null) {
                        sheet.value(i + 1, column, value.equals("BODY") ? body : word(field, value));
                    }
                }
            }
        }
        return bytes.toByteArray();
    }
}
