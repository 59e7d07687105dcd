package org.gongkai.statistics.fact;

/** Where an item was published (主动公开渠道). */
public enum PublicationChannel {
    GAZETTE,
    WEBSITE,
    WECHAT,
    TOUTIAO,
    OTHER_NEW_MEDIA,
    OTHER_CHANNELS
}
