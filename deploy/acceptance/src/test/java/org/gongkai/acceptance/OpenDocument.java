package org.gongkai.acceptance;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;

/** The tables of a flat OpenDocument file, every place with the text or value of the cell that covers it. */
final class OpenDocument {

    private static final String TABLE = "urn:oasis:names:tc:opendocument:xmlns:table:1.0";
    private static final String OFFICE = "urn:oasis:names:tc:opendocument:xmlns:office:1.0";
    private static final String TEXT = "urn:oasis:names:tc:opendocument:xmlns:text:1.0";
    /** A sheet goes on empty to its end. */
    private static final int MOST_REPEATED = 100;

    private OpenDocument() {}

    /** Name to rows. */
    static Map<String, List<List<String>>> tables(Path file) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Document document = factory.newDocumentBuilder().parse(file.toFile());
        Map<String, List<List<String>>> tables = new LinkedHashMap<>();
        NodeList found = document.getElementsByTagNameNS(TABLE, "table");
        for (int i = 0; i < found.getLength(); i++) {
            Element table = (Element) found.item(i);
            tables.put(table.getAttributeNS(TABLE, "name"), rows(table));
        }
        return tables;
    }

    private static List<List<String>> rows(Element table) {
        List<List<String>> rows = new ArrayList<>();
        NodeList found = table.getElementsByTagNameNS(TABLE, "table-row");
        for (int i = 0; i < found.getLength(); i++) {
            rows.add(new ArrayList<>());
        }
        for (int row = 0; row < found.getLength(); row++) {
            int column = 0;
            for (Node cell = found.item(row).getFirstChild(); cell != null; cell = cell.getNextSibling()) {
                if (!(cell instanceof Element element) || !TABLE.equals(cell.getNamespaceURI())) {
                    continue;
                }
                int repeated = Math.min(MOST_REPEATED, number(element, "number-columns-repeated"));
                for (int time = 0; time < repeated; time++) {
                    if (element.getLocalName().equals("table-cell")) {
                        cover(rows, row, column, element);
                    }
                    column++;
                }
            }
        }
        return rows;
    }

    private static void cover(List<List<String>> rows, int row, int column, Element cell) {
        String text = cell.hasAttributeNS(OFFICE, "value") ? cell.getAttributeNS(OFFICE, "value") : textOf(cell);
        for (int down = row; down < Math.min(rows.size(), row + number(cell, "number-rows-spanned")); down++) {
            List<String> line = rows.get(down);
            for (int along = column; along < column + number(cell, "number-columns-spanned"); along++) {
                while (line.size() <= along) {
                    line.add("");
                }
                line.set(along, text);
            }
        }
    }

    private static String textOf(Element cell) {
        StringBuilder text = new StringBuilder();
        NodeList paragraphs = cell.getElementsByTagNameNS(TEXT, "p");
        for (int i = 0; i < paragraphs.getLength(); i++) {
            text.append(paragraphs.item(i).getTextContent());
        }
        return text.toString().strip();
    }

    private static int number(Element element, String attribute) {
        String text = element.getAttributeNS(TABLE, attribute);
        return text.isEmpty() ? 1 : Integer.parseInt(text);
    }
}
