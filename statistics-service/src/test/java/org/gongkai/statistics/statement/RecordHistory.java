package org.gongkai.statistics.statement;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.PublicationChannel;
import org.gongkai.statistics.testing.Contents;
import org.gongkai.statistics.testing.Contents.Content;
import org.gongkai.statistics.testing.Facts;

/**
 * A random history of one body's records, as intake would let it happen: entered, amended, taken back, disputes from their
 * last instance backwards. Keeps the facts that it wrote, and what stands at the end, to be counted by hand.
 */
final class RecordHistory {

    static final int FIRST_YEAR = 2019;
    static final int YEARS = 4;
    static final String BODY = "R";

    private static final LocalDate FIRST_DAY = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final int DAYS = 365 * YEARS;

    /** A record that stands alone. */
    sealed interface Single {
        Content content();
    }

    record Items(LocalDate on, Set<PublicationChannel> channels, long items) implements Single {
        @Override
        public Content content() {
            return Contents.items(on.toString(), items, channels.toArray(PublicationChannel[]::new));
        }
    }

    record Decisions(DecisionKind kind, String period, long decisions) implements Single {
        @Override
        public Content content() {
            return Contents.decisions(kind, period, decisions);
        }
    }

    record Fees(String period, BigDecimal yuan) implements Single {
        @Override
        public Content content() {
            return Contents.fees(period, yuan.toPlainString());
        }
    }

    record ProcessingFees(String period, long cases, BigDecimal yuan) implements Single {
        @Override
        public Content content() {
            return Contents.processingFees(period, cases, yuan.toPlainString());
        }
    }

    record Report(int year, Indicator indicator, long value) implements Single {
        @Override
        public Content content() {
            return Contents.indicator(year, indicator, value);
        }
    }

    /** A document that may have ended. */
    static final class Document {
        DocumentKind kind;
        LocalDate issuedOn;
        LocalDate endedOn;
    }

    /** A step of a dispute: filed or appealed where there is no result, else concluded. */
    record Instance(LocalDate on, DisputeResult result) {}

    /** A dispute by its steps: filed, concluded, appealed, concluded … */
    static final class Dispute {
        final DisputeKind kind;
        final List<Instance> steps = new ArrayList<>();

        Dispute(DisputeKind kind) {
            this.kind = kind;
        }

        Content content(int step) {
            Instance instance = steps.get(step);
            if (step == 0) {
                return Contents.filed(kind, instance.on().toString());
            }
            if (instance.result() != null) {
                return Contents.concluded(kind, instance.on().toString(), instance.result());
            }
            Instance reopens = steps.get(step - 1);
            return Contents.appealed(
                    kind, instance.on().toString(), reopens.on().toString(), reopens.result());
        }
    }

    final List<Single> singles = new ArrayList<>();
    final List<Document> documents = new ArrayList<>();
    final List<Dispute> disputes = new ArrayList<>();
    final List<Facts.Fact> facts = new ArrayList<>();
    private final Random random;

    RecordHistory(Random random, int acts) {
        this.random = random;
        for (int i = 0; i < acts; i++) {
            switch (random.nextInt(3)) {
                case 0 -> actOnSingles();
                case 1 -> actOnDocuments();
                default -> actOnDisputes();
            }
        }
    }

    private void actOnSingles() {
        if (singles.isEmpty() || random.nextInt(5) < 3) {
            Single single = single(random.nextInt(5));
            if (single instanceof Report report
                    && singles.stream()
                            .anyMatch(held -> held instanceof Report other
                                    && other.year() == report.year()
                                    && other.indicator() == report.indicator())) {
                return;
            }
            singles.add(single);
            facts.add(Facts.recorded(BODY, single.content()));
            return;
        }
        int at = random.nextInt(singles.size());
        Single was = singles.get(at);
        if (random.nextBoolean()) {
            singles.remove(at);
            facts.add(Facts.retracted(BODY, was.content()));
            return;
        }
        Single is = was instanceof Report report
                ? new Report(report.year(), report.indicator(), random.nextInt(3))
                : Stream.generate(() -> single(random.nextInt(5)))
                        .filter(other -> other.getClass() == was.getClass())
                        .findFirst()
                        .orElseThrow();
        singles.set(at, is);
        facts.add(Facts.amended(BODY, was.content(), is.content()));
    }

