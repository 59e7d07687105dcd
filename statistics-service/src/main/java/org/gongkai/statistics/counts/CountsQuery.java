package org.gongkai.statistics.counts;

import java.time.YearMonth;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Parameters;
import org.jspecify.annotations.Nullable;

/** What is asked for: months from the first to the last, both included. */
record CountsQuery(String organisation, YearMonth from, YearMonth to, Measure measure, Set<Dimension> by) {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    static CountsQuery read(
            @Nullable String organisation,
            @Nullable String from,
            @Nullable String to,
            @Nullable String measure,
            @Nullable String by) {
        CountsQuery query = new CountsQuery(
                Parameters.organisation("organisation", organisation),
                month("from", from, 1),
                month("to", to, 12),
                Parameters.oneOf("measure", Parameters.required("measure", measure), Measure.class),
                Parameters.words("by", by, Dimension.class));
        if (query.from.isAfter(query.to)) {
            throw Refused.parameter("from", "parameter.month-order");
        }
        for (Dimension dimension : query.by) {
            if (!Dimension.of(query.measure).contains(dimension)) {
                throw Refused.parameter(
                        "by",
                        "parameter.dimension-lacking",
                        query.measure.name(),
                        Parameters.word(dimension),
                        Dimension.of(query.measure).stream()
                                .map(Parameters::word)
                                .collect(Collectors.joining(", ")));
            }
        }
        return query;
    }

    private static YearMonth month(String name, @Nullable String sent, int monthOfYear) {
        String text = Parameters.required(name, sent);
        if (YEAR.matcher(text).matches()) {
            return YearMonth.of(Parameters.year(name, text), monthOfYear);
        }
        if (!MONTH.matcher(text).matches()) {
            throw Refused.parameter(name, "parameter.month");
        }
        Parameters.year(name, text.substring(0, 4));
        return YearMonth.parse(text);
    }
}
