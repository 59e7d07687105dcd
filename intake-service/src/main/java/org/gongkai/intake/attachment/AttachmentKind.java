package org.gongkai.intake.attachment;

/** What a file is to its case. */
public enum AttachmentKind {
    /** The application as it came (申请书). */
    REQUEST,
    /** What the applicant was answered (答复书). */
    REPLY,
    /** Of a correction (补正, article 30): the notice, or what came of it. */
    CORRECTION,
    /** Of a consultation (征求意见, articles 32 and 34). */
    CONSULTATION,
    /** That something was served (送达回证). */
    SERVICE_RECEIPT,
    OTHER
}
