package org.gongkai.benchmark.receipt;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A statement as PostgreSQL logged it ({@code log_statement = all}), so that pgbench runs what the service runs and not what
 * somebody once copied.
 *
 * @param text with {@code $1}, {@code $2} …
 * @param parameters as literals
 */
record LoggedStatement(String text, List<String> parameters) {

    private static final Pattern PARAMETER = Pattern.compile("\\$(\\d+) = ('(?:[^']|'')*'|NULL)", Pattern.DOTALL);
    private static final String UUID_LITERAL = "'[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}'";
    /** An id of now, as the service makes it: its order decides how indexes grow. */
    private static final String ID_OF_NOW =
            "(lpad(to_hex((extract(epoch from clock_timestamp()) * 1000)::bigint), 12, '0')"
                    + " || '7' || substr(md5(random()::text), 1, 3) || 'a' || substr(md5(random()::text), 1, 15))::uuid";

    /** The last statement of the log that contains a text, with its parameters. */
    static LoggedStatement last(String log, String containing) {
        int at = log.lastIndexOf(containing);
        if (at < 0) {
            throw new IllegalStateException("the log has no statement with " + containing);
        }
        int begin = log.lastIndexOf(": ", log.lastIndexOf("WITH", at)) + 2;
        Matcher detail = Pattern.compile("\\n[^\\n]*DETAIL: +[Pp]arameters: ").matcher(log);
        if (!detail.find(at)) {
            throw new IllegalStateException("the log has no parameters of it");
        }
        String text = log.substring(begin, detail.start());
        List<String> parameters = new ArrayList<>();
        Matcher each = PARAMETER.matcher(log).region(detail.end(), log.length());
        int expected = 1;
        while (each.find() && Integer.parseInt(each.group(1)) == expected) {
            parameters.add(each.group(2));
            expected++;
        }
        return new LoggedStatement(text, parameters);
    }

    /**
     * As a script of pgbench that records another application each time, of lane and body at random.
     *
     * @param caseNumber how the logged one's number begins
     */
    String script(String caseNumber, String lane, List<String> organisations, String organisation) {
        StringBuilder script = new StringBuilder();
        Matcher place = Pattern.compile("\\$(\\d+)").matcher(text);
        while (place.find()) {
            String literal = parameters.get(Integer.parseInt(place.group(1)) - 1);
            String value = literal;
            if (literal.matches(UUID_LITERAL)) {
                value = ID_OF_NOW;
            } else if (literal.startsWith("'" + caseNumber)) {
                value = "'pg-' || :client_id || '-' || clock_timestamp()::text";
            } else if (literal.equals("'" + lane + "'")) {
                value = ":lane";
            } else if (literal.equals("'" + organisation + "'")) {
                value = "(array['" + String.join("','", organisations) + "'])[:body]";
            }
            place.appendReplacement(script, Matcher.quoteReplacement(value));
        }
        place.appendTail(script);
        return "\\set lane random(0, 63)\n\\set body random(1, " + organisations.size() + ")\n"
                + script.toString().replaceAll("\\s*\\n\\s*", " ") + ";\n";
    }
}
