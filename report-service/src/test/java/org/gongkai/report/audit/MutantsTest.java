package org.gongkai.report.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.gongkai.report.check.Finding;
import org.gongkai.report.check.Rule;
import org.gongkai.report.check.Verdict;
import org.gongkai.report.form.Form;
import org.gongkai.report.form.FormCell;
import org.gongkai.report.form.Forms;
import org.gongkai.report.form.TablesFixtures;
import org.junit.jupiter.api.Test;

/**
 * Tables with one cell changed into another number that may stand there, as a slip of the hand would: how many are found. A
 * new seed each run, printed; {@code -Dgongkai.seed=} repeats one.
 */
class MutantsTest {

    private static final int MUTANTS = 200;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Rules of two equal sides: what they name they bind. */
    private static final Set<String> IDENTITIES = Set.of("R1", "R2", "R3", "R4", "R7", "R-T2", "ITEMS-CARRIED");

    /** Columns of table two that follow from the year before. */
    private static final Set<String> CARRIED_OVER = Set.of("ISSUED", "ABOLISHED", "IN_FORCE", "ITEMS_BEFORE");

    private final long seed = Long.getLong("gongkai.seed", System.nanoTime());
    private final Random random = new Random(seed);

    /** Tables handed in, and the year before or null. */
    private record Given(String name, Form form, int year, ObjectNode tables, ObjectNode previous) {

        Audit audit(ObjectNode changed) {
            return Audits.of(new HandedIn(
                    form.form(),
                    JSON.getNodeFactory().numberNode(year),
                    changed,
                    previous == null ? null : new HandedIn.Previous(form.form(), previous),
                    null,
                    null));
        }
    }

    /** What became of the mutants of a table. */
    private static final class Tally {

        private int mutants;
        private int found;
        private int missed;
        private int wrong;
        private int named;

        void add(boolean hit, boolean astray, boolean told) {
            mutants++;
            found += hit ? 1 : 0;
            missed += hit ? 0 : 1;
            wrong += astray ? 1 : 0;
            named += told ? 1 : 0;
        }

        String line(String name, String table) {
            return "| %s | %s | %d | %d | %d | %d | %d |".formatted(name, table, mutants, found, missed, wrong, named);
        }
    }

    @Test
    void every_mutant_of_a_cell_that_an_identity_binds_is_found_and_nothing_is_found_in_true_tables() {
        System.out.println("mutants: -Dgongkai.seed=" + seed);
        System.out.println("| tables | table | mutants | found | missed | false | cell named with its right number |");
        System.out.println("|---|---|---|---|---|---|---|");
        List<String> missed = new ArrayList<>();
        for (Given given : List.of(
                new Given("Qingyang 2021", Forms.FORM_2021, 2021, TablesFixtures.qingyang2021(), null),
                new Given(
                        "Qingyang 2021, year before",
                        Forms.FORM_2021,
                        2021,
                        TablesFixtures.qingyang2021(),
                        TablesFixtures.beforeQingyang2021()),
                new Given("made 2020", Forms.FORM_2019, 2020, TablesFixtures.made2020(), null),
                new Given(
                        "made 2020, year before",
                        Forms.FORM_2019,
                        2020,
                        TablesFixtures.made2020(),
                        TablesFixtures.made2019()))) {
            missed.addAll(run(given));
        }
        missed.forEach(System.out::println);
    }

    private List<String> run(Given given) {
        Audit truth = given.audit(given.tables());
        assertEquals(List.of(), broken(truth), given.name());
        Set<String> bound = truth.checks().stream()
                .filter(finding -> IDENTITIES.contains(finding.rule()) && finding.verdict() == Verdict.HOLDS)
                .flatMap(finding -> finding.cells().stream())
                .collect(Collectors.toCollection(HashSet::new));
        for (FormCell cell : given.form().cells()) {
            assertEquals(isBound(given, cell), bound.contains(cell.path()), cell.path());
        }
        Map<String, Tally> tallies = new LinkedHashMap<>();
        given.form().cells().forEach(cell -> tallies.putIfAbsent(cell.table(), new Tally()));
        Map<String, Set<String>> missed = new LinkedHashMap<>();
        Set<String> columns = new TreeSet<>();
        for (FormCell cell : chosen(given.form())) {
            BigDecimal right = TablesFixtures.number(given.tables(), cell);
            List<Finding> broken = broken(given.audit(changed(given.tables(), cell, right)));
            boolean hit = broken.stream().anyMatch(finding -> finding.cells().contains(cell.path()));
            boolean astray = broken.stream()
                    .anyMatch(finding -> !finding.cells().contains(cell.path())
                            || finding.note() != null
                                    && finding.note().startsWith("若")
                                    && !tells(finding, cell, right));
            boolean told = broken.stream().anyMatch(finding -> tells(finding, cell, right));
            tallies.get(cell.table()).add(hit, astray, told);
            assertTrue(hit || !bound.contains(cell.path()), () -> cell.path() + " is bound and not found, " + seed);
            assertTrue(told || !cell.table().equals(FormCell.APPLICATIONS), () -> cell.path() + " is not named");
            assertTrue(!astray, () -> "false: " + broken);
            if (!hit) {
                missed.computeIfAbsent(reason(given, cell), none -> new TreeSet<>())
                        .add(cell.path());
            }
            columns.add(cell.path());
        }
        assertEquals(given.form().cells().size(), columns.size(), "every cell was changed");
        assertEquals(
                MUTANTS,
                tallies.values().stream().mapToInt(tally -> tally.mutants).sum());
        tallies.forEach((table, tally) -> System.out.println(tally.line(given.name(), table)));
        return missed.entrySet().stream()
                .map(entry ->
                        "missed, " + given.name() + ": " + String.join(" ", entry.getValue()) + " — " + entry.getKey())
                .toList();
    }

