package org.gongkai.benchmark.imports;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.Writer;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;

/** The same lines as each format has them; tables with Chinese headers and labels, as clerks fill them in. */
final class Files {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String RECORD = "记录类型";

    /** record and field to the header that stands for it. */
    private final Map<String, Map<String, String>> headers = new HashMap<>();
    /** record and field to the words for its codes. */
    private final Map<String, Map<String, Map<String, String>>> labels = new HashMap<>();

    private final List<String> columns = new ArrayList<>(List.of(RECORD));

    Files(Path root) throws IOException {
        JsonNode words = JSON.readTree(
                root.resolve("intake-service/src/main/resources/org/gongkai/intake/importing/vocabulary.json")
                        .toFile());
        for (JsonNode record : words.get("records")) {
            Map<String, String> byField = new LinkedHashMap<>();
            Map<String, Map<String, String>> codes = new HashMap<>();
            for (JsonNode field : record.get("fields")) {
                String label = field.get("label").asText();
                byField.put(field.get("field").asText(), label);
                if (!columns.contains(label)) {
                    columns.add(label);
                }
                if (field.has("codes")) {
                    Map<String, String> labelOf = new HashMap<>();
                    words.at("/codes/" + field.get("codes").asText())
                            .fields()
                            .forEachRemaining(code -> labelOf.put(
                                    code.getKey(), code.getValue().get(0).asText()));
                    codes.put(field.get("field").asText(), labelOf);
                }
            }
            headers.put(record.get("record").asText(), byField);
            labels.put(record.get("record").asText(), codes);
        }
    }

    void ndjson(Records records, int lines, Path file) throws IOException {
        try (OutputStream out = new BufferedOutputStream(java.nio.file.Files.newOutputStream(file))) {
            for (int i = 0; i < lines; i++) {
                out.write(JSON.writeValueAsBytes(nested(records.next())));
                out.write('\n');
            }
        }
    }

    private static ObjectNode nested(Map<String, Object> line) {
        ObjectNode node = JSON.createObjectNode();
        line.forEach((path, value) -> {
            int dot = path.indexOf('.');
            ObjectNode holder = dot < 0 ? node : node.withObjectProperty(path.substring(0, dot));
            holder.set(path.substring(dot + 1), JSON.valueToTree(value));
        });
        return node;
    }

    void csv(Records records, int lines, Path file, Charset charset) throws IOException {
        try (Writer out = java.nio.file.Files.newBufferedWriter(file, charset)) {
            out.write(String.join(",", columns) + "\r\n");
            for (int i = 0; i < lines; i++) {
                Map<String, Object> cells = cells(records.next());
                List<String> row = new ArrayList<>();
                for (String column : columns) {
                    String text = String.valueOf(cells.getOrDefault(column, ""));
                    row.add(text.matches("(?s).*[\",\\n].*") ? '"' + text.replace("\"", "\"\"") + '"' : text);
                }
                out.write(String.join(",", row) + "\r\n");
            }
        }
    }

    /** Days as days, counts as numbers, all else as text. */
    void workbook(Records records, int lines, Path file) throws IOException {
        try (OutputStream out = java.nio.file.Files.newOutputStream(file);
                Workbook workbook = new Workbook(out, "benchmark", "1.0")) {
            Worksheet sheet = workbook.newWorksheet("台账");
            for (int i = 0; i < columns.size(); i++) {
                sheet.value(0, i, columns.get(i));
            }
            for (int row = 1; row <= lines; row++) {
                Map<String, Object> cells = cells(records.next());
                for (int i = 0; i < columns.size(); i++) {
                    cell(sheet, row, i, cells.get(columns.get(i)));
                }
                if (row % 1_000 == 0) {
                    sheet.flush();
                }
            }
        }
    }

    private static void cell(Worksheet sheet, int row, int column, Object value) {
        if (value instanceof Long number) {
            sheet.value(row, column, number);
        } else if (value != null
                && value.toString().matches("20[0-9]{2}-[0-9]{2}-[0-9]{2}")
                && !value.equals("2021-02-30")) {
            sheet.value(row, column, LocalDate.parse(value.toString()));
            sheet.style(row, column).format("yyyy-mm-dd").set();
        } else if (value != null) {
            sheet.value(row, column, value.toString());
        }
    }

    private Map<String, Object> cells(Map<String, Object> line) {
        String record = String.valueOf(line.get("record"));
        // what no record is called is as wrong in a table as in JSON
        Map<String, String> known = headers.getOrDefault(record, headers.get("application"));
        Map<String, Object> cells = new HashMap<>();
        line.forEach((field, value) -> {
            String header = field.equals("record") ? RECORD : known.get(field);
            if (header != null) {
                cells.put(header, label(record, field, value));
            }
        });
        return cells;
    }

    private Object label(String record, String field, Object value) {
        Map<String, String> codes = labels.getOrDefault(record, Map.of()).getOrDefault(field, Map.of());
        if (value instanceof List<?> list) {
            List<String> words = new ArrayList<>();
            list.forEach(each -> words.add(codes.getOrDefault(String.valueOf(each), String.valueOf(each))));
            return String.join("、", words);
        }
        return value instanceof String code ? codes.getOrDefault(code, code) : value;
    }
}
