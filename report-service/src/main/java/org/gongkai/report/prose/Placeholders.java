package org.gongkai.report.prose;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** {@code {{name}}} in a text. */
public final class Placeholders {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{\\{([^{}]*+)}}");

    private Placeholders() {}

    /** The names in a text, in order, each once. */
    public static Set<String> names(String text) {
        Set<String> names = new LinkedHashSet<>();
        Matcher found = PLACEHOLDER.matcher(text);
        while (found.find()) {
            names.add(name(found));
        }
        return names;
    }

    /** Blanks within the braces are none of the name. */
    private static String name(MatchResult found) {
        return found.group(1).trim();
    }

    /** Where a {@code {{} is that no {@code }}} closes, or −1. */
    public static int unclosed(String text) {
        String rest = PLACEHOLDER
                .matcher(text)
                .replaceAll(found -> "_".repeat(found.group().length()));
        return rest.indexOf("{{");
    }

    /** The text with each placeholder replaced once; what is put in is not looked at again. */
    static String fill(String text, UnaryOperator<String> value) {
        return PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value.apply(name(found))));
    }
}
