package org.gongkai.statistics.testing;

import org.gongkai.statistics.fact.ApplicantType;
import org.gongkai.statistics.fact.Channel;
import org.gongkai.statistics.fact.Outcome;

/** Facts as intake writes them. */
public final class Facts {

    private static final String CASE = "\"caseId\":\"01932c07-209f-7abc-8d1e-0c2f6a5b4e3d\",\"caseNumber\":\"2021-7\"";

    private static final String RECORD = "\"recordId\":\"01932c07-209f-7abc-8d1e-0c2f6a5b4e3d\"";

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

    /** One more received, due on no day. */
    public static Fact received(String code, String day, ApplicantType type, Channel channel) {
        return received(code, day, type, channel, null);
    }

    /** One more received. */
    public static Fact received(String code, String day, ApplicantType type, Channel channel, String dueOn) {
        return new Fact(
                "ApplicationReceived", code, """
                {%s,"organisation":"%s","receivedOn":"%s","applicantType":"%s","channel":"%s"%s}""".formatted(CASE, code, day, type, channel, optional("dueOn", dueOn)));
    }

    /** One more received, of a natural person by the internet. */
    public static Fact receivedDue(String code, String day, String dueOn) {
        return received(code, day, ApplicantType.NATURAL_PERSON, Channel.ONLINE, dueOn);
    }

    /** One more received, of a natural person by the internet. */
    public static Fact received(String code, String day) {
        return received(code, day, ApplicantType.NATURAL_PERSON, Channel.ONLINE);
    }

    /**
     * The due day of an application and, of a decided one, what its reply took.
     *
     * @param dueOn null: none
     * @param workingDays null: not known
     * @param inTime null: not known
     */
    public record Timed(String dueOn, Integer workingDays, Boolean inTime) {

        /** Nothing is known. */
        public static final Timed UNKNOWN = new Timed(null, null, null);

        String fields() {
            return optional("dueOn", dueOn)
                    + (workingDays == null ? "" : ",\"workingDays\":" + workingDays)
                    + (inTime == null ? "" : ",\"inTime\":" + inTime);
        }
    }

    /** One more decided, elsewhere. */
    public static Fact decided(String code, String receivedOn, String day, ApplicantType type, Outcome outcome) {
        return decided(code, receivedOn, day, type, outcome, Timed.UNKNOWN);
    }

    /** One more decided. */
    public static Fact decided(
            String code, String receivedOn, String day, ApplicantType type, Outcome outcome, Timed timed) {
        return new Fact(
                "ApplicationDecided", code, """
                {%s,"organisation":"%s","receivedOn":"%s","applicantType":"%s",%s}""".formatted(CASE, code, receivedOn, type, decision(day, outcome, timed)));
    }

    /** One more decided, of a natural person, in full. */
    public static Fact decidedIn(
            String code, String receivedOn, String dueOn, String day, int workingDays, boolean inTime) {
        return decided(
                code,
                receivedOn,
                day,
                ApplicantType.NATURAL_PERSON,
                Outcome.GRANTED_FULL,
                new Timed(dueOn, workingDays, inTime));
    }

    /** One arrived that awaits confirmation. */
    public static Fact arrived(String code, String day, ApplicantType type, Channel channel) {
        return new Fact("ApplicationArrived", code, """
                {%s,"organisation":"%s","arrivedOn":"%s","applicantType":"%s","channel":"%s"}""".formatted(CASE, code, day, type, channel));
    }

