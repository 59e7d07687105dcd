package org.gongkai.benchmark.formats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class FormatTest {

    @Test
    void an_answer_is_the_report_if_status_media_type_and_beginning_are() {
        assertNull(Format.PDF.complaint(200, "application/pdf", bytes("%PDF-1.7")));
        assertNull(Format.HTML.complaint(200, "text/html;charset=UTF-8", bytes("<!DOCTYPE html>\n<html")));

        assertEquals("PDF was answered with 500: sorry", Format.PDF.complaint(500, "application/pdf", bytes("sorry")));
        assertEquals("PDF came as text/html", Format.PDF.complaint(200, "text/html", bytes("%PDF-1.7")));
        assertEquals(
                "PDF does not begin as such a file does",
                Format.PDF.complaint(200, "application/pdf", bytes("<!DOCTYPE html>")));
        assertEquals("XLSX does not begin as such a file does", xlsx(""));
        assertEquals("XLSX does not begin as such a file does", xlsx("PK"));
        assertNull(xlsx("PK\u0003\u0004"));
    }

    @Test
    void only_what_came_is_timed_and_what_was_put_off_is_counted_apart() {
        AtOnce answers = new AtOnce(
                List.of(
                        new Answer(0.2, 1, false, null),
                        new Answer(0.1, 1, true, "PDF was answered with 503: later"),
                        new Answer(0.3, 1, false, "PDF was answered with 500: sorry")),
                0.3);

        assertEquals(List.of(0.2), answers.times());
        assertEquals(1, answers.refused());
    }

    @Test
    void callers_at_once_each_call_once_where_no_time_is_given() {
        AtOnce answers = AtOnce.of(8, Duration.ZERO, () -> new Answer(0.1, 1, false, null));

        assertEquals(8, answers.times().size());
    }

    @Test
    void options_change_what_they_name_and_an_unknown_one_is_refused() {
        assertEquals(Formats.Plan.WHOLE, Formats.Plan.of(List.of()));
        Formats.Plan plan = Formats.Plan.of(List.of("--calls", "7", "--quick", "--rounds", "2"));
        assertEquals(7, plan.calls());
        assertEquals(2, plan.rounds());
        assertEquals(Formats.Plan.QUICK.warming(), plan.warming());
        assertThrows(IllegalArgumentException.class, () -> Formats.Plan.of(List.of("--fast")));
    }

    private static String xlsx(String body) {
        return Format.XLSX.complaint(
                200, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", bytes(body));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
