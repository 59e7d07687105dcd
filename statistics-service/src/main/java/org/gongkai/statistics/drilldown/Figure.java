package org.gongkai.statistics.drilldown;

import java.util.List;
import org.gongkai.statistics.counting.Kind;

/**
 * A figure of a statement by the cells that it is added up from.
 *
 * @param terms of which at most one holds each kind of cell
 * @param derived whether it is a stock, so that what came and went again is no part of it: the records open then are listed,
 *     each once
 * @param money whether it is an amount, counted in fen
 * @param headOnly whether the value is the body's own, whatever the scope
 */
record Figure(List<Term> terms, boolean derived, boolean money, boolean headOnly) {

    /** What is counted in the year, fact by fact. */
    static Figure counted(Term... terms) {
        return new Figure(List.of(terms), false, false, false);
    }

    /** What is open, record by record. */
    static Figure stock(Term... terms) {
        return new Figure(List.of(terms), true, false, false);
    }

    Figure ofMoney() {
        return new Figure(terms, derived, true, headOnly);
    }

    Figure ofTheHead() {
        return new Figure(terms, derived, money, true);
    }

    /** How counts of earlier years of a kind go in. */
    int before(Kind kind) {
        return terms.stream()
                .filter(term -> term.holds(kind))
                .mapToInt(Term::before)
                .findFirst()
                .orElse(0);
    }

    /** How counts of the year of a kind go in. */
    int within(Kind kind) {
        return terms.stream()
                .filter(term -> term.holds(kind))
                .mapToInt(Term::within)
                .findFirst()
                .orElse(0);
    }
}
