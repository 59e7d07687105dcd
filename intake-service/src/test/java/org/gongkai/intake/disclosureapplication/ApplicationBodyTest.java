package org.gongkai.intake.disclosureapplication;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.gongkai.intake.disclosureapplication.ApplicationBody.ApplicantBody;
import org.gongkai.intake.lifecycle.ApplicantType;
import org.gongkai.intake.lifecycle.Channel;
import org.gongkai.intake.problem.Refusal;
import org.gongkai.intake.problem.Violated;
import org.junit.jupiter.api.Test;

class ApplicationBodyTest {

    private static final LocalDate TODAY = LocalDate.of(2021, 3, 31);
    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private static ApplicationBody body(Consumer<ObjectNode> change) {
        try {
            ObjectNode sent = (ObjectNode) JSON.readTree("""
                    {"organisation": "621000-01", "caseNumber": "1", "receivedOn": "2021-03-04", "channel": "ONLINE",
                     "applicant": {"type": "OTHER_ORG", "name": "演示", "contact": "demo@example.org"},
                     "informationSought": "部门预算"}""");
            change.accept(sent);
            return JSON.treeToValue(sent, ApplicationBody.class);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> wrong(Consumer<ObjectNode> change) {
        ApplicationBody body = body(change);
        return Violated.by(() -> body.checked(TODAY));
    }

    private static ObjectNode applicant(ObjectNode sent) {
        return (ObjectNode) sent.get("applicant");
    }

    @Test
    void what_is_right_is_taken_as_sent_but_trimmed() {
        ApplicationBody clean = body(sent -> {
                    sent.put("caseNumber", " 庆公开〔2021〕1号 ").put("handler", "  ").put("delivery", " 电子邮件 ");
                    applicant(sent).put("identityDocument", " 62280119900101123X ");
                })
                .checked(TODAY);

        assertEquals(
                new ApplicationBody(
                        "621000-01",
                        "庆公开〔2021〕1号",
                        LocalDate.of(2021, 3, 4),
                        null,
                        null,
                        Channel.ONLINE,
                        new ApplicantBody(ApplicantType.OTHER_ORG, "演示", "62280119900101123X", "demo@example.org"),
                        List.of(),
                        List.of(),
                        "部门预算",
                        "电子邮件",
                        null),
                clean);
    }

    @Test
    void each_field_that_is_required_is_missed_by_itself() {
        for (String field : List.of("organisation", "caseNumber", "channel", "applicant", "informationSought")) {
            assertEquals(List.of(field + " required"), wrong(sent -> sent.remove(field)));
        }
        for (String field : List.of("type", "name", "contact")) {
            assertEquals(
                    List.of("applicant." + field + " required"),
                    wrong(sent -> applicant(sent).remove(field)));
        }
    }

    @Test
    void the_organisation_is_a_code_of_1_to_40() {
        for (String code : List.of("", " ", "621000 ", "62a", "六二", "1".repeat(41), "6\n", "6_1", "\u0000")) {
            assertEquals(List.of("organisation code"), wrong(sent -> sent.put("organisation", code)), code);
        }
        body(sent -> sent.put("organisation", "1".repeat(40))).checked(TODAY);
        body(sent -> sent.put("organisation", "A")).checked(TODAY);
    }

    @Test
    void each_text_is_taken_at_its_bound_and_refused_above_it() {
        bounded("informationSought", 4_000, (sent, text) -> sent.put("informationSought", text));
        bounded("delivery", 500, (sent, text) -> sent.put("delivery", text));
        bounded("handler", 200, (sent, text) -> sent.put("handler", text));
        bounded("applicant.name", 200, (sent, text) -> applicant(sent).put("name", text));
        bounded(
                "applicant.identityDocument",
                200,
                (sent, text) -> applicant(sent).put("identityDocument", text));
        bounded("applicant.contact", 500, (sent, text) -> applicant(sent).put("contact", text));
    }

    private static void bounded(String field, int most, java.util.function.BiConsumer<ObjectNode, String> put) {
        body(sent -> put.accept(sent, "一".repeat(most))).checked(TODAY);
        assertEquals(List.of(field + " too-long"), wrong(sent -> put.accept(sent, "一".repeat(most + 1))));
        assertEquals(List.of(field + " unusable-character"), wrong(sent -> put.accept(sent, "一\u0000")));
    }

    @Test
    void a_day_to_come_or_before_the_regulations_is_refused() {
        for (String field : List.of("receivedOn", "arrivedOn", "confirmedOn")) {
            assertEquals(List.of(field + " in-the-future"), wrong(sent -> sent.put(field, "2021-04-01")));
            assertEquals(List.of(field + " before-the-regulations"), wrong(sent -> sent.put(field, "2008-04-30")));
            body(sent -> sent.put(field, "2021-03-31")).checked(TODAY);
            body(sent -> sent.put(field, "2008-05-01")).checked(TODAY);
        }
    }

    @Test
    void nothing_is_confirmed_before_it_arrived() {
        assertEquals(
                List.of("confirmedOn confirmed-before-arrival"),
                wrong(sent -> sent.put("arrivedOn", "2021-03-03").put("confirmedOn", "2021-03-02")));
        body(sent -> sent.put("arrivedOn", "2021-03-03").put("confirmedOn", "2021-03-03"))
                .checked(TODAY);
    }

    @Test
    void without_a_day_of_receipt_the_channels_rule_makes_it_or_names_what_it_needs() {
        for (Channel channel : Channel.values()) {
            Consumer<ObjectNode> way = sent -> ((ObjectNode) sent.without("receivedOn")).put("channel", channel.name());
            assertEquals(List.of("receivedOn day-needed"), wrong(way));
            LocalDate made = body(way.andThen(
                            sent -> sent.put("arrivedOn", "2021-03-02").put("confirmedOn", "2021-03-04")))
                    .checked(TODAY)
                    .receivedOn();
            assertEquals(channel.receipt(LocalDate.of(2021, 3, 2), LocalDate.of(2021, 3, 4)), made);
        }
        assertEquals(List.of("channel required"), wrong(sent -> sent.remove(List.of("receivedOn", "channel"))));
    }

    @Test
    void a_day_of_receipt_that_is_given_stands() {
        assertEquals(
                LocalDate.of(2021, 3, 4),
                body(sent -> sent.put("arrivedOn", "2021-03-02").put("confirmedOn", "2021-03-03"))
                        .checked(TODAY)
                        .receivedOn());
    }

    @Test
    void all_that_is_wrong_is_said_at_once_and_each_field_once() {
        assertEquals(
                Set.of(
                        "organisation code",
                        "caseNumber personal-number",
                        "channel required",
                        "applicant.type required",
                        "applicant.name required",
                        "applicant.contact too-long",
                        "informationSought unusable-character",
                        "receivedOn in-the-future",
                        "arrivedOn before-the-regulations",
                        "handler too-long"),
                Set.copyOf(wrong(sent -> {
                    sent.put("organisation", "lower")
                            .put("caseNumber", "13800138000")
                            .put("informationSought", "\u0000")
                            .put("receivedOn", "2999-01-01")
                            .put("arrivedOn", "1999-01-01")
                            .put("handler", "一".repeat(201))
                            .remove("channel");
                    sent.putObject("applicant").put("contact", "一".repeat(501));
                })));
    }

    @Test
    void an_empty_body_misses_all_that_is_required() {
        assertEquals(
                List.of(
                        "organisation required",
                        "caseNumber required",
                        "applicant required",
                        "informationSought required",
                        "channel required"),
                wrong(ObjectNode::removeAll));
    }

    @Test
    void each_co_applicant_and_agent_is_checked_at_its_place_and_a_contact_may_be_missing() {
        assertEquals(
                Set.of(
                        "coApplicants[0].type required",
                        "coApplicants[1] required",
                        "coApplicants[2].identityDocument too-long",
                        "agents[0].name required",
                        "agents[0].authority too-long"),
                Set.copyOf(wrong(sent -> {
                    sent.putArray("coApplicants")
                            .add(sent.objectNode().put("name", "演示"))
                            .addNull()
                            .add(sent.objectNode()
                                    .put("type", "OTHER_ORG")
                                    .put("name", "演示")
                                    .put("identityDocument", "一".repeat(201)));
                    sent.putArray("agents").addObject().put("name", " ").put("authority", "一".repeat(501));
                })));
        ApplicationBody clean = body(sent -> {
                    sent.putArray("coApplicants")
                            .addObject()
                            .put("type", "OTHER_ORG")
                            .put("name", " 演示乙 ");
                    sent.putArray("agents").addObject().put("name", "演示丙").put("contact", " ");
                })
                .checked(TODAY);
        assertEquals(List.of(new ApplicantBody(ApplicantType.OTHER_ORG, "演示乙", null, null)), clean.coApplicants());
        assertEquals(List.of(new ApplicationBody.AgentBody("演示丙", null, null, null)), clean.agents());
    }

    @Test
    void there_are_fifty_co_applicants_and_ten_agents_at_most() {
        listed("coApplicants", 50);
        listed("agents", 10);
        assertEquals(body(sent -> {}), body(sent -> {
            sent.putArray("coApplicants");
            sent.putNull("agents");
        }));
    }

    private static void listed(String field, int most) {
        body(sent -> fill(sent, field, most)).checked(TODAY);
        assertEquals(List.of(field + " too-many"), wrong(sent -> fill(sent, field, most + 1)));
    }

    private static void fill(ObjectNode sent, String field, int count) {
        for (int i = 0; i < count; i++) {
            ObjectNode one = sent.withArray(field).addObject().put("name", "演示" + i);
            if (field.equals("coApplicants")) {
                one.put("type", "OTHER_ORG");
            }
        }
    }

    @Test
    void a_refusal_says_nothing_of_what_was_sent() {
        ApplicationBody body = body(sent -> applicant(sent).put("name", "演示人\u0000"));
        assertEquals(
                "invalid-fields",
                assertThrows(Refusal.class, () -> body.checked(TODAY)).getMessage());
    }
}
