package org.gongkai.intake.disclosureapplication;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.gongkai.intake.journal.Fact;
import org.gongkai.intake.lifecycle.StepType;
import org.gongkai.intake.processingfee.ProcessingFeeCollected;
import org.gongkai.intake.record.Content;
import org.gongkai.intake.record.RecordFact;

/** Payments of a case as the processing fees that they are: each counts its amount, the one that completes the fee the case. */
final class PaidFees {

    private PaidFees() {}

    static List<Fact> between(WholeCase was, WholeCase is) {
        Map<UUID, Content> before = collected(was);
        Map<UUID, Content> after = collected(is);
        List<Fact> facts = new ArrayList<>();
        String organisation = is.application().content().organisation();
        for (KeptStep step : is.steps()) {
            facts.addAll(RecordFact.between(step.id(), organisation, about(before, step), about(after, step)));
        }
        return facts;
    }

    private static Map<String, Content> about(Map<UUID, Content> all, KeptStep step) {
        return all.containsKey(step.id()) ? Map.of("collected", all.get(step.id())) : Map.of();
    }

    private static Map<UUID, Content> collected(WholeCase whole) {
        Map<UUID, Content> collected = new LinkedHashMap<>();
        if (whole.application().voided() != null) {
            return collected;
        }
        BigDecimal notice = BigDecimal.ZERO;
        BigDecimal paid = BigDecimal.ZERO;
        for (KeptStep step : inOrder(whole)) {
            BigDecimal amount = step.body().amountYuan() == null
                    ? BigDecimal.ZERO
                    : new BigDecimal(step.body().amountYuan());
            if (step.body().type() == StepType.FEE_NOTICED) {
                paid = paid.compareTo(notice) < 0 ? paid : BigDecimal.ZERO;
                notice = amount;
            } else if (step.body().type() == StepType.FEE_PAID) {
                boolean open = paid.compareTo(notice) < 0;
                paid = paid.add(amount);
                boolean completes = open && paid.compareTo(notice) >= 0;
                collected.put(
                        step.id(),
                        new ProcessingFeeCollected(
                                YearMonth.from(step.body().on()).toString(),
                                completes ? 1 : 0,
                                step.body().amountYuan(),
                                null));
            }
        }
        return collected;
    }

    private static List<KeptStep> inOrder(WholeCase whole) {
        return whole.standingSteps().stream()
                .sorted(Comparator.comparing((KeptStep step) -> step.body().on())
                        .thenComparing(KeptStep::number))
                .toList();
    }
}
