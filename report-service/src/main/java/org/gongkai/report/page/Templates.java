package org.gongkai.report.page;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.gongkai.report.document.ReportDocument;

/** The page's template, checked against what it is given when the service is built. */
@CheckedTemplate(basePath = "")
public final class Templates {

    private Templates() {}

    /** {@code templates/report.html}; texts are escaped. */
    public static native TemplateInstance report(ReportDocument page, String style);
}
