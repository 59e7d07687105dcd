package org.gongkai.intake.record;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/** The fields of one body under a check; each method answers the clean value or notes what is wrong and answers null. */
public final class Checking {

    /** More is a slip of the hand, in any field of the form. */
    static final long MOST_COUNT = 1_000_000_000_000L;

    /** Length of a reason. */
    public static final int MOST_REASON = 1_000;

    private static final Pattern CODE = Pattern.compile("[0-9A-Z-]{1,40}");

    private final LocalDate today;
    private final List<Violation> wrong = new ArrayList<>();

    public Checking(LocalDate today) {
        this.today = today;
    }

    /** Today in Asia/Shanghai. */
    public LocalDate today() {
        return today;
    }

    /** What was found so far; further checks add to it. */
    public List<Violation> wrong() {
        return wrong;
    }

    /** Notes a violation of the message {@code violation.<key>}. */
    public void note(String field, String key, Object... words) {
        wrong.add(new Violation(field, key, words));
    }

    /** The code of the organisation whose record it is. */
    public String organisation(String code) {
        return code("organisation", given("organisation", code));
    }

    /** A code of an organisation; null where it is absent. */
    public String code(String field, String code) {
        if (code != null && !CODE.matcher(code).matches()) {
            note(field, "code");
            return null;
        }
        return code;
    }

    /** Anything that must be there. */
    public <T> T given(String field, T value) {
        if (value == null) {
            note(field, "required");
        }
        return value;
    }

    /** A day that must be there, not to come and not before the Regulations. */
    public LocalDate day(String field, LocalDate day) {
        Days.check(field, given(field, day), today, wrong);
        return day;
    }

    /** A count that must be there. */
    public Long count(String field, Long value, long least) {
        if (given(field, value) != null && (value < least || value > MOST_COUNT)) {
            note(field, "count", least, MOST_COUNT);
            return null;
        }
        return value;
    }

    /** A year or month that must be there. */
    public String period(String field, String text) {
        return Period.checked(field, text, today, wrong);
    }

    /** An amount that must be there. */
    public String yuan(String field, String text) {
        return Yuan.checked(field, text, wrong);
    }

    /** The body's own reference of the record, or null. */
    public String reference(String text) {
        return PublicNumber.optional("reference", text, PublicNumber.MOST, wrong);
    }

    /** Why something is corrected. */
    public String reason(String text) {
        return Texts.required("reason", text, MOST_REASON, wrong);
    }

    /** Refuses with every field that is wrong. */
    public void done() {
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
    }
}