    /** An application as it counts: the fields of {@code was} and {@code is}. */
    public record Classified(
            String arrivedOn,
            String receivedOn,
            ApplicantType type,
            Channel channel,
            String decidedOn,
            Outcome outcome,
            Timed timed) {

        /** Of which no due day is known. */
        public Classified(
                String arrivedOn,
                String receivedOn,
                ApplicantType type,
                Channel channel,
                String decidedOn,
                Outcome outcome) {
            this(arrivedOn, receivedOn, type, channel, decidedOn, outcome, Timed.UNKNOWN);
        }

        String fields() {
            return """
                    "applicantType":"%s","channel":"%s"%s%s%s""".formatted(
                            type,
                            channel,
                            receivedOn == null ? optional("arrivedOn", arrivedOn) : "",
                            optional("receivedOn", receivedOn),
                            outcome == null
                                    ? optional("dueOn", timed.dueOn())
                                    : ",\"decision\":{" + decision(decidedOn, outcome, timed) + "}");
        }
    }

    /** An application was recorded wrongly and put right. */
    public static Fact reclassified(String code, Classified was, Classified is) {
        return new Fact("ApplicationReclassified", code, """
                {%s,"organisation":"%s","was":{%s},"is":{%s}}""".formatted(CASE, code, was.fields(), is.fields()));
    }

    /** An application was entered wrongly. */
    public static Fact voided(String code, Classified was) {
        return new Fact("ApplicationVoided", code, """
                {%s,"organisation":"%s","was":{%s}}""".formatted(CASE, code, was.fields()));
    }

    /** An outcome was entered wrongly; the application is due on no day from now on. */
    public static Fact outcomeRetracted(String code, Classified was) {
        return outcomeRetracted(code, was, null);
    }

    /** An outcome was entered wrongly. */
    public static Fact outcomeRetracted(String code, Classified was, String dueOn) {
        return new Fact("OutcomeRetracted", code, """
                {%s,"organisation":"%s","receivedOn":"%s","applicantType":"%s","was":{%s}%s}""".formatted(
                        CASE,
                        code,
                        was.receivedOn(),
                        was.type(),
                        decision(was.decidedOn(), was.outcome(), was.timed()),
                        optional("dueOn", dueOn)));
    }

    /** A due day moved. */
    public static Fact deadlineMoved(String code, String receivedOn, String from, String to) {
        return new Fact("DeadlineMoved", code, """
                {%s,"organisation":"%s","receivedOn":"%s"%s%s}""".formatted(
                        CASE, code, receivedOn, optional("from", from), optional("to", to)));
    }

    private static String decision(String day, Outcome outcome, Timed timed) {
        return "\"decidedOn\":\"%s\",\"outcome\":\"%s\",\"elsewhere\":%s%s"
                .formatted(day, outcome, timed.workingDays() == null, timed.fields());
    }

    /** A record of the year. */
    public static Fact recorded(String code, Contents.Content content) {
        return new Fact(content.type(), code, """
                {%s,"organisation":"%s",%s}""".formatted(RECORD, code, content.fields()));
    }

    /** A record of the year says something else from now on. */
    public static Fact amended(String code, Contents.Content was, Contents.Content is) {
        return new Fact(was.type() + "Amended", code, """
                {%s,"organisation":"%s","was":{%s},"is":{%s}}""".formatted(RECORD, code, was.fields(), is.fields()));
    }

    /** A record of the year is taken back. */
    public static Fact retracted(String code, Contents.Content was) {
        return new Fact(was.type() + "Retracted", code, """
                {%s,"organisation":"%s","was":{%s}}""".formatted(RECORD, code, was.fields()));
    }

    /** A year is confirmed on the following 10 January. */
    public static Fact confirmed(String code, int year) {
        return new Fact("YearConfirmed", code, """
                {%s,"organisation":"%s","year":%d,"confirmedOn":"%d-01-10","nil":false}""".formatted(RECORD, code, year, year + 1));
    }

    /** That confirmation is taken back. */
    public static Fact confirmationRetracted(String code, int year) {
        return new Fact("YearConfirmedRetracted", code, """
                {%s,"organisation":"%s","was":{"year":%d,"confirmedOn":"%d-01-10","nil":false}}""".formatted(RECORD, code, year, year + 1));
    }

    private static String optional(String field, String value) {
        return value == null ? "" : ",\"" + field + "\":\"" + value + "\"";
    }
}
