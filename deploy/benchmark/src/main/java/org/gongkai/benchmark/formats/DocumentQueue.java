package org.gongkai.benchmark.formats;

/**
 * What report-service says of documents that waited for their turn.
 *
 * @param documents that were asked for
 * @param waited seconds, all of them together
 * @param longest seconds that one waited, of the last two minutes
 */
record DocumentQueue(long documents, double waited, double longest) {

    /** What came to it since another moment. */
    DocumentQueue since(DocumentQueue before) {
        return new DocumentQueue(documents - before.documents, waited - before.waited, longest);
    }
}