    private Single single(int which) {
        return switch (which) {
            case 0 -> new Items(day(), channels(), 1 + random.nextInt(500));
            case 1 -> new Decisions(any(DecisionKind.values()), period(), random.nextInt(1000));
            case 2 -> new Fees(period(), yuan());
            case 3 -> new ProcessingFees(period(), random.nextInt(5), yuan());
            default -> new Report(FIRST_YEAR + random.nextInt(YEARS), any(Indicator.values()), random.nextInt(3));
        };
    }

    private void actOnDocuments() {
        if (documents.isEmpty() || random.nextInt(3) == 0) {
            Document document = new Document();
            document.kind = any(DocumentKind.values());
            document.issuedOn = day();
            documents.add(document);
            facts.add(Facts.recorded(BODY, Contents.issued(document.kind, document.issuedOn.toString())));
            return;
        }
        Document document = any(documents);
        if (document.endedOn == null) {
            actOnIssue(document);
        } else if (random.nextBoolean()) {
            facts.add(Facts.retracted(BODY, ended(document)));
            document.endedOn = null;
        } else {
            Content was = ended(document);
            document.endedOn = dayFrom(document.issuedOn);
            facts.add(Facts.amended(BODY, was, ended(document)));
        }
    }

    private void actOnIssue(Document document) {
        Content was = Contents.issued(document.kind, document.issuedOn.toString());
        int act = random.nextInt(4);
        if (act == 0) {
            documents.remove(document);
            facts.add(Facts.retracted(BODY, was));
        } else if (act == 1) {
            document.kind = any(DocumentKind.values());
            document.issuedOn = day();
            facts.add(Facts.amended(BODY, was, Contents.issued(document.kind, document.issuedOn.toString())));
        } else {
            document.endedOn = dayFrom(document.issuedOn);
            facts.add(Facts.recorded(BODY, ended(document)));
        }
    }

    private static Content ended(Document document) {
        return Contents.ended(
                document.kind, Objects.requireNonNull(document.endedOn).toString());
    }

    private void actOnDisputes() {
        if (disputes.isEmpty() || random.nextInt(4) == 0) {
            Dispute dispute = new Dispute(any(DisputeKind.values()));
            dispute.steps.add(new Instance(day(), null));
            disputes.add(dispute);
            facts.add(Facts.recorded(BODY, dispute.content(0)));
            return;
        }
        Dispute dispute = any(disputes);
        int last = dispute.steps.size() - 1;
        int act = random.nextInt(5);
        if (act == 0) {
            facts.add(Facts.retracted(BODY, dispute.content(last)));
            dispute.steps.remove(last);
            if (dispute.steps.isEmpty()) {
                disputes.remove(dispute);
            }
        } else if (act == 1) {
            Content was = dispute.content(last);
            dispute.steps.set(last, step(dispute, last));
            facts.add(Facts.amended(BODY, was, dispute.content(last)));
        } else {
            dispute.steps.add(step(dispute, last + 1));
            facts.add(Facts.recorded(BODY, dispute.content(last + 1)));
        }
    }

    /** Concluded at odd places, filed or appealed at even ones; never before the step before. */
    private Instance step(Dispute dispute, int place) {
        LocalDate least = place == 0 ? FIRST_DAY : dispute.steps.get(place - 1).on();
        LocalDate on = random.nextBoolean() ? dayFrom(least) : least.plusDays(random.nextInt(40));
        return new Instance(on, place % 2 == 1 ? any(DisputeResult.values()) : null);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private LocalDate dayFrom(LocalDate least) {
        return least.plusDays(random.nextInt(500));
    }

    private String period() {
        int year = FIRST_YEAR + random.nextInt(YEARS);
        return random.nextBoolean() ? Integer.toString(year) : "%d-%02d".formatted(year, 1 + random.nextInt(12));
    }

    private BigDecimal yuan() {
        return BigDecimal.valueOf(random.nextInt(4) == 0 ? 99_999_999_999_999L : random.nextInt(100_000), 2);
    }

    private Set<PublicationChannel> channels() {
        Set<PublicationChannel> channels = EnumSet.noneOf(PublicationChannel.class);
        Arrays.stream(PublicationChannel.values())
                .filter(channel -> random.nextInt(3) == 0)
                .forEach(channels::add);
        return channels.isEmpty() ? EnumSet.of(PublicationChannel.WEBSITE) : channels;
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }

    private <T> T any(List<T> values) {
        return values.get(random.nextInt(values.size()));
    }
}
