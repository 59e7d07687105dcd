package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.intake.importing.vocabulary.Labels;
import org.gongkai.intake.importing.vocabulary.Vocabulary;
import org.gongkai.intake.importing.vocabulary.Vocabulary.Field;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** Cells become what the same field is in JSON: full-width digits are digits, and a day is a day however it is written. */
final class Cells {

    /** A spreadsheet keeps no more digits of a number. */
    private static final int DIGITS = 15;
    /** What a sum in binary fractions may be beside the fen. */
    private static final BigDecimal NOISE = new BigDecimal("0.000001");

    private static final Pattern DAY = Pattern.compile(
            "([0-9]{4})(?:[-/.年])([0-9]{1,2})(?:[-/.月])([0-9]{1,2})日?(?:T?[0-9]{1,2}:[0-9]{2}(?::[0-9]{2}(?:\\.[0-9]+)?)?)?");
    private static final Pattern DAY_OF_DIGITS = Pattern.compile("([0-9]{4})([0-9]{2})([0-9]{2})");
    private static final Pattern MONTH = Pattern.compile("([0-9]{4})(?:[-/.年]?)([0-9]{1,2})月?");
    private static final Pattern YEAR = Pattern.compile("([0-9]{4})年?度?");
    private static final Pattern WHOLE = Pattern.compile("-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.0+)?");
    private static final Pattern AMOUNT =
            Pattern.compile("[¥￥]?(-?(?:[0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(?:\\.[0-9]+)?)元?");

    private Cells() {}

    /** As JSON; what cannot be understood stays as it is, and is refused as in a call. */
    static JsonNode typed(Field field, Cell cell) {
        return switch (field.kind()) {
            case TEXT -> text(field, cell);
            case CODE_TEXT -> TextNode.valueOf(Vocabulary.plain(shown(cell)));
            case CODE -> TextNode.valueOf(Labels.code(field, shown(cell)));
            case CODES -> codes(field, shown(cell));
            case DAY -> day(field, cell);
            case PERIOD -> period(cell);
            case COUNT, INTEGER -> whole(field, cell);
            case YUAN -> yuan(cell);
            case YES -> yes(field, cell);
        };
    }

    private static String shown(Cell cell) {
        return cell.number() == null ? cell.text() : cell.plainNumber();
    }

    private static JsonNode text(Field field, Cell cell) {
        if (cell.number() == null) {
            return TextNode.valueOf(cell.text());
        }
        if (cell.asDay()) {
            // "2021-3" typed as a number of a case is a day to a spreadsheet; which of the two cannot be known
            throw wrong(field, "cell-is-a-day");
        }
        if (cell.number().precision() - cell.number().scale() > DIGITS) {
            throw wrong(field, "digits-lost", DIGITS);
        }
        return TextNode.valueOf(cell.plainNumber());
    }

    /** The longest word that is known comes first, since a label may have a separator within. */
    private static JsonNode codes(Field field, String text) {
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        String[] words = text.split("[、,，;；|/\\s]+");
        for (int from = 0; from < words.length; ) {
            int until = words.length;
            while (until > from + 1 && known(field, words, from, until).isEmpty()) {
                until--;
            }
            list.add(known(field, words, from, until).orElse(words[from]));
            from = until;
        }
        return list;
    }

    private static Optional<String> known(Field field, String[] words, int from, int until) {
        return Vocabulary.get()
                .code(field.codes(), String.join("、", List.of(words).subList(from, until)));
    }

    private static JsonNode day(Field field, Cell cell) {
        LocalDate serial = cell.serialDay();
        if (serial != null) {
            return TextNode.valueOf(serial.toString());
        }
        String text = Vocabulary.plain(shown(cell));
        for (Pattern shape : new Pattern[] {DAY, DAY_OF_DIGITS}) {
            Matcher match = shape.matcher(text);
            if (match.matches()) {
                try {
                    return TextNode.valueOf(LocalDate.of(
                                    Integer.parseInt(match.group(1)),
                                    Integer.parseInt(match.group(2)),
                                    Integer.parseInt(match.group(3)))
                            .toString());
                } catch (DateTimeException e) {
                    break;
                }
            }
        }
        throw wrong(field, "wrong-type", "2021-03-04, 2021/3/4, 2021年3月4日");
    }

    private static JsonNode period(Cell cell) {
        if (cell.serialMonth() != null) {
            return TextNode.valueOf(cell.serialMonth().toString());
        }
        String text = Vocabulary.plain(shown(cell));
        Matcher year = YEAR.matcher(text);
        if (year.matches()) {
            return TextNode.valueOf(year.group(1));
        }
        Matcher month = MONTH.matcher(text);
        return TextNode.valueOf(
                month.matches() ? month.group(1) + "-" + ("0" + month.group(2)).replaceAll(".*(..)$", "$1") : text);
    }

    private static JsonNode whole(Field field, Cell cell) {
        String text = Vocabulary.plain(shown(cell));
        if (!cell.asDay() && WHOLE.matcher(text).matches()) {
            try {
                return LongNode.valueOf(Long.parseLong(text.replace(",", "").replaceFirst("\\.0+$", "")));
            } catch (NumberFormatException e) {
                // refused as below
            }
        }
        throw wrong(field, "wrong-type", "123");
    }

    private static JsonNode yuan(Cell cell) {
        String text = Vocabulary.plain(shown(cell));
        Matcher match = AMOUNT.matcher(text);
        if (!match.matches()) {
            return TextNode.valueOf(text);
        }
        BigDecimal amount = new BigDecimal(match.group(1).replace(",", ""));
        if (cell.number() != null) {
            BigDecimal fen = amount.setScale(2, RoundingMode.HALF_UP);
            amount = amount.subtract(fen).abs().compareTo(NOISE) < 0 ? fen : amount;
        }
        return TextNode.valueOf(amount.toPlainString());
    }

    private static JsonNode yes(Field field, Cell cell) {
        return Labels.yes(shown(cell))
                .map(yes -> (JsonNode) BooleanNode.valueOf(yes))
                .orElseThrow(() -> wrong(field, "wrong-type", "是, 否, true, false"));
    }

    private static Refusal wrong(Field field, String key, Object... words) {
        return new Refusal(ProblemType.UNREADABLE_BODY, field.field()).field(field.field(), key, words);
    }
}
