package org.gongkai.report.pdf;

import java.util.List;
import java.util.Locale;

/**
 * The types of an official document: GB/T 9704-2012 sets the title in 小标宋, headings in 黑体 and 楷体, the body in 仿宋
 * and the number of the page in 宋体. There is no open 小标宋 or 仿宋: another 宋体 stands for them.
 */
enum Typeface {
    XIAOBIAOSONG(700, "GongkaiSongti-Bold.ttf", "方正小标宋简体", "方正小标宋_GBK", "FZXiaoBiaoSong-B05S", "FZXiaoBiaoSong-B05"),
    HEITI(400, "GongkaiHeiti-Medium.ttf", "黑体", "SimHei", "方正黑体_GBK", "FZHei-B01"),
    KAITI(400, "GongkaiKaiti-Regular.ttf", "楷体_GB2312", "KaiTi_GB2312", "楷体", "KaiTi", "方正楷体_GBK", "FZKai-Z03"),
    FANGSONG(
            400,
            "GongkaiSongti-Regular.ttf",
            "仿宋_GB2312",
            "FangSong_GB2312",
            "仿宋",
            "FangSong",
            "方正仿宋_GBK",
            "FZFangSong-Z02"),
    SONGTI(400, "GongkaiSongti-Regular.ttf", "宋体", "SimSun", "方正书宋_GBK", "FZShuSong-Z01");

    private final int weight;
    private final String open;
    private final List<String> names;

    Typeface(int weight, String open, String... names) {
        this.weight = weight;
        this.open = open;
        this.names = List.of(names);
    }

    /** Its family in the style sheet. */
    String family() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** How bold it is in the style sheet's eyes, so that nothing is made bolder. */
    int weight() {
        return weight;
    }

    /** The open font that stands for it. */
    String open() {
        return open;
    }

    /** Names by which the office's own font is known. */
    List<String> names() {
        return names;
    }
}
