package org.gongkai.statistics.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

class TreePropertiesTest {

    @Property
    void every_body_is_counted_once_below_its_root_and_never_twice(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int bodies) {
        TreeOfDay tree = reorganised(new Random(seed), bodies, false).on(LocalDate.parse("2021-12-31"));
        List<String> counted = new ArrayList<>();
        for (int i = 0; i < bodies; i++) {
            String code = "B" + i;
            if (tree.countsAs(code).equals(code) && tree.parentOf(code) == null) {
                tree.members(code, Scope.SUBTREE).forEach(member -> counted.add(member.organisation()));
            }
        }

        assertEquals(bodies, counted.size());
        assertEquals(bodies, new HashSet<>(counted).size());
    }

    @Property
    void a_subtree_is_the_body_alone_and_the_subtrees_of_its_children(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 25) int bodies) {
        TreeOfDay tree = reorganised(new Random(seed), bodies, false).on(LocalDate.parse("2021-12-31"));
        for (int i = 0; i < bodies; i++) {
            String code = "B" + i;
            if (tree.countsAs(code).equals(code)) {
                Set<String> parts = codes(tree, code, Scope.OWN);
                for (Body child : tree.childrenOf(code)) {
                    parts.addAll(codes(tree, child.code(), Scope.SUBTREE));
                }
                assertEquals(codes(tree, code, Scope.SUBTREE), parts);
                assertTrue(codes(tree, code, Scope.SUBTREE).containsAll(codes(tree, code, Scope.TIER)));
            }
        }
    }

    @Property
    void membership_and_reach_agree(@ForAll long seed, @ForAll @IntRange(min = 1, max = 15) int bodies) {
        TreeOfDay tree = reorganised(new Random(seed), bodies, false).on(LocalDate.parse("2021-12-31"));
        for (int i = 0; i < bodies; i++) {
            String root = "B" + i;
            if (tree.countsAs(root).equals(root)) {
                Set<String> members = codes(tree, root, Scope.SUBTREE);
                for (int j = 0; j < bodies; j++) {
                    assertEquals(members.contains("B" + j), tree.isWithin(root, "B" + j), root + " and B" + j);
                }
            }
        }
    }

    @Property
    void trees_with_circles_end_and_count_nobody_twice(
            @ForAll long seed, @ForAll @IntRange(min = 1, max = 12) int bodies) {
        TreeOfDay tree = reorganised(new Random(seed), bodies, true).on(LocalDate.parse("2021-12-31"));
        for (int i = 0; i < bodies; i++) {
            List<TreeOfDay.Member> members = tree.members("B" + i, Scope.SUBTREE);
            assertEquals(
                    members.size(),
                    members.stream()
                            .map(TreeOfDay.Member::organisation)
                            .distinct()
                            .count());
            tree.isWithin("B0", "B" + i);
        }
    }

    /** Random places and mergers; without circles a body is placed only below lower numbers and merged into any sibling. */
    static OrganisationTree reorganised(Random random, int bodies, boolean circles) {
        Trees trees = new Trees();
        for (int i = 0; i < bodies; i++) {
            trees.body("B" + i, Level.values()[random.nextInt(5)], Kind.values()[random.nextInt(4)]);
            for (int places = random.nextInt(4); places > 0; places--) {
                int parent = circles ? random.nextInt(bodies) : random.nextInt(i + 1);
                boolean root = !circles && parent == i || random.nextInt(8) == 0;
                trees.placed("B" + i, root ? null : "B" + parent, day(random));
            }
            if (random.nextInt(4) == 0) {
                int successor = circles ? random.nextInt(bodies) : random.nextInt(i + 1);
                boolean none = !circles && successor == i || random.nextInt(4) == 0;
                trees.abolished("B" + i, day(random), none ? null : "B" + successor);
            }
        }
        return trees.tree();
    }

    private static String day(Random random) {
        return LocalDate.of(2019 + random.nextInt(4), 1 + random.nextInt(12), 1 + random.nextInt(28))
                .toString();
    }

    private static Set<String> codes(TreeOfDay tree, String root, Scope scope) {
        return tree.members(root, scope).stream()
                .map(TreeOfDay.Member::organisation)
                .collect(Collectors.toCollection(HashSet::new));
    }
}
