package org.gongkai.intake.disclosureapplication;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/** The body's own number of a case. It enters facts, so it must never be a telephone or identity number. */
final class CaseNumber {

    static final int MOST = 64;
    private static final Pattern PERSONAL = Pattern.compile("(?<![0-9])([0-9]{11}|[0-9]{17}[0-9Xx])(?![0-9])");

    private CaseNumber() {}

    /** Trimmed; null, with a violation noted, where it cannot be taken. */
    static String checked(String text, List<Violation> wrong) {
        String clean = Texts.required("caseNumber", text, MOST, wrong);
        if (clean == null) {
            return null;
        }
        if (clean.chars().anyMatch(Character::isISOControl)) {
            wrong.add(new Violation("caseNumber", "unusable-character"));
            return null;
        }
        // full-width digits are digits as well
        if (PERSONAL.matcher(Normalizer.normalize(clean, Normalizer.Form.NFKC)).find()) {
            wrong.add(new Violation("caseNumber", "personal-number"));
            return null;
        }
        return clean;
    }
}
