package org.gongkai.report.audit;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.gongkai.report.check.Finding;
import org.gongkai.report.figure.Quantity;

/**
 * What came of a report that was handed in.
 *
 * @param form edition that it was read by
 * @param read every cell that was read
 * @param unread every cell of the form that was not, and why
 * @param checks every rule, as of our own reports
 */
@Schema(name = "Audit")
public record Audit(String form, List<Read> read, List<Unread> unread, List<Finding> checks) {

    /**
     * A cell.
     *
     * @param figure its path, {@code applications.NEW_RECEIVED.TOTAL}; after {@code previous.} of the year before
     * @param value what stands in it
     * @param place where it was read: a JSON pointer (RFC 6901) into what was sent
     */
    public record Read(String figure, Quantity value, String place) {}

    /**
     * What was not read.
     *
     * @param figure a cell's path, or a table's
     * @param place where it would stand
     * @param reason in Chinese
     */
    public record Unread(String figure, String place, String reason) {}
}
