package org.gongkai.statistics.testing;

import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;

/** Facts as intake writes them. */
public final class Facts {

    private static final String CASE = "\"caseId\":\"01932c07-209f-7abc-8d1e-0c2f6a5b4e3d\",\"caseNumber\":\"2021-7\"";

    private Facts() {}

    /** A fact that has no number yet. */
    public record Fact(String type, String subject, String data) {}

    /** A body under a parent, or a root. */
    public static Fact registered(String code, String level, String kind, String parent) {
        return registered(code, level, kind, parent, null);
    }

    /** A body under a parent from a day on. */
    public static Fact registered(String code, String level, String kind, String parent, String since) {
        return new Fact("OrganisationRegistered", code, """
                {"code":"%s","name":"机关%s","level":"%s","kind":"%s","mayIssueRules":false%s%s}""".formatted(
                        code, code, level, kind, optional("parent", parent), optional("parentSince", since)));
    }

    /** A body has another parent, or none, from a day on. */
    public static Fact moved(String code, String parent, String since) {
        return new Fact("OrganisationMoved", code, """
                {"code":"%s","since":"%s"%s}""".formatted(code, since, optional("parent", parent)));
    }

    /** A body ended. */
    public static Fact abolished(String code, String since, String successor) {
        return new Fact("OrganisationAbolished", code, """
                {"code":"%s","since":"%s"%s}""".formatted(code, since, optional("successor", successor)));
    }

    /** One more received. */
    public static Fact received(String code, String day, ApplicantType type, Channel channel) {
        return new Fact("ApplicationReceived", code, """
                {%s,"organisation":"%s","receivedOn":"%s","applicantType":"%s","channel":"%s"}""".formatted(CASE, code, day, type, channel));
    }

    /** One more received, of a natural person by the internet. */
    public static Fact received(String code, String day) {
        return received(code, day, ApplicantType.NATURAL_PERSON, Channel.ONLINE);
    }

    /** One more decided. */
    public static Fact decided(String code, String receivedOn, String day, ApplicantType type, Outcome outcome) {
        return new Fact("ApplicationDecided", code, """
                {%s,"organisation":"%s","receivedOn":"%s","decidedOn":"%s","applicantType":"%s","outcome":"%s","elsewhere":true}""".formatted(CASE, code, receivedOn, day, type, outcome));
    }

    private static String optional(String field, String value) {
        return value == null ? "" : ",\"" + field + "\":\"" + value + "\"";
    }
}
