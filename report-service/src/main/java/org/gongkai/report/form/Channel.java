package org.gongkai.report.form;

/** Where an item was published, with the wording of the report. */
public enum Channel {
    GAZETTE("政府公报", false),
    WEBSITE("政府网站", false),
    WECHAT("政务微信", true),
    TOUTIAO("今日头条", true),
    OTHER_NEW_MEDIA("其他政务新媒体", true),
    OTHER_CHANNELS("报刊、广播、电视、公众查阅点、报刊栏电子显示屏等其他渠道", false);

    private final String label;
    private final boolean newMedia;

    Channel(String label, boolean newMedia) {
        this.label = label;
        this.newMedia = newMedia;
    }

    /** As the report names it. */
    public String label() {
        return label;
    }

    /** Whether it is 政务新媒体. */
    public boolean newMedia() {
        return newMedia;
    }
}
