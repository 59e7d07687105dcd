package org.gongkai.report.prose;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.gongkai.report.figure.Figures;
import org.gongkai.report.form.Form;

/** The names that a text may use, known just now or not. */
public final class Vocabulary {

    /** Stands for what the form's template writes for the section, so that an office can add to it. */
    public static final String GENERATED = "generated";

    private static final Set<Integer> GENERATED_SECTIONS = Set.of(0, 1, 2, 3, 4);

    /** No name is as long; a longer one is compared by its beginning. */
    private static final int LONGEST_COMPARED = 80;

    private final Set<String> figures;
    private final Set<String> names;

    private Vocabulary(Form form) {
        this.figures = Figures.names(form);
        this.names = new TreeSet<>(figures);
        names.addAll(Values.TEXT_NAMES);
    }

    /** The names of a form. */
    public static Vocabulary of(Form form) {
        return new Vocabulary(form);
    }

    /** Whether a text of that section may use the name. */
    public boolean knows(String name, int section) {
        if (name.equals(GENERATED)) {
            return GENERATED_SECTIONS.contains(section);
        }
        if (name.endsWith(Values.CHANGE)) {
            return figures.contains(Values.base(name, Values.CHANGE));
        }
        if (name.endsWith(Values.IN_WORDS)) {
            return Figures.knows(figures, Values.base(name, Values.IN_WORDS));
        }
        return names.contains(name) || Figures.knows(figures, name);
    }

    /** The names nearest to one that is not known, nearest first. */
    public List<String> near(String name, int most) {
        String begin = name.substring(0, Math.min(name.length(), LONGEST_COMPARED));
        return names.stream()
                .sorted(Comparator.<String>comparingInt(known -> distance(begin, known))
                        .thenComparing(Comparator.naturalOrder()))
                .limit(most)
                .toList();
    }

    /** Letters to change, add or drop to make one the other; upper and lower case are one. */
    private static int distance(String from, String to) {
        String a = from.toLowerCase(java.util.Locale.ROOT);
        String b = to.toLowerCase(java.util.Locale.ROOT);
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int replaced = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replaced, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.length()];
    }
}
