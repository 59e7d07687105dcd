package org.gongkai.intake.record;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;

/** Who imports and when: what a line is checked against. */
public interface LineScope extends Admission {

    /** Today in Asia/Shanghai. */
    LocalDate today();

    /** The token's {@code sub}. */
    String by();

    /** Read as strictly as the body of a call. */
    <B> B read(ObjectNode fields, Class<B> type) throws JsonProcessingException;
}
