package org.gongkai.report.audit;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.report.figure.Quantity;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;

/** Reads tables into the cells of a form, strictly: a name that the form does not have is never passed over. */
final class TableReading {

    /** Digits before the point; the largest amount of any report has eight. */
    private static final int MOST_DIGITS = 15;

    /** Digits after the point; 万元 to the fen has six. */
    private static final int MOST_PLACES = 6;

    private static final Pattern DECIMAL = Pattern.compile("[+-]?[0-9]{1,15}(\\.[0-9]{1,6})?");
    private static final Pattern SIGNED = Pattern.compile("[+-][0-9]{1,15}");

    private static final String BLANK = "空白：未填或为null，不等于0";
    private static final String NO_TABLE = "未提供此表";

    private final Form form;
    private final String prefix;
    private final String at;
    private final Mistakes mistakes;
    private final Map<String, BigDecimal> cells = new HashMap<>();
    private final List<Audit.Read> read = new ArrayList<>();
    private final List<Audit.Unread> unread = new ArrayList<>();

    /**
     * @param form by whose rows and columns
     * @param within field that the tables stand in: empty, or {@code previous}
     * @param mistakes takes what is wrong
     */
    TableReading(Form form, String within, Mistakes mistakes) {
        this.form = form;
        this.prefix = within.isEmpty() ? "" : within + ".";
        this.at = prefix + "tables";
        this.mistakes = mistakes;
    }

    /** The names that a form does not have, and so the worse it fits. */
    static long strange(Form form, JsonNode tables) {
        Mistakes strange = new Mistakes();
        new TableReading(form, "", strange).read(tables);
        return strange.unknown();
    }

    void read(JsonNode tables) {
        Map<String, Map<String, Map<String, FormCell>>> places = new LinkedHashMap<>();
        form.cells()
                .forEach(cell -> places.computeIfAbsent(cell.table(), none -> new LinkedHashMap<>())
                        .computeIfAbsent(cell.row(), none -> new LinkedHashMap<>())
                        .put(cell.column(), cell));
        if (!isObject(tables, at) || !known(tables, at, places.keySet())) {
            return;
        }
        places.forEach((name, rows) -> {
            JsonNode table = tables.get(name);
            if (blank(table)) {
                unread.add(new Audit.Unread(prefix + name, pointer(name), NO_TABLE));
            } else {
                table(table, at + "." + name, rows);
            }
        });
    }

    private void table(JsonNode table, String field, Map<String, Map<String, FormCell>> rows) {
        if (!isObject(table, field)) {
            return;
        }
        known(table, field, rows.keySet());
        rows.forEach((code, columns) -> {
            JsonNode row = table.get(code);
            if (blank(row)) {
                columns.values().forEach(this::skip);
            } else if (isObject(row, field + "." + code)) {
                known(row, field + "." + code, columns.keySet());
                columns.values().forEach(cell -> cell(cell, row.get(cell.column())));
            }
        });
    }

    private void cell(FormCell cell, JsonNode node) {
        if (blank(node)) {
            skip(cell);
            return;
        }
        BigDecimal value = number(cell, node);
        if (value == null) {
            mistakes.add(at + "." + cell.path(), key(cell));
        } else if (isTooLong(value)) {
            mistakes.add(at + "." + cell.path(), "number-too-long", MOST_DIGITS, MOST_PLACES);
        } else {
            keep(cell, value);
        }
    }

    private void keep(FormCell cell, BigDecimal value) {
        cells.put(prefix + cell.path(), value);
        boolean whole = cell.content() != FormCell.Content.AMOUNT
                && value.stripTrailingZeros().scale() <= 0;
        Quantity quantity = new Quantity(value, whole ? Quantity.Writing.COUNT : Quantity.Writing.WAN);
        read.add(new Audit.Read(prefix + cell.path(), quantity, pointer(cell.path())));
    }

    private void skip(FormCell cell) {
        unread.add(new Audit.Unread(prefix + cell.path(), pointer(cell.path()), BLANK));
    }

    /** What was read: path to value. */
    Map<String, BigDecimal> cells() {
        return cells;
    }

    List<Audit.Read> read() {
        return read;
    }

    List<Audit.Unread> unread() {
        return unread;
    }

    /** A number; a decimal string where it is an amount, and 本年增/减 with its sign, as it is printed. */
    private static BigDecimal number(FormCell cell, JsonNode node) {
        if (node.isNumber()) {
            return node.decimalValue();
        }
        Pattern text = switch (cell.content()) {
            case AMOUNT -> DECIMAL;
            case CHANGE -> SIGNED;
            case COUNT -> null;
        };
        boolean readable = text != null
                && node.isTextual()
                && text.matcher(node.textValue()).matches();
        return readable ? new BigDecimal(node.textValue()) : null;
    }

    private static boolean isTooLong(BigDecimal value) {
        BigDecimal plain = value.stripTrailingZeros();
        return plain.signum() != 0
                && ((long) plain.precision() - plain.scale() > MOST_DIGITS || plain.scale() > MOST_PLACES);
    }

    private static String key(FormCell cell) {
        return switch (cell.content()) {
            case AMOUNT -> "amount-due";
            case CHANGE -> "change-due";
            case COUNT -> "count-due";
        };
    }

    private boolean isObject(JsonNode node, String field) {
        if (node.isObject()) {
            return true;
        }
        mistakes.add(field, "wrong-type", "{…}");
        return false;
    }

    private boolean known(JsonNode object, String field, java.util.Set<String> names) {
        boolean known = true;
        for (var entry : object.properties()) {
            if (!names.contains(entry.getKey())) {
                mistakes.unknown(field + "." + entry.getKey(), names.stream().collect(Collectors.joining(", ")));
                known = false;
            }
        }
        return known;
    }

    private String pointer(String path) {
        return "/" + (at + "." + path).replace('.', '/');
    }

    private static boolean blank(JsonNode node) {
        return node == null || node.isNull();
    }
}
