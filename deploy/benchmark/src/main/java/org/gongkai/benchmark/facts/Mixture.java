package org.gongkai.benchmark.facts;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;

/**
 * Two years of uneven bodies in order of time: applications received with their due day and, about a month later, decided
 * with the working days they took, some due days moved, some items published. The first bodies have most of it.
 */
public final class Mixture implements FactSource {

    /** The first and the second year. */
    public static final int FIRST_YEAR = 2024;

    private static final int DAYS = 731;
    private static final LocalDate FIRST = LocalDate.of(FIRST_YEAR, 1, 1);
    private static final int STATUTORY_DAYS = 28;
    private static final int EXTENSION_DAYS = 28;

    private static final int OF_100_RECEIVED = 46;
    private static final int OF_100_DECIDED = 44;
    private static final int OF_100_MOVED = 4;

    private static final List<String> APPLICANTS = List.of(
            "NATURAL_PERSON",
            "COMMERCIAL_ENTERPRISE",
            "RESEARCH_INSTITUTION",
            "PUBLIC_WELFARE_ORG",
            "LEGAL_SERVICE_ORG",
            "OTHER_ORG");
    private static final List<String> CHANNELS =
            List.of("ONLINE", "SIGNED_MAIL", "IN_PERSON", "ORDINARY_MAIL", "FAX", "ORAL");
    private static final List<String> OUTCOMES = List.of(
            "GRANTED_FULL",
            "UNABLE_NOT_HELD",
            "GRANTED_PARTIAL",
            "UNABLE_NOT_READY_MADE",
            "REFUSED_ADMIN_INQUIRY",
            "NOT_HANDLED_PETITION",
            "REFUSED_PROCESS_INFO",
            "REFUSED_INTERNAL_AFFAIRS",
            "REFUSED_THIRD_PARTY_RIGHTS",
            "REFUSED_ENFORCEMENT_FILE",
            "NOT_HANDLED_DUPLICATE",
            "UNABLE_STILL_UNCLEAR",
            "OTHER_CORRECTION_OVERDUE",
            "REFUSED_PROHIBITED_BY_LAW",
            "NOT_HANDLED_PUBLICATION",
            "OTHER_MISC",
            "REFUSED_SECURITY_STABILITY",
            "NOT_HANDLED_EXCESSIVE",
            "NOT_HANDLED_RECONFIRM",
            "REFUSED_STATE_SECRET",
            "OTHER_FEE_OVERDUE");
    private static final List<String> PUBLICATION_CHANNELS =
            List.of("WEBSITE", "WECHAT", "GAZETTE", "OTHER_NEW_MEDIA", "TOUTIAO", "OTHER_CHANNELS");

    private final String[] codes;
    private final int[] lanes;
    private final long[] cases;
    private final int unevenness;
    private final long total;
    private final Numbering numbering;
    private final SplittableRandom random;
    private final ArrayDeque<Open> open = new ArrayDeque<>();
    private final Tally tally = new Tally();
    private long made;

    private record Open(
            int body, UUID id, String number, LocalDate receivedOn, LocalDate dueOn, String applicantType) {}

    /**
     * @param country whose bodies they are of
     * @param unevenness 1: all bodies alike; n: the first x of all bodies have the n-th root of x of the facts
     * @param total over how many the two years are spread
     */
    public Mixture(Country country, int unevenness, long total, Numbering numbering, long seed) {
        this.codes = new String[country.bodies()];
        this.lanes = new int[codes.length];
        this.cases = new long[codes.length];
        for (int body = 0; body < codes.length; body++) {
            codes[body] = country.code(body);
            lanes[body] = Numbering.lane(codes[body]);
        }
        this.unevenness = unevenness;
        this.total = total;
        this.numbering = numbering;
        this.random = new SplittableRandom(seed);
    }

