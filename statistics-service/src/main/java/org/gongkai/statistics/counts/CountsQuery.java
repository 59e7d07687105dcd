package org.gongkai.statistics.counts;

import java.time.YearMonth;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.gongkai.statistics.counting.Measure;
import org.gongkai.statistics.problem.Refused;
import org.gongkai.statistics.request.Parameters;
import org.jspecify.annotations.Nullable;

/**
 * What is asked for: months from the first to the last, both included.
 *
 * @param measures in alphabetical order, at least one
 */
record CountsQuery(String organisation, YearMonth from, YearMonth to, SortedSet<Measure> measures, Set<Dimension> by) {

    private static final Pattern MONTH = Pattern.compile("[0-9]{4}-(0[1-9]|1[0-2])");
    private static final Pattern YEAR = Pattern.compile("[0-9]{4}");

    static CountsQuery read(
            @Nullable String organisation,
            @Nullable String from,
            @Nullable String to,
            List<String> measures,
            @Nullable String by) {
        CountsQuery query = new CountsQuery(
                Parameters.organisation("organisation", organisation),
                month("from", from, 1),
                month("to", to, 12),
                measures(measures),
                Parameters.words("by", by, Dimension.class));
        if (query.from.isAfter(query.to)) {
            throw Refused.parameter("from", "parameter.month-order");
        }
        query.measures.forEach(measure -> query.by.forEach(dimension -> requireHas(measure, dimension)));
        return query;
    }

    /** Whether the rows say which measure they are of. */
    boolean ofSeveral() {
        return measures.size() > 1;
    }

    private static SortedSet<Measure> measures(List<String> sent) {
        SortedSet<Measure> measures = new TreeSet<>(Comparator.comparing(Measure::name));
        sent.forEach(
                each -> measures.add(Parameters.oneOf("measure", Parameters.required("measure", each), Measure.class)));
        if (measures.isEmpty()) {
            Parameters.required("measure", null);
        }
        return Collections.unmodifiableSortedSet(measures);
    }

    private static void requireHas(Measure measure, Dimension dimension) {
        Set<Dimension> has = Dimension.of(measure);
        if (!has.contains(dimension)) {
            throw Refused.parameter(
                    "by",
                    "parameter.dimension-lacking",
                    measure.name(),
                    Parameters.word(dimension),
                    has.stream().map(Parameters::word).collect(Collectors.joining(", ")));
        }
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
