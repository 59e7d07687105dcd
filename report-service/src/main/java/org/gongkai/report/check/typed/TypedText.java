package org.gongkai.report.check.typed;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.report.check.typed.Remark.Outcome;
import org.gongkai.report.form.Form;

/** The figures that the texts of a report type, beside those that it counts. */
public final class TypedText {

    /** After a name: the placeholder of its change against the year before, in words. */
    public static final String CHANGED = ".change";

    private static final Pattern YEAR = Pattern.compile("(20[0-9]{2})年");
    private static final Pattern LAST_YEAR = Pattern.compile("上年|去年|上一年");
    private static final BigDecimal A_FEW = BigDecimal.TEN;

    private final Known known;
    private final Subjects subjects;
    private final List<Sentence> sentences = new ArrayList<>();
    private final int year;
    private final Map<TypedFigure, Set<String>> named = new IdentityHashMap<>();

    /**
     * @param cells path to value, as figures are named
     * @param ofOthers the same of each body right below
     * @param texts number of a section to its text
     */
    public TypedText(
            Form form,
            Map<String, BigDecimal> cells,
            Collection<Map<String, BigDecimal>> ofOthers,
            Map<Integer, String> texts) {
        this.known = new Known(cells, ofOthers);
        this.subjects = Subjects.of(form);
        texts.forEach((section, text) -> sentences.addAll(Sentence.of(section, text)));
        this.year = mostNamed(texts.values());
    }

    private static int mostNamed(Collection<String> texts) {
        Map<Integer, Integer> times = new TreeMap<>();
        for (String text : texts) {
            for (Matcher found = YEAR.matcher(text); found.find(); ) {
                times.merge(Integer.valueOf(found.group(1)), 1, Integer::sum);
            }
        }
        return times.entrySet().stream()
                .max(Map.Entry.<Integer, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .map(Map.Entry::getKey)
                .orElse(0);
    }

    /** Figures that are not those that their words mean, and those of which the words do not tell what they are. */
    public List<Remark> figures() {
        List<Remark> remarks = new ArrayList<>();
        for (Sentence sentence : sentences) {
            for (int i = 0; i < sentence.figures().size(); i++) {
                if (sentence.figures().get(i).exact()
                        && !Shares.isShare(sentence, i)
                        && !Changes.isChange(sentence, i)) {
                    remark(remarks, sentence, i);
                }
            }
        }
        return remarks;
    }

    /** Shares that are not what the counts beside them come to. */
    public List<Remark> shares() {
        return new Shares(this, known, subjects).of(sentences);
    }

    /** 同比 and what follows from two years, agreeing or not. */
    public List<Remark> changes() {
        return new Changes(this, known).of(sentences);
    }

    /** Parts that do not add up to the whole of their sentence. */
    public List<Remark> sums() {
        return new Sums(this).of(sentences);
    }

    private void remark(List<Remark> remarks, Sentence sentence, int i) {
        TypedFigure typed = sentence.figures().get(i);
        Set<String> names = names(sentence, i);
        List<String> there =
                names.stream().filter(name -> known.value(name).isPresent()).toList();
        if (!there.isEmpty()) {
            if (there.stream().noneMatch(name -> known.is(typed, name))) {
                remarks.add(remark(Outcome.CONTRADICTS, sentence, typed, there, "与统计数据不符"));
            }
        } else if (!names.isEmpty()) {
            remarks.add(remark(Outcome.UNKNOWN, sentence, typed, List.of(), "所指数据未报，无法核对"));
        } else if (isOfAnotherYear(sentence, i) || known.isAny(typed)) {
            return;
        } else if (known.slip(typed).isPresent()) {
            remarks.add(remark(
                    Outcome.CONTRADICTS,
                    sentence,
                    typed,
                    List.of(known.slip(typed).get()),
                    "与统计数据仅差一位，疑为笔误"));
        } else if (!typed.inWords() || typed.value().compareTo(A_FEW) > 0) {
            remarks.add(remark(Outcome.UNKNOWN, sentence, typed, List.of(), "未能对应到统计数据，请自行核对"));
        }
    }

    private Remark remark(Outcome outcome, Sentence sentence, TypedFigure typed, List<String> names, String why) {
        boolean contradicts = outcome == Outcome.CONTRADICTS;
        String first = contradicts ? names.get(0) : "";
        return Remark.of(
                outcome,
                sentence,
                typed.text(),
                contradicts ? Known.asNamed(first, known.value(first).orElseThrow()) : null,
                Known.asNamed(first, typed.value()),
                contradicts ? names : known.near(typed),
                why);
    }

    /** What a figure may be by its words; of the year before too where they speak of it. */
    Set<String> names(Sentence sentence, int i) {
        return named.computeIfAbsent(sentence.figures().get(i), figure -> read(sentence, i));
    }

    private Set<String> read(Sentence sentence, int i) {
        Set<String> names = subjects.of(sentence, i);
        String words = sentence.gap(i);
        int said = lastNamed(words);
        if (said != 0 && said != year && said != year - 1) {
            return Set.of();
        }
        Set<String> meant = new LinkedHashSet<>();
        if (said != year - 1) {
            meant.addAll(names);
        }
        if (said == year - 1 || LAST_YEAR.matcher(words).find()) {
            names.forEach(name -> meant.add(Known.before(name)));
        }
        return meant;
    }

    /** The year that stands nearest before a figure; 0 where none does. */
    private static int lastNamed(String words) {
        int last = 0;
        for (Matcher named = YEAR.matcher(words); named.find(); ) {
            last = Integer.parseInt(named.group(1));
        }
        return last;
    }

    /** The names that are what was typed. */
    List<String> confirmed(Sentence sentence, int i) {
        TypedFigure typed = sentence.figures().get(i);
        return names(sentence, i).stream().filter(name -> known.is(typed, name)).toList();
    }

    private boolean isOfAnotherYear(Sentence sentence, int i) {
        int named = lastNamed(sentence.gap(i));
        return named != 0 && named != year;
    }
}