    @Override
    public Fact next() {
        double progress = Math.min(1, (double) made++ / total);
        LocalDate today = FIRST.plusDays(Math.min(DAYS - 1, (long) (progress * DAYS)));
        Instant now = today.atStartOfDay().toInstant(ZoneOffset.UTC).plusMillis(made % 28_800_000);
        int draw = random.nextInt(100);
        if (draw < OF_100_RECEIVED || (draw < OF_100_RECEIVED + OF_100_DECIDED + OF_100_MOVED && open.isEmpty())) {
            return received(today, now);
        }
        if (draw < OF_100_RECEIVED + OF_100_DECIDED) {
            return decided(open.removeFirst(), today, now);
        }
        return draw < OF_100_RECEIVED + OF_100_DECIDED + OF_100_MOVED
                ? moved(open.removeLast(), now)
                : published(today, now);
    }

    @Override
    public Tally tally() {
        return tally;
    }

    private Fact received(LocalDate today, Instant now) {
        int body = body();
        Open one = new Open(
                body,
                numbering.id(now),
                "公开申〔" + today.getYear() + "〕" + ++cases[body] + "号",
                today,
                today.plusDays(STATUTORY_DAYS),
                uneven(APPLICANTS));
        open.addLast(one);
        tally.add("RECEIVED", codes[body], today, 1);
        return fact(
                one.body(),
                "ApplicationReceived",
                now,
                ofCase(one)
                        .text("channel", uneven(CHANNELS))
                        .text("dueOn", one.dueOn().toString()));
    }

    private Fact decided(Open one, LocalDate today, Instant now) {
        tally.add("DECIDED", codes[one.body()], today, 1);
        long days = today.toEpochDay() - one.receivedOn().toEpochDay();
        return fact(
                one.body(),
                "ApplicationDecided",
                now,
                ofCase(one)
                        .text("decidedOn", today.toString())
                        .text("outcome", uneven(OUTCOMES))
                        .bare("elsewhere", "false")
                        .text("dueOn", one.dueOn().toString())
                        .bare("workingDays", Long.toString(days * 5 / 7))
                        .bare("inTime", Boolean.toString(!today.isAfter(one.dueOn()))));
    }

    private Fact moved(Open one, Instant now) {
        LocalDate to = one.dueOn().plusDays(EXTENSION_DAYS);
        open.addLast(new Open(one.body(), one.id(), one.number(), one.receivedOn(), to, one.applicantType()));
        return fact(
                one.body(),
                "DeadlineMoved",
                now,
                new Json()
                        .text("caseId", one.id().toString())
                        .text("caseNumber", one.number())
                        .text("organisation", codes[one.body()])
                        .text("receivedOn", one.receivedOn().toString())
                        .text("from", one.dueOn().toString())
                        .text("to", to.toString()));
    }

    private Fact published(LocalDate today, Instant now) {
        int body = body();
        int channels = 1 + random.nextInt(3);
        int items = 1 + random.nextInt(40);
        tally.add("ITEMS", codes[body], today, items);
        tally.add("PUBLICATIONS", codes[body], today, (long) channels * items);
        return fact(
                body,
                "ItemsPublished",
                now,
                new Json()
                        .text("recordId", numbering.id(now).toString())
                        .text("organisation", codes[body])
                        .text("publishedOn", today.toString())
                        .bare(
                                "channels",
                                "[\"" + String.join("\",\"", PUBLICATION_CHANNELS.subList(0, channels)) + "\"]")
                        .bare("items", Integer.toString(items))
                        .text("reference", today + "/" + made));
    }

    private Json ofCase(Open one) {
        return new Json()
                .text("caseId", one.id().toString())
                .text("caseNumber", one.number())
                .text("organisation", codes[one.body()])
                .text("receivedOn", one.receivedOn().toString())
                .text("applicantType", one.applicantType());
    }

    private Fact fact(int body, String type, Instant now, Json json) {
        return numbering.number(codes[body], lanes[body], type, now, json.end());
    }

    private int body() {
        return (int) (codes.length * Math.pow(random.nextDouble(), unevenness));
    }

    /** The first most often, as in published reports. */
    private String uneven(List<String> of) {
        return of.get((int) (of.size() * Math.pow(random.nextDouble(), 3)));
    }
}
