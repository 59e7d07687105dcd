package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/**
 * One disclosure application of the demo.
 *
 * @param body who received it
 * @param number the body's number of the case
 * @param receivedOn day of receipt
 * @param applicantType of the applicant
 * @param channel the way it came
 * @param outcome its outcome
 * @param decidedOn date of the reply
 */
public record Case(
        String body,
        String number,
        LocalDate receivedOn,
        String applicantType,
        String channel,
        String outcome,
        LocalDate decidedOn) {

    /** The calls that record it, the steps to its outcome, and its outcome. */
    public Posting posting() {
        ObjectNode application = Posting.recordOf(body)
                .put("caseNumber", number)
                .put("receivedOn", receivedOn.toString())
                .put("channel", channel)
                .put("informationSought", "演示：申请公开有关政府信息");
        application
                .putObject("applicant")
                .put("type", applicantType)
                .put("name", "演示申请人")
                .put("contact", "demo@example.org");
        ObjectNode reply = Posting.json()
                .put("outcome", outcome)
                .put("decidedOn", decidedOn.toString())
                .put("documentNumber", number + "-答复");
        if (outcome.equals("OTHER_MISC")) {
            reply.put("reason", "演示");
        }
        List<Posting> after = new ArrayList<>(Steps.of(this));
        after.add(Posting.of(body, "/outcome", reply));
        return Posting.of(body, "/applications", application).then(after);
    }
}
