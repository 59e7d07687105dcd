package org.gongkai.report.pdf;

import com.openhtmltopdf.css.constants.IdentValue;
import com.openhtmltopdf.css.parser.FSRGBColor;
import com.openhtmltopdf.css.sheet.FontFaceRule;
import com.openhtmltopdf.css.style.CssContext;
import com.openhtmltopdf.css.value.FontSpecification;
import com.openhtmltopdf.extend.OutputDevice;
import com.openhtmltopdf.extend.SVGDrawer;
import com.openhtmltopdf.layout.SharedContext;
import com.openhtmltopdf.outputdevice.helper.BaseRendererBuilder.FontStyle;
import com.openhtmltopdf.render.Box;
import com.openhtmltopdf.render.FSFont;
import com.openhtmltopdf.render.RenderingContext;
import java.awt.geom.Rectangle2D;
import java.io.File;
import java.util.List;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Draws the charts of a report, whose SVG is made of rectangles and lines of text: text as text, in the document's fonts. A
 * general drawer of SVG turns it into outlines, which cannot be searched or copied.
 */
final class ChartDrawer implements SVGDrawer {

    @Override
    public SVGImage buildSVGImage(
            Element svg, Box box, CssContext css, double cssWidth, double cssHeight, double dotsPerPixel) {
        return new Drawing(svg, cssWidth, dotsPerPixel);
    }

    @Override
    public void importFontFaceRules(List<FontFaceRule> faces, SharedContext context) {
        // the document's own are used
    }

    @Override
    public void addFontFile(File file, String family, Integer weight, FontStyle style) {
        // the document's own are used
    }

    @Override
    public void close() {
        // holds nothing
    }

    /** A chart at a width. */
    private static final class Drawing implements SVGImage {

        private final Element svg;
        private final int width;
        private final int height;
        /** Dots of the device to a unit of the drawing. */
        private final double scale;

        Drawing(Element svg, double cssWidth, double dotsPerPixel) {
            this.svg = svg;
            String[] view = svg.getAttribute("viewBox").split(" ");
            double units = Double.parseDouble(view[2]);
            this.scale = cssWidth > 0 ? cssWidth / units : dotsPerPixel;
            this.width = (int) Math.round(units * scale);
            this.height = (int) Math.round(Double.parseDouble(view[3]) * scale);
        }

        @Override
        public int getIntrinsicWidth() {
            return width;
        }

        @Override
        public int getIntrinsicHeight() {
            return height;
        }

        @Override
        public void drawSVG(OutputDevice device, RenderingContext context, double x, double y) {
            for (Node node = svg.getFirstChild(); node != null; node = node.getNextSibling()) {
                if (node instanceof Element part) {
                    draw(part, device, context, x, y);
                }
            }
        }

        private void draw(Element part, OutputDevice device, RenderingContext context, double x, double y) {
            switch (part.getTagName()) {
                case "rect" -> {
                    device.setColor(color(part));
                    device.fill(new Rectangle2D.Double(
                            x + length(part, "x"),
                            y + length(part, "y"),
                            length(part, "width"),
                            length(part, "height")));
                }
                case "text" -> text(part, device, context, x, y);
                case "title", "desc" -> {
                    // what the chart is to who does not see it
                }
                default -> throw new IllegalStateException("a chart has a " + part.getTagName());
            }
        }

        private void text(Element part, OutputDevice device, RenderingContext context, double x, double y) {
            FontSpecification wanted = new FontSpecification();
            wanted.families = new String[] {Typeface.HEITI.family()};
            wanted.size = (float) length(part, "font-size");
            wanted.fontWeight = IdentValue.NORMAL;
            wanted.fontStyle = IdentValue.NORMAL;
            wanted.variant = IdentValue.NORMAL;
            FSFont font = context.getFont(wanted);
            String text = part.getTextContent();
            double start = length(part, "x");
            if (part.getAttribute("text-anchor").equals("end")) {
                start -= context.getTextRenderer().getWidth(context.getFontContext(), font, text);
            }
            device.setColor(color(part));
            device.setFont(font);
            context.getTextRenderer().drawString(device, text, (float) (x + start), (float) (y + length(part, "y")));
        }

        private double length(Element part, String name) {
            return Double.parseDouble(part.getAttribute(name)) * scale;
        }

        private static FSRGBColor color(Element part) {
            int color = Integer.parseInt(part.getAttribute("fill").substring(1), 16);
            return new FSRGBColor(color);
        }
    }
}
