package org.gongkai.intake.problem;

import jakarta.ws.rs.core.HttpHeaders;
import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/** Titles, details and messages, in Chinese unless the caller prefers English. */
final class ProblemTexts {

    private final ResourceBundle bundle;
    private final Locale locale;

    private ProblemTexts(Locale locale) {
        this.locale = locale;
        this.bundle = ResourceBundle.getBundle(
                "org.gongkai.intake.problem.problems",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static ProblemTexts in(Locale locale) {
        return new ProblemTexts(locale);
    }

    /** The first language of {@code Accept-Language} that we speak; Chinese where it names none or cannot be read. */
    static ProblemTexts accepted(HttpHeaders headers) {
        return in(language(headers.getHeaderString(HttpHeaders.ACCEPT_LANGUAGE)));
    }

    static Locale language(String accepted) {
        try {
            for (Locale.LanguageRange wanted : Locale.LanguageRange.parse(accepted == null ? "*" : accepted)) {
                String language = Locale.forLanguageTag(wanted.getRange()).getLanguage();
                if (wanted.getWeight() > 0 && (language.equals("en") || language.equals("zh"))) {
                    return language.equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE;
                }
            }
        } catch (IllegalArgumentException e) {
            // not a list of languages; not worth an error of its own
        }
        return Locale.SIMPLIFIED_CHINESE;
    }

    String title(ProblemType type) {
        return bundle.getString(type.slug() + ".title");
    }

    String detail(ProblemType type, Object... arguments) {
        return format(type.slug() + ".detail", arguments);
    }

    String violation(Violation violation) {
        return format("violation." + violation.key(), violation.words());
    }

    String warning(String key, Object... words) {
        return format("warning." + key, words);
    }

    String languageTag() {
        return locale.toLanguageTag();
    }

    private String format(String key, Object... arguments) {
        Object[] words = new Object[arguments.length];
        for (int i = 0; i < arguments.length; i++) {
            // as they are, not grouped like 1,024
            words[i] = String.valueOf(arguments[i]);
        }
        return new MessageFormat(bundle.getString(key), Locale.ROOT).format(words);
    }
}
