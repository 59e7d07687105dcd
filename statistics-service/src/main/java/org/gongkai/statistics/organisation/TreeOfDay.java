package org.gongkai.statistics.organisation;

import java.time.LocalDate;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Who stands where on one day.
 *
 * <p>A body that was merged into a successor by that day no longer stands: it counts in the successor (chains followed to
 * their end), and what stood under it stands under the successor. A body abolished without one stays where it was last.
 * Facts of different lanes commute, so for a moment a tree may hold a parent or successor that is not registered yet, or a
 * circle: an unknown successor is no merger yet, a circle of mergers is none, and a circle of parents is walked once.
 */
public final class TreeOfDay {

    /**
     * A body whose cells count in a statement.
     *
     * @param organisation code of the cells
     * @param countsAs the standing body that it counts in: itself, or the successor that it was merged into
     * @param branch the direct subordinate of the root under which it was found; null for the root itself
     */
    public record Member(
            String organisation, Body countsAs, @Nullable Body branch) {}

    private final Map<String, Body> bodies;
    private final LocalDate day;
    /** Merged body to the body that it counts in. */
    private final Map<String, String> countsIn = new TreeMap<>();
    /** Standing body to those merged into it. */
    private final Map<String, List<String>> merged = new TreeMap<>();
    /** Standing body, or a code that is not registered yet, to the standing bodies right under it. */
    private final Map<String, List<String>> children = new TreeMap<>();

    TreeOfDay(Map<String, Body> bodies, LocalDate day) {
        this.bodies = bodies;
        this.day = day;
        for (String code : bodies.keySet()) {
            String end = endOfMergers(code);
            if (!end.equals(code)) {
                countsIn.put(code, end);
                merged.computeIfAbsent(end, none -> new ArrayList<>()).add(code);
            }
        }
        for (String code : bodies.keySet()) {
            String parent = countsIn.containsKey(code) ? null : parentOf(code);
            if (parent != null) {
                children.computeIfAbsent(parent, none -> new ArrayList<>()).add(code);
            }
        }
    }

    /** The day. */
    public LocalDate day() {
        return day;
    }

    /** The standing body that a registered one counts in on this day: mostly itself. */
    public String countsAs(String code) {
        return countsIn.getOrDefault(code, code);
    }

    /** Code of the body that a standing one stands under; null for a root, and for a body that has no place yet. */
    public @Nullable String parentOf(String code) {
        Set<String> seen = new HashSet<>(Set.of(code));
        Body body = bodies.get(code);
        while (body != null) {
            String parent = body.parentOn(day);
            if (parent == null) {
                return null;
            }
            String standing = countsAs(parent);
            if (!standing.equals(code)) {
                return standing;
            }
            // Its parent was merged into it: it takes its parent's place.
            if (!seen.add(parent)) {
                return null;
            }
            body = bodies.get(parent);
        }
        return null;
    }

    /** The standing bodies right under a standing one, in order of their codes. */
    public List<Body> childrenOf(String code) {
        return children.getOrDefault(code, List.of()).stream().map(bodies::get).toList();
    }

    /** Whether a body is the root or stands, or counts, somewhere below it; also for codes that nobody registered. */
    public boolean isWithin(String root, String code) {
        if (code.equals(root)) {
            return true;
        }
        Set<String> seen = new HashSet<>();
        String at = countsAs(code);
        while (at != null && seen.add(at)) {
            if (at.equals(root)) {
                return true;
            }
            at = parentOf(at);
        }
        return false;
    }

    /** All bodies that count in a statement of the root; none where the root itself counts in its successor. */
    public List<Member> members(String root, Scope scope) {
        Body top = bodies.get(root);
        if (top == null || countsIn.containsKey(root)) {
            return List.of();
        }
        List<Member> members = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        Deque<Member> open = new ArrayDeque<>(List.of(new Member(root, top, null)));
        seen.add(root);
        while (!open.isEmpty()) {
            Member member = open.removeFirst();
            members.add(member);
            merged.getOrDefault(member.organisation(), List.of())
                    .forEach(gone -> members.add(new Member(gone, member.countsAs(), member.branch())));
            if (scope == Scope.OWN) {
                break;
            }
            for (Body child : childrenOf(member.organisation())) {
                boolean reached = scope == Scope.SUBTREE || child.attributes().kind() != Kind.GOVERNMENT;
                if (reached && seen.add(child.code())) {
                    open.addLast(new Member(child.code(), child, member.branch() == null ? child : member.branch()));
                }
            }
        }
        return members;
    }

    private String endOfMergers(String code) {
        Set<String> seen = new HashSet<>();
        String at = code;
        while (seen.add(at)) {
            Body body = bodies.get(at);
            String successor = body == null ? null : body.successorOn(day);
            if (successor == null || !bodies.containsKey(successor)) {
                return at;
            }
            at = successor;
        }
        // A circle: nobody is left to count in, so each counts for itself.
        return code;
    }
}
