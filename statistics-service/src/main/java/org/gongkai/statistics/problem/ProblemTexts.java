package org.gongkai.statistics.problem;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The texts of the problems: Chinese unless the caller prefers English. */
final class ProblemTexts {

    static final Locale CHINESE = Locale.SIMPLIFIED_CHINESE;
    static final Locale ENGLISH = Locale.ENGLISH;

    private static final ResourceBundle IN_CHINESE = bundle(CHINESE);
    private static final ResourceBundle IN_ENGLISH = bundle(ENGLISH);

    private ProblemTexts() {}

    /** The language of an {@code Accept-Language} header. */
    static Locale language(@Nullable String acceptLanguage) {
        if (acceptLanguage == null || acceptLanguage.isBlank()) {
            return CHINESE;
        }
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(acceptLanguage), List.of(Locale.CHINESE, ENGLISH));
            return ENGLISH.equals(best) ? ENGLISH : CHINESE;
        } catch (IllegalArgumentException unreadable) {
            return CHINESE;
        }
    }

    static String title(Problem problem, Locale language) {
        return text(language, problem.slug() + ".title");
    }

    static String detail(Problem problem, Locale language, Object... arguments) {
        return text(language, problem.slug() + ".detail", arguments);
    }

    static String text(Locale language, String key, Object... arguments) {
        ResourceBundle texts = ENGLISH.equals(language) ? IN_ENGLISH : IN_CHINESE;
        return new MessageFormat(texts.getString(key), language).format(arguments);
    }

    private static ResourceBundle bundle(Locale language) {
        return ResourceBundle.getBundle("problems", language);
    }
}
