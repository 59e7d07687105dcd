package org.gongkai.intake.attachment;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/** A file's name, as whoever saves it will see it: no path, and nothing that shows it other than it is. */
final class FileName {

    /** What file systems take. */
    static final int MOST = 255;

    private static final String FIELD = "name";
    private static final String UNRESERVED = "-._~";

    private FileName() {}

    /** Trimmed; null, with a violation noted, where it is missing or no file name. */
    static String checked(String sent, List<Violation> wrong) {
        String name = Texts.required(FIELD, sent, MOST, wrong);
        if (name == null) {
            return null;
        }
        if (name.equals(".") || name.equals("..") || name.codePoints().anyMatch(FileName::isUnfit)) {
            wrong.add(new Violation(FIELD, "file-name"));
            return null;
        }
        return name;
    }

    /** Paths, control characters, and those that turn the direction of what follows, so that an ending seems another. */
    private static boolean isUnfit(int character) {
        boolean turns = character >= 0x202A && character <= 0x202E
                || character >= 0x2066 && character <= 0x2069
                || character == 0x200E
                || character == 0x200F;
        return character == '/'
                || character == '\\'
                || Character.isISOControl(character)
                || turns
                || character == 0x2028
                || character == 0x2029;
    }

    /** As a download's header says it (RFC 6266, RFC 8187): every other character than letters and digits is escaped. */
    static String disposition(String name) {
        StringBuilder header = new StringBuilder("attachment; filename*=UTF-8''");
        for (byte each : name.getBytes(StandardCharsets.UTF_8)) {
            char character = (char) (each & 0xFF);
            boolean plain = character >= 'a' && character <= 'z'
                    || character >= 'A' && character <= 'Z'
                    || character >= '0' && character <= '9'
                    || UNRESERVED.indexOf(character) >= 0;
            header.append(plain ? String.valueOf(character) : "%%%02X".formatted((int) character));
        }
        return header.toString();
    }
}