    /** What must be bound: tables three and four whole; of table two what carries over, where the year before is known. */
    private static boolean isBound(Given given, FormCell cell) {
        return !cell.table().equals(FormCell.PROACTIVE)
                || given.previous() != null && CARRIED_OVER.contains(cell.column());
    }

    /** Every cell once, in an order of chance, and some once more. */
    private List<FormCell> chosen(Form form) {
        List<FormCell> cells = new ArrayList<>(form.cells());
        Collections.shuffle(cells, random);
        while (cells.size() < MUTANTS) {
            cells.add(cells.get(random.nextInt(form.cells().size())));
        }
        return cells;
    }

    private ObjectNode changed(ObjectNode tables, FormCell cell, BigDecimal right) {
        BigDecimal wrong = right;
        while (wrong.compareTo(right) == 0 || wrong.signum() < 0 && cell.content() != FormCell.Content.CHANGE) {
            wrong = slip(right, cell.content());
        }
        ObjectNode copy = tables.deepCopy();
        ObjectNode row = copy.withObject("/" + cell.table() + "/" + cell.row());
        if (cell.content() == FormCell.Content.AMOUNT) {
            row.put(cell.column(), wrong.toPlainString());
        } else {
            row.put(cell.column(), wrong.longValueExact());
        }
        return copy;
    }

    /** One more or less, a digit dropped, doubled or mistaken, two digits exchanged, the sign left out. */
    private BigDecimal slip(BigDecimal right, FormCell.Content content) {
        String digits = right.abs().unscaledValue().toString();
        int at = random.nextInt(digits.length());
        String before = digits.substring(0, at);
        String slipped = switch (random.nextInt(6)) {
            case 0 -> right.unscaledValue().add(java.math.BigInteger.ONE).abs().toString();
            case 1 ->
                right.unscaledValue().subtract(java.math.BigInteger.ONE).abs().toString();
            case 2 -> "0" + before + digits.substring(at + 1);
            case 3 -> before + digits.charAt(at) + digits.substring(at);
            case 4 -> before + random.nextInt(10) + digits.substring(at + 1);
            default -> before + new StringBuilder(digits.substring(at)).reverse();
        };
        BigDecimal wrong = new BigDecimal(new java.math.BigInteger(slipped), right.scale());
        boolean turned = content == FormCell.Content.CHANGE && random.nextBoolean();
        return turned ? wrong.negate() : wrong;
    }

    private static boolean tells(Finding finding, FormCell cell, BigDecimal right) {
        return finding.note() != null
                && finding.note().contains("改为" + right.toPlainString() + "，")
                && finding.note().endsWith("（" + cell.path() + "）");
    }

    private static List<Finding> broken(Audit audit) {
        return audit.checks().stream()
                .filter(finding -> finding.verdict() == Verdict.BROKEN)
                .toList();
    }

    /** Why nothing could be found. */
    private static String reason(Given given, FormCell cell) {
        boolean overYears = given.previous() != null;
        boolean carried =
                Set.of("ISSUED", "ABOLISHED", "IN_FORCE", "ITEMS_BEFORE").contains(cell.column());
        if (carried && !overYears) {
            return "bound only to the year before, which was not handed in (" + Rule.R_T2.code() + ", "
                    + Rule.ITEMS_CARRIED.code() + ")";
        }
        if (cell.column().equals("CHANGE")) {
            return "bound only to the next year's 上一年项目数量; here no more than that items stay 0 or more";
        }
        if (Set.of("NEWLY_PUBLISHED", "PUBLISHED").contains(cell.column())) {
            return "bound by an inequality alone (对外公开总数量 holds 本年新公开数量), which the change keeps";
        }
        return "the form has no other cell that it follows from; less than a five-fold change of last year's, or last year's"
                + " not known";
    }
}
