package org.gongkai.statistics.testing;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.DecisionKind;
import org.gongkai.statistics.fact.DisputeKind;
import org.gongkai.statistics.fact.DisputeResult;
import org.gongkai.statistics.fact.DocumentKind;
import org.gongkai.statistics.fact.Indicator;
import org.gongkai.statistics.fact.Outcome;
import org.gongkai.statistics.fact.PublicationChannel;
import org.gongkai.statistics.testing.Contents.Content;
import org.gongkai.statistics.testing.Facts.Classified;
import org.gongkai.statistics.testing.Facts.Fact;

/**
 * The facts of random records of several bodies, 2019 to 2021, each record with an id of its own: applications, documents and
 * disputes with their whole lives, all else entered, amended and taken back. Lives are interleaved, each in its order.
 */
public final class Lives {

    private static final LocalDate FIRST_DAY = LocalDate.of(2019, 1, 1);
    private static final int DAYS = 3 * 365;

    private final Random random;
    private final List<String> bodies;
    private final Set<String> indicators = new HashSet<>();

    private Lives(Random random, List<String> bodies) {
        this.random = random;
        this.bodies = bodies;
    }

    /** The facts of so many records. */
    public static List<Fact> of(Random random, int records, String... bodies) {
        Lives lives = new Lives(random, List.of(bodies));
        List<List<Fact>> all = new ArrayList<>();
        for (int i = 0; i < records; i++) {
            all.add(lives.life());
        }
        List<Fact> facts = new ArrayList<>();
        while (!all.isEmpty()) {
            List<Fact> life = all.get(random.nextInt(all.size()));
            if (life.isEmpty()) {
                all.remove(life);
            } else {
                facts.add(life.remove(0));
            }
        }
        return facts;
    }

    private List<Fact> life() {
        String body = bodies.get(random.nextInt(bodies.size()));
        List<Fact> life = switch (random.nextInt(8)) {
            case 0, 1, 2 -> application(body);
            case 3 -> document(body);
            case 4 -> dispute(body);
            default -> single(body);
        };
        String id = new UUID(random.nextLong(), random.nextLong()).toString();
        List<Fact> named = new ArrayList<>();
        life.forEach(fact -> named.add(new Fact(
                fact.type(), fact.subject(), fact.data().replace("01932c07-209f-7abc-8d1e-0c2f6a5b4e3d", id))));
        return named;
    }

    private List<Fact> application(String body) {
        List<Fact> facts = new ArrayList<>();
        LocalDate received = day();
        ApplicantType type = any(ApplicantType.values());
        Channel channel = any(Channel.values());
        facts.add(Facts.received(body, received.toString(), type, channel));
        Classified open = new Classified(null, received.toString(), type, channel, null, null);
        if (random.nextInt(4) == 0) {
            Classified was = open;
            received = received.plusDays(random.nextInt(60));
            type = any(ApplicantType.values());
            open = new Classified(null, received.toString(), type, channel, null, null);
            facts.add(Facts.reclassified(body, was, open));
        }
        for (int times = random.nextInt(3); times >= 0; times--) {
            LocalDate decided = received.plusDays(random.nextInt(400));
            Outcome outcome = any(Outcome.values());
            Classified closed = new Classified(null, received.toString(), type, channel, decided.toString(), outcome);
            facts.add(Facts.decided(body, received.toString(), decided.toString(), type, outcome));
            if (times == 0 && random.nextInt(5) == 0) {
                facts.add(Facts.voided(body, closed));
            } else if (times > 0 || random.nextInt(4) == 0) {
                facts.add(Facts.outcomeRetracted(body, closed));
            }
        }
        return facts;
    }

    private List<Fact> document(String body) {
        List<Fact> facts = new ArrayList<>();
        DocumentKind kind = any(DocumentKind.values());
        LocalDate issued = day();
        facts.add(Facts.recorded(body, Contents.issued(kind, issued.toString())));
        if (random.nextBoolean()) {
            Content ended =
                    Contents.ended(kind, issued.plusDays(random.nextInt(500)).toString());
            facts.add(Facts.recorded(body, ended));
            if (random.nextInt(3) == 0) {
                facts.add(Facts.retracted(body, ended));
            }
        }
        return facts;
    }

    private List<Fact> dispute(String body) {
        List<Fact> facts = new ArrayList<>();
        DisputeKind kind = any(DisputeKind.values());
        LocalDate day = day();
        facts.add(Facts.recorded(body, Contents.filed(kind, day.toString())));
        for (int instances = random.nextInt(3); instances > 0; instances--) {
            LocalDate concludedOn = day.plusDays(random.nextInt(300));
            DisputeResult result = any(DisputeResult.values());
            facts.add(Facts.recorded(body, Contents.concluded(kind, concludedOn.toString(), result)));
            day = concludedOn.plusDays(random.nextInt(300));
            if (instances > 1 || random.nextBoolean()) {
                facts.add(
                        Facts.recorded(body, Contents.appealed(kind, day.toString(), concludedOn.toString(), result)));
            } else {
                break;
            }
        }
        return facts;
    }

    private List<Fact> single(String body) {
        List<Fact> facts = new ArrayList<>();
        int which = random.nextInt(5);
        String key = body + " " + (2019 + random.nextInt(3)) + " " + any(Indicator.values());
        if (which == 4 && !indicators.add(key)) {
            which = 0;
        }
        Content content = content(which, key);
        facts.add(Facts.recorded(body, content));
        if (random.nextInt(3) == 0) {
            Content was = content;
            content = content(which, key);
            facts.add(Facts.amended(body, was, content));
        }
        if (random.nextInt(5) == 0) {
            facts.add(Facts.retracted(body, content));
        }
        return facts;
    }

    private Content content(int which, String key) {
        return switch (which) {
            case 0 -> Contents.items(day().toString(), 1 + random.nextInt(90), channels());
            case 1 -> Contents.decisions(any(DecisionKind.values()), month(), random.nextInt(1000));
            case 2 -> Contents.fees(month(), random.nextInt(5000) + ".5" + random.nextInt(10));
            case 3 -> Contents.processingFees(month(), random.nextInt(5), random.nextInt(500) + ".25");
            default -> {
                String[] parts = key.split(" ");
                yield Contents.indicator(Integer.parseInt(parts[1]), Indicator.valueOf(parts[2]), random.nextInt(50));
            }
        };
    }

    private PublicationChannel[] channels() {
        EnumSet<PublicationChannel> channels = EnumSet.of(any(PublicationChannel.values()));
        Arrays.stream(PublicationChannel.values())
                .filter(channel -> random.nextInt(3) == 0)
                .forEach(channels::add);
        return channels.toArray(PublicationChannel[]::new);
    }

    private LocalDate day() {
        return FIRST_DAY.plusDays(random.nextInt(DAYS));
    }

    private String month() {
        return day().toString().substring(0, random.nextInt(4) == 0 ? 4 : 7);
    }

    private <T> T any(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
