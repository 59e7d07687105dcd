package org.gongkai.report.check.typed;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;

/**
 * A sentence with its figures, and the words beside each.
 *
 * @param section number of the section
 * @param paragraph number of the paragraph in it, from 1
 * @param number of the sentence in the paragraph, from 1
 * @param text as it stands
 * @param read the same, letter by letter, in one way of writing digits and punctuation; brackets that hold no figure are
 *     made {@link #NOTHING}
 * @param figures in order
 */
record Sentence(int section, int paragraph, int number, String text, String read, List<TypedFigure> figures) {

    private static final char NOTHING = '\u0000';
    private static final String ENDS = "，；：、。（）！？“”";
    private static final String HALF = ",;:()";
    private static final String FULL = "，；：（）";
    private static final int LONGEST_AFTER = 20;

    /** The sentences of a section; those without a figure too. */
    static List<Sentence> of(int section, String text) {
        List<Sentence> sentences = new ArrayList<>();
        int paragraph = 0;
        for (String line : text.split("\n")) {
            if (!line.isBlank()) {
                paragraph++;
                int number = 0;
                for (String sentence : line.strip().split("(?<=[。！？])")) {
                    sentences.add(of(section, paragraph, ++number, sentence.strip()));
                }
            }
        }
        return sentences;
    }

    private static Sentence of(int section, int paragraph, int number, String text) {
        char[] letters = oneWay(text).toCharArray();
        List<TypedFigure> found = FigureReader.read(new String(letters));
        int[] depths = brackets(letters, found);
        List<TypedFigure> figures =
                found.stream().map(figure -> figure.at(depths[figure.start()])).toList();
        return new Sentence(section, paragraph, number, text, new String(letters), figures);
    }

    private static String oneWay(String text) {
        char[] letters = text.toCharArray();
        for (int i = 0; i < letters.length; i++) {
            letters[i] = oneWay(letters, i);
        }
        return new String(letters);
    }

    private static char oneWay(char[] letters, int at) {
        char letter = letters[at];
        if (letter >= '０' && letter <= '９') {
            return (char) (letter - '０' + '0');
        }
        if (letter == '，' || letter == ',') {
            return isThousands(letters, at) ? ',' : '，';
        }
        int half = HALF.indexOf(letter);
        if (half >= 0) {
            return FULL.charAt(half);
        }
        switch (letter) {
            case '．':
                return '.';
            case '％':
            case '﹪':
                return '%';
            case '\u00a0':
            case '\u3000':
                return ' ';
            default:
                return letter;
        }
    }

    /** 1,234 and １，２３４; what came before it was put one way already. */
    private static boolean isThousands(char[] letters, int at) {
        int digits = 0;
        while (at + 1 + digits < letters.length && Character.isDigit(letters[at + 1 + digits])) {
            digits++;
        }
        boolean wide = letters[at] == '，';
        return digits == 3
                && at > 0
                && Character.isDigit(letters[at - 1])
                && (!wide || letters[at + 1] >= '０' && letters[at + 1] <= '９');
    }

    /** How many brackets are open before each letter; those that hold no figure are taken out. */
    private static int[] brackets(char[] letters, List<TypedFigure> figures) {
        Deque<Integer> open = new ArrayDeque<>();
        int[] change = new int[letters.length + 1];
        for (int i = 0; i < letters.length; i++) {
            if (letters[i] == '（') {
                open.push(i);
            } else if (letters[i] == '）') {
                int begin = open.isEmpty() ? -1 : open.pop();
                int end = i;
                if (figures.stream().anyMatch(figure -> figure.start() > begin && figure.start() < end) && begin >= 0) {
                    change[begin + 1]++;
                    change[end]--;
                } else {
                    letters[end] = NOTHING;
                    if (begin >= 0) {
                        letters[begin] = NOTHING;
                    }
                }
            }
        }
        open.forEach(begin -> letters[begin] = NOTHING);
        int[] depths = new int[letters.length];
        int depth = 0;
        for (int i = 0; i < letters.length; i++) {
            depth += change[i];
            depths[i] = depth;
        }
        return depths;
    }

    /** All words between the figure before and this one. */
    String gap(int figure) {
        int from = figure == 0 ? 0 : figures.get(figure - 1).end();
        return words(from, figures.get(figure).start());
    }

    /** The words right before the figure, as far as its clause goes. */
    String before(int figure) {
        return lastClause(gap(figure));
    }

    /** The words right after it, as far as its clause goes and no figure comes. */
    String after(int figure) {
        int from = figures.get(figure).end();
        int next = figure + 1 < figures.size() ? figures.get(figure + 1).start() : read.length();
        String words = words(from, Math.min(next, from + LONGEST_AFTER));
        for (int i = 0; i < words.length(); i++) {
            if (ENDS.indexOf(words.charAt(i)) >= 0) {
                return words.substring(0, i);
            }
        }
        return words;
    }

    /**
     * The figure that a share or a change speaks of: the last count before it that is meant and stands in no deeper bracket;
     * empty also where that is not exact.
     */
    Optional<Integer> antecedent(int position, int depth, IntPredicate meant) {
        for (int i = figures.size() - 1; i >= 0; i--) {
            TypedFigure figure = figures.get(i);
            boolean before = figure.end() <= position && figure.depth() <= depth;
            if (before && figure.kind() != Kind.PERCENT && meant.test(i)) {
                return figure.exact() ? Optional.of(i) : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** Letters without brackets that were taken out, and without blanks. */
    String words(int from, int to) {
        return from >= to
                ? ""
                : read.substring(from, to).replace(String.valueOf(NOTHING), "").replace(" ", "");
    }

    static String lastClause(String words) {
        for (int i = words.length() - 1; i >= 0; i--) {
            if (ENDS.indexOf(words.charAt(i)) >= 0) {
                return words.substring(i + 1);
            }
        }
        return words;
    }
}
