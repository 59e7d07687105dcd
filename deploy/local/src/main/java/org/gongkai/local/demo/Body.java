package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;

/**
 * A body of Qingyang.
 *
 * @param code organisation code
 * @param name official name
 * @param parent code of the body above, or null
 * @param level CITY or COUNTY
 * @param kind GOVERNMENT or DEPARTMENT
 */
public record Body(String code, String name, String parent, String level, String kind) {

    /** The city. */
    public static final String CITY = "621000";

    private static final List<String> COUNTIES = List.of(
            "621002 西峰区",
            "621021 庆城县",
            "621022 环县",
            "621023 华池县",
            "621024 合水县",
            "621025 正宁县",
            "621026 宁县",
            "621027 镇原县");
    private static final List<String> CITY_DEPARTMENTS = List.of(
            "政府办公室",
            "发展和改革委员会",
            "教育局",
            "科学技术局",
            "公安局",
            "民政局",
            "司法局",
            "财政局",
            "人力资源和社会保障局",
            "自然资源局",
            "生态环境局",
            "住房和城乡建设局",
            "交通运输局",
            "市场监督管理局");
    private static final List<String> COUNTY_DEPARTMENTS = List.of("自然资源局", "住房和城乡建设局");

    /** All, each after its parent. */
    public static List<Body> all() {
        List<Body> bodies = new ArrayList<>();
        // the report's title is made of this name
        bodies.add(new Body(CITY, "庆阳市", null, "CITY", "GOVERNMENT"));
        addDepartments(bodies, CITY, "庆阳市", "CITY", CITY_DEPARTMENTS);
        for (String county : COUNTIES) {
            String code = county.substring(0, 6);
            String name = county.substring(7);
            bodies.add(new Body(code, name + "人民政府", CITY, "COUNTY", "GOVERNMENT"));
            addDepartments(bodies, code, name, "COUNTY", COUNTY_DEPARTMENTS);
        }
        return bodies;
    }

    /** What the administrator registers. */
    ObjectNode content() {
        ObjectNode content = Posting.json()
                .put("name", name)
                .put("level", level)
                .put("kind", kind)
                .put("mayIssueRules", parent == null);
        if (parent == null) {
            Contact.put(PublishedReport.qingyang2021(), content);
        } else {
            content.put("parent", parent);
        }
        return content;
    }

    private static void addDepartments(
            List<Body> bodies, String parent, String prefix, String level, List<String> names) {
        for (int i = 0; i < names.size(); i++) {
            bodies.add(
                    new Body("%s-%02d".formatted(parent, i + 1), prefix + names.get(i), parent, level, "DEPARTMENT"));
        }
    }
}
