package org.gongkai.intake.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;

/** Which bodies a caller reaches, a page at a time. */
@ApplicationScoped
class OrganisationPages {

    @Inject
    EntityManager entities;

    @Inject
    Clock clock;

    @SuppressWarnings("unchecked")
    List<String> codes(String root, boolean everything, String after, int most) {
        String from = after == null ? "" : after;
        if (everything) {
            return entities.createNativeQuery(
                            "SELECT code FROM organisation WHERE code > ?1 COLLATE \"C\" ORDER BY code COLLATE \"C\""
                                    + " LIMIT ?2")
                    .setParameter(1, from)
                    .setParameter(2, most)
                    .getResultList();
        }
        LocalDate today = LocalDate.now(clock);
        return entities.createNativeQuery(numbered(Subtree.REACHED)
                        + "SELECT o.code FROM organisation o JOIN reached USING (code)"
                        + " WHERE o.code > ?4 COLLATE \"C\" ORDER BY o.code COLLATE \"C\" LIMIT ?5")
                .setParameter(1, root)
                .setParameter(2, today)
                .setParameter(3, today)
                .setParameter(4, from)
                .setParameter(5, most)
                .getResultList();
    }

    boolean exists(String code) {
        return Organisation.findById(code) != null;
    }

    /** The body that it was last placed under; null for a root. */
    String newestParent(String code) {
        List<Placement> placements = Placement.ofBody(code);
        return placements.get(placements.size() - 1).parent;
    }

    private static String numbered(String query) {
        String[] parts = query.split("\\?", -1);
        StringBuilder text = new StringBuilder(parts[0]);
        for (int i = 1; i < parts.length; i++) {
            text.append('?').append(i).append(parts[i]);
        }
        return text.toString();
    }
}
