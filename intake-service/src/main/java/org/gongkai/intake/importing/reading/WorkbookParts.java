package org.gongkai.intake.importing.reading;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;
import org.apache.commons.compress.utils.SeekableInMemoryByteChannel;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;

/** A first walk through a workbook's parts: finds merged cells, which stand behind the rows, and a bomb before it bursts. */
final class WorkbookParts {

    /** Unpacked, of all sheets; a full one of 20 columns has about 1 GB. */
    private static final long MOST_UNPACKED = 4L << 30;
    /** Texts are held in memory. */
    private static final long MOST_TEXTS = 192L << 20;

    private static final int MOST_MERGES = 200_000;

    private static final String RELATIONS = "xl/_rels/workbook.xml.rels";
    private static final String TEXTS = "xl/sharedStrings.xml";
    private static final XMLInputFactory XML = XMLInputFactory.newInstance();

    static {
        XML.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        XML.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
    }

    private WorkbookParts() {}

    /** Merged cells by the relation id of their sheet. */
    static Map<String, MergedCells> mergedCells(InputStream packed) throws IOException {
        Map<String, MergedCells> byPart = new HashMap<>();
        Map<String, String> parts = new HashMap<>();
        byte[] bytes = packed.readAllBytes();
        long unpacked = 0;
        try (ZipFile zip = ZipFile.builder()
                .setSeekableByteChannel(new SeekableInMemoryByteChannel(bytes))
                .get()) {
            for (ZipArchiveEntry entry : Collections.list(zip.getEntries())) {
                String name = entry.getName().replaceFirst("^/", "");
                try (InputStream in = zip.getInputStream(entry)) {
                    Counted part = new Counted(in, name.equals(TEXTS) ? MOST_TEXTS : MOST_UNPACKED - unpacked);
                    if (name.equals(RELATIONS)) {
                        readRelations(part, parts);
                    } else if (name.startsWith("xl/worksheets/") && name.endsWith(".xml")) {
                        byPart.put(name, readMerges(part));
                    }
                    part.skipAll();
                    unpacked += part.count;
                }
            }
        } catch (XMLStreamException | IllegalArgumentException | IOException e) {
            throw new Refusal(ProblemType.NO_WORKBOOK);
        }
        Map<String, MergedCells> bySheet = new HashMap<>();
        parts.forEach((relation, part) -> {
            if (byPart.containsKey(part)) {
                bySheet.put(relation, byPart.get(part));
            }
        });
        return bySheet;
    }

    private static void readRelations(InputStream part, Map<String, String> parts) throws XMLStreamException {
        XMLStreamReader xml = XML.createXMLStreamReader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("Relationship")) {
                String target = xml.getAttributeValue(null, "Target");
                parts.put(
                        xml.getAttributeValue(null, "Id"),
                        target.startsWith("/") ? target.substring(1) : "xl/" + target);
            }
        }
    }

    private static MergedCells readMerges(InputStream part) throws XMLStreamException {
        MergedCells merges = new MergedCells();
        int count = 0;
        XMLStreamReader xml = XML.createXMLStreamReader(part);
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamConstants.START_ELEMENT
                    && xml.getLocalName().equals("mergeCell")) {
                if (++count > MOST_MERGES) {
                    throw new Refusal(ProblemType.WORKBOOK_TOO_LARGE);
                }
                merges.add(xml.getAttributeValue(null, "ref"));
            }
        }
        return merges;
    }

    /** Counts what is unpacked, and is not closed by who reads one part. */
    private static final class Counted extends FilterInputStream {

        private final long most;
        private long count;

        Counted(InputStream in, long most) {
            super(in);
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int read = super.read();
            add(read < 0 ? 0 : 1);
            return read;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int read = super.read(bytes, offset, length);
            add(Math.max(read, 0));
            return read;
        }

        private void add(int more) {
            count += more;
            if (count > most) {
                throw new Refusal(ProblemType.WORKBOOK_TOO_LARGE);
            }
        }

        void skipAll() throws IOException {
            byte[] part = new byte[8192];
            int read = 0;
            while (read >= 0) {
                read = read(part, 0, part.length);
            }
        }

        @Override
        public void close() {
            // the next part is still to be read
        }
    }
}
