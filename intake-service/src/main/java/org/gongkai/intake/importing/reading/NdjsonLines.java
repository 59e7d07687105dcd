package org.gongkai.intake.importing.reading;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.gongkai.intake.importing.vocabulary.Labels;
import org.gongkai.intake.importing.vocabulary.Vocabulary.RecordWords;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Unreadable;

/** A JSON object on each line; blank lines are counted and passed over. */
final class NdjsonLines implements Lines {

    /** A longer line is refused, whatever it says. */
    static final int MOST_BYTES = 1_000_000;

    private static final int FIRST = 64 * 1024;

    private final InputStream in;
    private final String record;
    private final ObjectMapper json;
    private final byte[] part = new byte[FIRST];
    private int from;
    private int until;
    private byte[] line = new byte[FIRST];
    private int length;
    private boolean tooLong;
    private long number;

    NdjsonLines(InputStream in, String record, ObjectMapper json) {
        this.in = in;
        this.record = record;
        this.json = json;
    }

    @Override
    public Optional<Line> next() throws IOException {
        while (readLine()) {
            number++;
            if (number == 1) {
                dropMark();
            }
            if (tooLong) {
                return Optional.of(Line.refused(number, null, new Refusal(ProblemType.LINE_TOO_LONG)));
            }
            if (!isBlank()) {
                return Optional.of(parsed());
            }
        }
        return Optional.empty();
    }

    /** False at the end of the body. */
    private boolean readLine() throws IOException {
        length = 0;
        tooLong = false;
        boolean any = false;
        while (true) {
            if (from == until) {
                from = 0;
                until = Math.max(in.read(part), 0);
                if (until == 0) {
                    return any;
                }
            }
            any = true;
            int end = from;
            while (end < until && part[end] != '\n') {
                end++;
            }
            take(end);
            if (end < until) {
                from = end + 1;
                return true;
            }
            from = end;
        }
    }

    private void take(int end) {
        int more = end - from;
        if (tooLong || length + more > MOST_BYTES) {
            tooLong = true;
            return;
        }
        if (length + more > line.length) {
            line = java.util.Arrays.copyOf(line, Math.min(MOST_BYTES, Math.max(2 * line.length, length + more)));
        }
        System.arraycopy(part, from, line, length, more);
        length += more;
    }

    /** The byte order mark of a file's beginning. */
    private void dropMark() {
        if (length >= 3 && line[0] == (byte) 0xEF && line[1] == (byte) 0xBB && line[2] == (byte) 0xBF) {
            length -= 3;
            System.arraycopy(line, 3, line, 0, length);
        }
    }

    private boolean isBlank() {
        for (int i = 0; i < length; i++) {
            if (line[i] != ' ' && line[i] != '\r' && line[i] != '\t') {
                return false;
            }
        }
        return true;
    }

    private Line parsed() {
        try {
            JsonNode node = json.readTree(line, 0, length);
            if (!(node instanceof ObjectNode fields)) {
                return Line.refused(number, null, new Refusal(ProblemType.UNREADABLE_BODY, "{…}"));
            }
            RecordWords words = RecordOfLine.taken(fields, record);
            Labels.translate(fields, words);
            return new Line(number, null, words, fields, null);
        } catch (JsonProcessingException e) {
            return Line.refused(number, null, Unreadable.explained(e));
        } catch (IOException e) {
            // bytes that are no UTF-8
            return Line.refused(number, null, new Refusal(ProblemType.UNREADABLE_BODY, "UTF-8"));
        } catch (Refusal e) {
            return Line.refused(number, null, e);
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
