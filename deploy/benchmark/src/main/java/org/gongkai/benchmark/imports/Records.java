package org.gongkai.benchmark.imports;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Lines of an import, the same for the same seed: of 40 bodies, nine tenths applications, 40 of 100 of these with an outcome;
 * what remains are the other records; 1 of 100 is faulty and 1 of 200 is an earlier one again.
 */
final class Records {

    static final int BODIES = 40;

    private static final LocalDate FIRST = LocalDate.of(2019, 1, 2);
    private static final int DAYS = 2_500;
    private static final List<String> TYPES = List.of(
            "NATURAL_PERSON",
            "NATURAL_PERSON",
            "NATURAL_PERSON",
            "COMMERCIAL_ENTERPRISE",
            "RESEARCH_INSTITUTION",
            "PUBLIC_WELFARE_ORG",
            "LEGAL_SERVICE_ORG",
            "OTHER_ORG");
    private static final List<String> CHANNELS = List.of("ONLINE", "ONLINE", "SIGNED_MAIL", "IN_PERSON", "FAX");
    private static final List<String> OUTCOMES = List.of(
            "GRANTED_FULL",
            "GRANTED_FULL",
            "GRANTED_PARTIAL",
            "REFUSED_INTERNAL_AFFAIRS",
            "UNABLE_NOT_HELD",
            "NOT_HANDLED_PETITION",
            "OTHER_MISC");
    private static final List<String> INDICATORS =
            List.of("NEW_MEDIA_ACCOUNTS", "TRAININGS", "SURVEYS", "NOTICES_ISSUED");

    private final Random random;
    private final String prefix;
    /** By body: the newest open application, document and dispute that nothing refers to yet. */
    private final Map<String, Map<String, Object>> open = new LinkedHashMap<>();

    private final Map<String, Map<String, Object>> documents = new LinkedHashMap<>();
    private final Map<String, Map<String, Object>> disputes = new LinkedHashMap<>();
    private Map<String, Object> earlier;
    private int number;

    /**
     * @param prefix of the bodies' codes; the lines are the same but for it
     */
    Records(long seed, String prefix) {
        this.random = new Random(seed);
        this.prefix = prefix;
    }

    static List<String> bodies(String prefix) {
        List<String> codes = new ArrayList<>();
        for (int i = 0; i < BODIES; i++) {
            codes.add(body(prefix, i));
        }
        return codes;
    }

    private static String body(String prefix, int i) {
        return String.format("%s-%02d", prefix, i);
    }

    /** The fields of the next line, by their paths. */
    Map<String, Object> next() {
        number++;
        if (earlier != null && random.nextInt(200) == 0) {
            return earlier;
        }
        String body = body(prefix, random.nextInt(BODIES));
        Map<String, Object> line = random.nextInt(10) > 0 ? application(body) : other(body);
        if (random.nextInt(100) == 0) {
            return faulty(line);
        }
        remember(body, line);
        return line;
    }

    private void remember(String body, Map<String, Object> line) {
        switch (String.valueOf(line.get("record"))) {
            case "application":
                if (!line.containsKey("outcome")) {
                    open.put(body, line);
                }
                if (random.nextInt(50) == 0) {
                    earlier = line;
                }
                break;
            case "normativeDocument":
                documents.put(body, line);
                break;
            case "dispute":
                disputes.put(body, line);
                break;
            default:
                break;
        }
    }

    private Map<String, Object> line(String record, String body) {
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("record", record);
        line.put("organisation", body);
        return line;
    }

    private Map<String, Object> application(String body) {
        Map<String, Object> line = line("application", body);
        LocalDate received = FIRST.plusDays(random.nextInt(DAYS));
        line.put("caseNumber", "依申请〔" + received.getYear() + "〕" + number + "号");
        line.put("receivedOn", received.toString());
        line.put("channel", any(CHANNELS));
        line.put("applicant.type", any(TYPES));
        line.put("applicant.name", "演示人" + random.nextInt(100_000));
        if (random.nextInt(3) > 0) {
            line.put("applicant.identityDocument", "6228011990" + (10_000_000 + random.nextInt(90_000_000)));
        }
        line.put("applicant.contact", "庆阳市西峰区安化西路" + random.nextInt(500) + "号");
        line.put("informationSought", "二〇二〇年度部门预算和决算公开表及其说明（第" + random.nextInt(1_000) + "次）");
        line.put("delivery", "电子邮件");
        if (random.nextInt(10) < 4) {
            line.put("outcome", any(OUTCOMES));
            line.put("decidedOn", received.plusDays(random.nextInt(60)).toString());
            line.put("documentNumber", "告知〔" + received.getYear() + "〕" + number + "号");
            line.put("reason", "经检索，情况见答复书");
        }
        return line;
    }

