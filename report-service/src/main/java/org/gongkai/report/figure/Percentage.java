package org.gongkai.report.figure;

/**
 * Which base each percentage of the report has: one rule each. The notices prescribe none; these are the city's own
 * practice in its report of 2021, whose figures they reproduce.
 */
public enum Percentage {
    /** 113/148 = 76.35 %: an outcome group of all that was decided (办理结果总计). */
    OF_DECIDED("applications.RESULT_TOTAL.TOTAL", "庆阳市2021年度报告：予以公开及部分公开113宗，占76.35%"),
    /** 自然人 and 法人或其他组织 of all that was to be handled: received and carried in. */
    OF_HANDLED("applications.handled.TOTAL", "庆阳市2021年度报告：共办理148件（含新收142件、上年结转6件），其中自然人130宗，法人或其他组织18宗"),
    /** 33250/99031 = 33.58 %: a level of all distinct items. */
    OF_ITEMS("publications.items", "庆阳市2021年度报告：市本级33250条，占33.58%"),
    /** (148 − 187)/187 = −20.86 %: decided against decided of the year before. */
    YEAR_ON_YEAR("previous.applications.RESULT_TOTAL.TOTAL", "庆阳市2020年度报告：答复依申请公开187件；同比按办理结果总计计算"),
    /** 40/40 = 100 %: policies interpreted of those that were to be. */
    INTERPRETATION("indicators.POLICIES_TO_INTERPRET", "庆阳市2021年度报告：共解读政策文件40条，全面实现解读率100%");

    private final String base;
    private final String source;

    Percentage(String base, String source) {
        this.base = base;
        this.source = source;
    }

    /** Path of the figure that is 100 %, within the same year. */
    public String base() {
        return base;
    }

    /** Where the base is from. */
    public String source() {
        return source;
    }
}
