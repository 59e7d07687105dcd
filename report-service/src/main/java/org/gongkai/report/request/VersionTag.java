package org.gongkai.report.request;

import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;

/** A record's version as an entity tag (RFC 9110, 8.8.3). */
public final class VersionTag {

    private VersionTag() {}

    /** {@code "3"}, quoted. */
    public static String of(long version) {
        return "\"" + version + "\"";
    }

    /** Refuses a condition that is given and stale; {@code *} asks for any version that exists. */
    public static void require(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            return;
        }
        if (ifMatch.strip().equals("*") && version > 0) {
            return;
        }
        for (String tag : ifMatch.split(",")) {
            if (tag.strip().equals(of(version))) {
                return;
            }
        }
        throw new Refusal(ProblemType.STALE_VERSION, of(version));
    }
}