    private Map<String, Object> other(String body) {
        int kind = random.nextInt(10);
        if (kind < 2 && open.containsKey(body)) {
            return step(body);
        }
        if (kind == 2 && open.containsKey(body)) {
            return outcome(body);
        }
        if (kind == 3) {
            return documents.containsKey(body) ? abolition(body) : document(body);
        }
        if (kind == 4) {
            return disputes.containsKey(body) ? conclusion(body) : dispute(body);
        }
        if (kind == 5) {
            Map<String, Object> line = line("indicator", body);
            line.put("year", (long) 2010 + random.nextInt(15));
            line.put("indicator", any(INDICATORS));
            line.put("value", 3L);
            return line;
        }
        return counted(body, kind);
    }

    private Map<String, Object> counted(String body, int kind) {
        String record = kind == 6 ? "decisions" : kind == 7 ? "fees" : kind == 8 ? "processingFees" : "publication";
        Map<String, Object> line = line(record, body);
        if (record.equals("publication")) {
            line.put("publishedOn", FIRST.plusDays(random.nextInt(DAYS)).toString());
            line.put("channels", List.of("WEBSITE", "WECHAT"));
            line.put("items", 1L + random.nextInt(50));
        } else {
            line.put("period", "20" + (19 + random.nextInt(6)) + "-0" + (1 + random.nextInt(9)));
        }
        if (record.equals("decisions")) {
            line.put("kind", "LICENSES");
            line.put("decisions", (long) random.nextInt(5_000));
        }
        if (record.equals("processingFees")) {
            line.put("cases", 1L);
        }
        if (record.endsWith("ees")) {
            line.put("amountYuan", random.nextInt(100_000) + "." + (10 + random.nextInt(90)));
        }
        line.put("reference", "登" + number);
        return line;
    }

    private Map<String, Object> about(String record, Map<String, Object> parent, String... key) {
        Map<String, Object> line = line(record, String.valueOf(parent.get("organisation")));
        for (String name : key) {
            line.put(name, parent.get(name));
        }
        return line;
    }

    private Map<String, Object> step(String body) {
        Map<String, Object> parent = open.get(body);
        Map<String, Object> line = about("step", parent, "caseNumber");
        line.put("type", "THIRD_PARTY_CONSULTED");
        line.put("on", after(parent, "receivedOn", 3));
        line.put("party", "某公司" + number);
        line.put("deliveredOn", after(parent, "receivedOn", 5));
        return line;
    }

    private Map<String, Object> outcome(String body) {
        Map<String, Object> parent = open.remove(body);
        Map<String, Object> line = about("outcome", parent, "caseNumber");
        line.put("outcome", "GRANTED_FULL");
        line.put("decidedOn", after(parent, "receivedOn", 18));
        return line;
    }

    private Map<String, Object> document(String body) {
        Map<String, Object> line = line("normativeDocument", body);
        line.put("kind", "NORMATIVE_DOCS");
        line.put("title", "演示办法" + number);
        line.put("documentNumber", "发〔2020〕" + number + "号");
        line.put("issuedOn", FIRST.plusDays(random.nextInt(DAYS)).toString());
        return line;
    }

    private Map<String, Object> abolition(String body) {
        Map<String, Object> parent = documents.remove(body);
        Map<String, Object> line = about("abolition", parent, "documentNumber");
        line.put("abolishedOn", after(parent, "issuedOn", 100));
        return line;
    }

    private Map<String, Object> dispute(String body) {
        Map<String, Object> line = line("dispute", body);
        line.put("kind", "REVIEW");
        line.put("caseNumber", "复〔2020〕" + number + "号");
        line.put("filedOn", FIRST.plusDays(random.nextInt(DAYS)).toString());
        return line;
    }

    private Map<String, Object> conclusion(String body) {
        Map<String, Object> parent = disputes.remove(body);
        Map<String, Object> line = about("conclusion", parent, "kind", "caseNumber");
        line.put("result", "UPHELD");
        line.put("concludedOn", after(parent, "filedOn", 40));
        return line;
    }

    private static String after(Map<String, Object> parent, String field, int days) {
        return LocalDate.parse(String.valueOf(parent.get(field))).plusDays(days).toString();
    }

    /** Wrong in a way that every format can show. */
    private Map<String, Object> faulty(Map<String, Object> line) {
        Map<String, Object> wrong = new LinkedHashMap<>(line);
        switch (random.nextInt(5)) {
            case 0:
                wrong.put("organisation", "ELSEWHERE-99");
                break;
            case 1:
                wrong.put("record", "pigeon");
                break;
            case 2:
                wrong.remove("caseNumber");
                wrong.remove("reference");
                wrong.remove("indicator");
                wrong.remove("documentNumber");
                if (wrong.equals(line)) {
                    wrong.remove("organisation");
                }
                break;
            case 3:
                wrong.replaceAll((name, value) ->
                        String.valueOf(value).matches("20[0-9]{2}-[0-9]{2}(-[0-9]{2})?") ? "2021-02-30" : value);
                if (wrong.equals(line)) {
                    wrong.remove("organisation");
                }
                break;
            default:
                wrong.remove("organisation");
                break;
        }
        return wrong;
    }

    private String any(List<String> values) {
        return values.get(random.nextInt(values.size()));
    }
}
