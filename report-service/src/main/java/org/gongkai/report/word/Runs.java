package org.gongkai.report.word;

import java.util.List;
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
        put(paragraph, List.of(text));
    }

    /** The same in lines. */
    static void put(CTP paragraph, List<String> lines) {
        CTR run = paragraph.addNewR();
        run.addNewRPr().addNewRFonts().setHint(STHint.EAST_ASIA);
        for (int line = 0; line < lines.size(); line++) {
            if (line > 0) {
                run.addNewBr();
            }
            put(run, lines.get(line));
        }
    }

    private static void put(CTR run, String text) {
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
