package org.gongkai.report.pdf;

import java.io.IOException;
import java.io.InputStream;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.gongkai.report.chart.Chart;
import org.gongkai.report.document.Grid;
import org.gongkai.report.document.ReportDocument;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/**
 * A report as the tree that is set in pages: XHTML, whose elements become the tags of the PDF. What the office reads for
 * itself (checks, source, what is missing) is not printed.
 */
final class PrintedPages {

    private static final String STYLE = style();
    /** Characters of 22 pt in a line of 156 mm. */
    private static final int TITLE_LINE = 20;
    /** Rows that surely stand on one page under their heading, where some have two lines. */
    private static final int ROWS_OF_A_PAGE = 30;
    /** Charts that stand beside each other: rows of them may be torn apart, a row may not. */
    private static final int BESIDE = 2;
    /** Table headings by what PDF knows of them: a heading is of columns or of rows. */
    private static final Map<String, String> SCOPES =
            Map.of("col", "col", "colgroup", "col", "row", "row", "rowgroup", "row");

    private final DocumentBuilder builder = builder();
    private final Document pages = builder.newDocument();

    private PrintedPages() {}

    /**
     * @param report laid out
     * @param name of the body that reports, after which a long title is broken
     */
    static Document of(ReportDocument report, String name) {
        return new PrintedPages().document(report, name);
    }

    private Document document(ReportDocument report, String name) {
        Element html = pages.createElement("html");
        html.setAttribute("lang", "zh-CN");
        pages.appendChild(html);
        head(add(html, "head"), report);
        Element body = add(html, "body");
        title(add(body, "h1"), report.title(), name);
        report.sections().forEach(section -> section(add(body, "section"), section));
        return pages;
    }

    private void head(Element head, ReportDocument report) {
        add(head, "title").setTextContent(report.title());
        Element description = add(head, "meta");
        description.setAttribute("name", "subject");
        description.setAttribute("content", report.title() + "，表式：" + report.form());
        Element bookmarks = add(head, "bookmarks");
        bookmark(bookmarks, report.title(), "title");
        report.sections().stream()
                .filter(section -> section.title() != null)
                .forEach(section -> bookmark(bookmarks, section.title(), id(section)));
        add(head, "style").setTextContent(STYLE);
    }

    private void bookmark(Element bookmarks, String name, String id) {
        Element bookmark = add(bookmarks, "bookmark");
        bookmark.setAttribute("name", name);
        bookmark.setAttribute("href", "#" + id);
    }

    /** In lines that are whole in meaning (GB/T 9704-2012, 7.3.1): the body's name, then the rest. */
    private void title(Element heading, String title, String name) {
        heading.setAttribute("id", "title");
        boolean breaks = title.codePointCount(0, title.length()) > TITLE_LINE && title.startsWith(name);
        lines(heading, breaks ? List.of(name, title.substring(name.length())) : List.of(title));
    }

    private void section(Element place, ReportDocument.Section section) {
        Element first = place;
        if (section.grid() != null) {
            // a heading stands with its table
            place.setAttribute("class", "with-table");
        }
        if (section.title() != null) {
            Element heading = add(first, "h2");
            heading.setAttribute("id", id(section));
            text(heading, section.title());
        }
        section.paragraphs().forEach(paragraph -> paragraph(place, paragraph));
        if (section.grid() != null) {
            table(add(place, "table"), section.grid());
        }
    }

    private static String id(ReportDocument.Section section) {
        return "section-" + section.number();
    }

    private void paragraph(Element place, ReportDocument.Paragraph paragraph) {
        Element block = add(place, "p");
        if (paragraph.heading() != null) {
            span(block, "lead", paragraph.heading());
        }
        for (ReportDocument.Part part : paragraph.parts()) {
            if (part.address()) {
                span(block, "address", part.text());
            } else {
                text(block, part.text());
            }
        }
        for (int first = 0; first < paragraph.charts().size(); first += BESIDE) {
            Element charts = add(place, "div");
            charts.setAttribute("class", "charts");
            paragraph.charts().stream().skip(first).limit(BESIDE).forEach(chart -> chart(charts, chart));
        }
    }

    private void chart(Element charts, Chart chart) {
        try {
            Document svg = builder.parse(new InputSource(new StringReader(chart.svg())));
            Element drawing = (Element) pages.importNode(svg.getDocumentElement(), true);
            drawing.setAttribute(
                    "alt",
                    drawing.getElementsByTagName("title").item(0).getTextContent() + "："
                            + drawing.getElementsByTagName("desc").item(0).getTextContent());
            Element figure = add(charts, "div");
            figure.setAttribute("class", "figure");
            figure.appendChild(drawing);
        } catch (SAXException | IOException e) {
            throw new IllegalStateException("chart " + chart.name(), e);
        }
    }

    private void table(Element table, Grid grid) {
        boolean overPages = grid.body().size() > ROWS_OF_A_PAGE;
        table.setAttribute("class", grid.kind() + (overPages ? " over-pages" : ""));
        Element columns = add(table, "colgroup");
        grid.columns().forEach(column -> add(columns, "col").setAttribute("class", column));
        if (!grid.head().isEmpty()) {
            rows(add(table, "thead"), grid.head());
        }
        rows(add(table, "tbody"), grid.body());
        // whose upper line is the table's, on every page
        ((Element) table.getElementsByTagName("tr").item(0)).setAttribute("class", "first");
    }

    private void rows(Element group, List<List<Grid.Cell>> rows) {
        for (List<Grid.Cell> row : rows) {
            Element line = add(group, "tr");
            row.forEach(cell -> cell(line, cell));
        }
    }

    private void cell(Element row, Grid.Cell cell) {
        Element place = add(row, cell.heading() == null ? "td" : "th");
        if (cell.heading() != null) {
            place.setAttribute("scope", SCOPES.get(cell.heading()));
            place.setAttribute("class", cell.heading() + (cell.inPairs() ? " pairs" : ""));
        }
        if (cell.rows() > 1) {
            place.setAttribute("rowspan", Integer.toString(cell.rows()));
        }
        if (cell.columns() > 1) {
            place.setAttribute("colspan", Integer.toString(cell.columns()));
        }
        lines(place, cell.lines());
    }

    private void lines(Element place, List<String> lines) {
        for (String line : lines) {
            if (place.hasChildNodes()) {
                add(place, "br");
            }
            text(place, line);
        }
    }

    private void span(Element block, String kind, String text) {
        Element span = add(block, "span");
        span.setAttribute("class", kind);
        text(span, text);
    }

    private Element add(Element parent, String name) {
        Element child = pages.createElement(name);
        parent.appendChild(child);
        return child;
    }

    private void text(Element parent, String text) {
        parent.appendChild(pages.createTextNode(text));
    }

    private static DocumentBuilder builder() {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setFeature(XMLConstants.FEATURE_SECURE_PROCESSING, true);
            factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
            return factory.newDocumentBuilder();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String style() {
        try (InputStream sheet = PrintedPages.class.getResourceAsStream("pdf.css")) {
            return new String(sheet.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
