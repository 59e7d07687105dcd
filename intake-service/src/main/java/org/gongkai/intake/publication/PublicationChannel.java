package org.gongkai.intake.publication;

/** Where items are published. */
public enum PublicationChannel {
    /** 政府公报. */
    GAZETTE,
    /** 政府网站. */
    WEBSITE,
    /** 政务微信. */
    WECHAT,
    /** 今日头条. */
    TOUTIAO,
    /** 其他政务新媒体. */
    OTHER_NEW_MEDIA,
    /** 其他方式. */
    OTHER_CHANNELS
}
