package org.gongkai.intake.attachment;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Whether a content is text to its end: in a charset that Chinese offices write, and without a control character. */
final class PlainText {

    private static final int PART = 64 * 1024;
    private static final List<Charset> WITHOUT_MARK = List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"));

    private final CharsetDecoder decoder;
    private final CharBuffer characters = CharBuffer.allocate(PART);

    private PlainText(Charset charset) {
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    static boolean is(Content content) throws IOException {
        for (Charset charset : charsets(content.read(0, 2))) {
            if (new PlainText(charset).takes(content)) {
                return true;
            }
        }
        return false;
    }

    private static List<Charset> charsets(byte[] mark) {
        boolean marked = mark.length == 2
                && (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE
                        || mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF);
        return marked ? List.of(StandardCharsets.UTF_16) : WITHOUT_MARK;
    }

    private boolean takes(Content content) throws IOException {
        long at = 0;
        boolean ends = false;
        while (!ends) {
            byte[] part = content.read(at, PART);
            ends = at + part.length >= content.length();
            ByteBuffer bytes = ByteBuffer.wrap(part);
            if (!takes(bytes, ends)) {
                return false;
            }
            // a character that the part cuts is read again with the next
            at += part.length - bytes.remaining();
        }
        return true;
    }

    private boolean takes(ByteBuffer bytes, boolean last) {
        CoderResult result;
        do {
            characters.clear();
            result = decoder.decode(bytes, characters, last);
            characters.flip();
            if (result.isError() || characters.chars().anyMatch(PlainText::isUnusable)) {
                return false;
            }
        } while (result.isOverflow());
        return true;
    }

    private static boolean isUnusable(int character) {
        boolean layout = character == '\n' || character == '\r' || character == '\t' || character == '\f';
        return Character.isISOControl(character) && !layout;
    }
}
