package org.gongkai.intake.organisation;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Texts;
import org.gongkai.intake.problem.Violation;

/**
 * What an administrator sends of a body.
 *
 * @param name official name, at most 200 characters
 * @param parent code of the body above it; absent: it is a root
 * @param parentSince from when; absent at the first registration: from the beginning; absent at a move: today
 * @param level of government
 * @param kind of body
 * @param mayIssueRules whether it may issue rules (规章, 立法法 articles 91 and 93); absent: no
 * @param contactUnit the office that answers for its report
 * @param contactPhone the office's telephone
 * @param reportUrl where its reports are published
 * @param documentPrefix 发文机关代字, what the numbers of its documents begin with, as 庆政; at most 20 characters
 */
public record OrganisationBody(
        String name,
        String parent,
        LocalDate parentSince,
        Level level,
        Kind kind,
        Boolean mayIssueRules,
        String contactUnit,
        String contactPhone,
        String reportUrl,
        String documentPrefix) {

    static final int MAX_NAME = 200;
    static final int MAX_PHONE = 60;
    static final int MAX_URL = 500;
    static final int MAX_PREFIX = 20;
    private static final String CODE = "[0-9A-Z-]{1,40}";

    /** Whether it may issue rules; absent is no. */
    boolean rules() {
        return Boolean.TRUE.equals(mayIssueRules);
    }

    static boolean isCode(String code) {
        return code != null && code.matches(CODE);
    }

    /** Trimmed and checked; refuses with every field that is wrong. */
    OrganisationBody checked(String code) {
        List<Violation> wrong = new ArrayList<>();
        if (!isCode(code)) {
            wrong.add(new Violation("code", "code"));
        }
        if (parent != null && !isCode(parent)) {
            wrong.add(new Violation("parent", "code"));
        }
        if (parentSince != null && parent == null) {
            wrong.add(new Violation("parentSince", "needs-parent"));
        }
        if (level == null) {
            wrong.add(new Violation("level", "required"));
        }
        if (kind == null) {
            wrong.add(new Violation("kind", "required"));
        }
        OrganisationBody clean = new OrganisationBody(
                Texts.required("name", name, MAX_NAME, wrong),
                parent,
                parentSince,
                level,
                kind,
                rules(),
                Texts.optional("contactUnit", contactUnit, MAX_NAME, wrong),
                Texts.optional("contactPhone", contactPhone, MAX_PHONE, wrong),
                Texts.optional("reportUrl", reportUrl, MAX_URL, wrong),
                Texts.optional("documentPrefix", documentPrefix, MAX_PREFIX, wrong));
        if (!wrong.isEmpty()) {
            throw Refusal.of(wrong);
        }
        return clean;
    }
}
