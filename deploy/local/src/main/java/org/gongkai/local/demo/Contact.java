package org.gongkai.local.demo;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** How the city is registered: what its published preamble says of itself. */
final class Contact {

    /** 发文机关代字, as in 庆政发. */
    static final String DOCUMENT_PREFIX = "庆政";

    private static final String UNIT = "庆阳市电子政务与信息资源管理办公室政府信息公开科";

    private Contact() {}

    static void put(PublishedReport report, ObjectNode organisation) {
        organisation
                .put("documentPrefix", DOCUMENT_PREFIX)
                .put("contactUnit", UNIT)
                .put("contactPhone", report.text("/phone"))
                .put("reportUrl", report.text("/url_in_text"));
    }
}
