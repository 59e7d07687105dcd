package org.gongkai.statistics.organisation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class TreeOfDayTest {

    private final Trees city = new Trees()
            .government("CITY", null)
            .department("CITY-01", "CITY")
            .department("CITY-01-A", "CITY-01")
            .government("COUNTY", "CITY")
            .department("COUNTY-01", "COUNTY")
            .government("TOWN", "COUNTY");

    @Test
    void own_is_the_body_tier_its_departments_and_subtree_everything() {
        TreeOfDay tree = city.on("2021-12-31");

        assertEquals(Set.of("CITY"), members(tree, "CITY", Scope.OWN));
        assertEquals(Set.of("CITY", "CITY-01", "CITY-01-A"), members(tree, "CITY", Scope.TIER));
        assertEquals(
                Set.of("CITY", "CITY-01", "CITY-01-A", "COUNTY", "COUNTY-01", "TOWN"),
                members(tree, "CITY", Scope.SUBTREE));
    }

    @Test
    void members_know_the_branch_that_they_were_found_in() {
        TreeOfDay tree = city.on("2021-12-31");

        assertEquals(
                Set.of("COUNTY", "COUNTY-01", "TOWN"),
                tree.members("CITY", Scope.SUBTREE).stream()
                        .filter(member -> member.branch() != null
                                && member.branch().code().equals("COUNTY"))
                        .map(TreeOfDay.Member::organisation)
                        .collect(Collectors.toSet()));
    }

    @Test
    void a_body_stands_where_it_stood_on_the_day() {
        city.government("SISTER", "CITY").placed("TOWN", "SISTER", "2021-07-01").placed("TOWN", null, "2022-07-01");

        assertEquals("COUNTY", city.on("2021-06-30").parentOf("TOWN"));
        assertEquals("SISTER", city.on("2021-07-01").parentOf("TOWN"));
        assertNull(city.on("2022-07-01").parentOf("TOWN"));
    }

    @Test
    void a_body_whose_first_place_begins_later_is_under_nobody_before() {
        city.body("NEW", Level.COUNTY, Kind.AUTHORISED).placed("NEW", "CITY", "2022-01-01");

        assertFalse(members(city.on("2021-12-31"), "CITY", Scope.SUBTREE).contains("NEW"));
        assertTrue(members(city.on("2022-01-01"), "CITY", Scope.SUBTREE).contains("NEW"));
        assertEquals(Set.of("NEW"), members(city.on("2021-12-31"), "NEW", Scope.SUBTREE));
    }

    @Test
    void a_merged_body_counts_in_its_successor_from_the_day_and_leaves_its_place() {
        city.government("SISTER", "CITY").abolished("COUNTY", "2021-07-01", "SISTER");

        TreeOfDay before = city.on("2021-06-30");
        TreeOfDay after = city.on("2021-07-01");

        assertEquals(Set.of("COUNTY"), members(before, "COUNTY", Scope.OWN));
        assertEquals(Set.of("SISTER"), members(before, "SISTER", Scope.OWN));
        assertEquals(Set.of(), members(after, "COUNTY", Scope.SUBTREE));
        assertEquals(Set.of("SISTER", "COUNTY"), members(after, "SISTER", Scope.OWN));
        assertEquals(Set.of("SISTER", "COUNTY", "COUNTY-01", "TOWN"), members(after, "SISTER", Scope.SUBTREE));
        assertEquals("SISTER", after.parentOf("TOWN"));
        assertEquals(members(before, "CITY", Scope.SUBTREE), members(after, "CITY", Scope.SUBTREE));
        assertEquals(
                Set.of("CITY-01", "SISTER"),
                after.childrenOf("CITY").stream().map(Body::code).collect(Collectors.toSet()));
    }

    @Test
    void chains_of_mergers_are_followed_to_their_end() {
        city.government("B", "CITY")
                .government("C", "CITY")
                .abolished("COUNTY", "2020-03-01", "B")
                .abolished("B", "2021-03-01", "C");

        assertEquals(Set.of("B", "COUNTY"), members(city.on("2020-12-31"), "B", Scope.OWN));
        assertEquals(Set.of("B", "C", "COUNTY"), members(city.on("2021-12-31"), "C", Scope.OWN));
    }

    @Test
    void a_body_abolished_without_successor_stays_where_it_was_last() {
        city.abolished("TOWN", "2021-07-01", null);

        assertTrue(members(city.on("2022-12-31"), "COUNTY", Scope.SUBTREE).contains("TOWN"));
    }

    @Test
    void a_parent_that_was_merged_into_its_own_child_leaves_its_place_to_it() {
        city.abolished("COUNTY", "2021-07-01", "COUNTY-01");

        TreeOfDay tree = city.on("2021-12-31");

        assertEquals("CITY", tree.parentOf("COUNTY-01"));
        assertEquals(Set.of("COUNTY", "COUNTY-01"), members(tree, "COUNTY-01", Scope.OWN));
        assertTrue(members(tree, "CITY", Scope.SUBTREE).containsAll(Set.of("COUNTY", "COUNTY-01", "TOWN")));
    }

    @Test
    void a_successor_that_nobody_knows_yet_is_no_merger_yet() {
        city.abolished("COUNTY", "2021-07-01", "LATER");

        assertTrue(members(city.on("2021-12-31"), "CITY", Scope.SUBTREE).contains("COUNTY"));

        city.government("LATER", null);
        assertFalse(members(city.on("2021-12-31"), "CITY", Scope.SUBTREE).contains("COUNTY"));
        assertEquals(
                Set.of("LATER", "COUNTY", "COUNTY-01", "TOWN"), members(city.on("2021-12-31"), "LATER", Scope.SUBTREE));
    }

    @Test
    void a_child_that_comes_before_its_parent_hangs_on_it_as_soon_as_it_is_there() {
        Trees trees = new Trees().department("CHILD", "PARENT");

        assertTrue(trees.on("2021-12-31").isWithin("PARENT", "CHILD"));
        assertEquals(Set.of(), members(trees.on("2021-12-31"), "PARENT", Scope.SUBTREE));

        trees.government("PARENT", null);
        assertEquals(Set.of("PARENT", "CHILD"), members(trees.on("2021-12-31"), "PARENT", Scope.SUBTREE));
    }

    @Test
    void circles_of_parents_and_of_mergers_end() {
        Trees trees = new Trees()
                .government("A", "B")
                .government("B", "A")
                .government("X", "A")
                .government("Y", "A")
                .abolished("X", "2020-01-01", "Y")
                .abolished("Y", "2020-01-01", "X")
                .government("SELF", "SELF")
                .abolished("SELF", "2020-01-01", "SELF");

        TreeOfDay tree = trees.on("2021-12-31");

        assertEquals(Set.of("A", "B", "X", "Y"), members(tree, "A", Scope.SUBTREE));
        assertFalse(tree.isWithin("SELF", "A"));
        assertFalse(tree.isWithin("ELSEWHERE", "A"));
        assertEquals(Set.of("SELF"), members(tree, "SELF", Scope.SUBTREE));
    }

    @Test
    void a_year_goes_by_the_tree_of_its_31_december_and_the_running_year_by_today() {
        city.government("SISTER", "CITY").placed("TOWN", "SISTER", "2021-12-31").placed("TOWN", "CITY", "2022-05-02");
        OrganisationTree tree = city.tree();

        assertEquals("SISTER", tree.of(2021, LocalDate.parse("2022-05-01")).parentOf("TOWN"));
        assertEquals("SISTER", tree.of(2022, LocalDate.parse("2022-05-01")).parentOf("TOWN"));
        assertEquals("CITY", tree.of(2022, LocalDate.parse("2022-05-02")).parentOf("TOWN"));
        assertEquals("COUNTY", tree.of(2021, LocalDate.parse("2021-12-30")).parentOf("TOWN"));
    }

    @Test
    void within_is_the_root_itself_and_what_stands_or_counts_below_it() {
        city.government("SISTER", "CITY").abolished("COUNTY", "2021-07-01", "SISTER");
        TreeOfDay tree = city.on("2021-12-31");

        assertTrue(tree.isWithin("CITY", "CITY"));
        assertTrue(tree.isWithin("CITY", "TOWN"));
        assertTrue(tree.isWithin("SISTER", "COUNTY"));
        assertTrue(tree.isWithin("NOBODY", "NOBODY"));
        assertFalse(tree.isWithin("SISTER", "CITY"));
        assertFalse(tree.isWithin("SISTER", "CITY-01"));
        assertFalse(tree.isWithin("CITY", "NOBODY"));
    }

    private static Set<String> members(TreeOfDay tree, String root, Scope scope) {
        return tree.members(root, scope).stream()
                .map(TreeOfDay.Member::organisation)
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
