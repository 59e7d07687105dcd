package org.gongkai.report.word;

import org.apache.xmlbeans.impl.xb.xmlschema.SpaceAttribute;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTP;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTR;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.CTText;
import org.openxmlformats.schemas.wordprocessingml.x2006.main.STHint;

/** Texts in paragraphs. */
final class Runs {

    private Runs() {}

    /** Chinese text: quotation marks and dashes, which both scripts have, in the Chinese font. */
    static void put(CTP paragraph, String text) {
        CTR run = paragraph.addNewR();
        run.addNewRPr().addNewRFonts().setHint(STHint.EAST_ASIA);
        String[] parts = text.split("\t", -1);
        for (int i = 0; i < parts.length; i++) {
            if (i > 0) {
                run.addNewTab();
            }
            CTText content = run.addNewT();
            content.setStringValue(parts[i]);
            content.setSpace(SpaceAttribute.Space.PRESERVE);
        }
    }
}
