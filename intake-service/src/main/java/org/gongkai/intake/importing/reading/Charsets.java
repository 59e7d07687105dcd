package org.gongkai.intake.importing.reading;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Which characters a body is written in: by its mark, or by what decodes it whole without a single error. */
final class Charsets {

    /** What Chinese spreadsheets write without being told otherwise; holds GBK and GB2312. */
    static final Charset GB18030 = Charset.forName("GB18030");

    private static final int PART = 64 * 1024;

    private Charsets() {}

    /** The first of them that decodes all of it. */
    static Optional<Charset> of(Lines.Body body, Charset given) throws IOException {
        List<Strict> candidates = new ArrayList<>();
        for (Charset each : given != null ? List.of(given) : candidates(body)) {
            candidates.add(new Strict(each));
        }
        byte[] part = new byte[PART];
        try (InputStream in = body.open()) {
            for (int read = in.read(part); read >= 0 && !candidates.isEmpty(); read = in.read(part)) {
                int length = read;
                candidates.removeIf(each -> !each.takes(part, length, false));
            }
        }
        candidates.removeIf(each -> !each.takes(part, 0, true));
        return candidates.stream().map(each -> each.charset).findFirst();
    }

    private static List<Charset> candidates(Lines.Body body) throws IOException {
        try (InputStream in = body.open()) {
            byte[] mark = in.readNBytes(2);
            if (mark.length == 2
                    && (mark[0] == (byte) 0xFF && mark[1] == (byte) 0xFE
                            || mark[0] == (byte) 0xFE && mark[1] == (byte) 0xFF)) {
                return List.of(StandardCharsets.UTF_16);
            }
        }
        return List.of(StandardCharsets.UTF_8, GB18030);
    }

    /** A decoder that makes no guess. */
    private static final class Strict {

        private final Charset charset;
        private final CharsetDecoder decoder;
        private final CharBuffer characters = CharBuffer.allocate(PART);
        private ByteBuffer left = ByteBuffer.allocate(0);

        Strict(Charset charset) {
            this.charset = charset;
            this.decoder = charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT);
        }

        boolean takes(byte[] part, int length, boolean last) {
            ByteBuffer bytes = ByteBuffer.allocate(left.remaining() + length);
            bytes.put(left).put(part, 0, length).flip();
            CoderResult result;
            do {
                characters.clear();
                result = decoder.decode(bytes, characters, last);
                if (result.isError()) {
                    return false;
                }
            } while (result.isOverflow());
            left = bytes;
            return true;
        }
    }
}
