package org.gongkai.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    static {
        new StrictJson().customize(JSON);
    }

    /** What a body may hold. */
    record Sent(String text, LocalDate day, Letter letter, Boolean yes) {}

    /** A code. */
    enum Letter {
        A,
        B
    }

    @Test
    void what_is_right_is_read() throws JsonProcessingException {
        assertEquals(new Sent("1", LocalDate.of(2020, 2, 29), Letter.A, true), JSON.readValue("""
                        {"text": "1", "day": "2020-02-29", "letter": "A", "yes": true}""", Sent.class));
        assertEquals(new Sent(null, null, null, null), JSON.readValue("{\"text\": null}", Sent.class));
    }

    @Test
    void a_code_is_trimmed_as_every_text_is() throws JsonProcessingException {
        assertEquals(new Sent(null, null, Letter.A, null), JSON.readValue("{\"letter\": \" A \"}", Sent.class));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"tekst\": \"a misspelt field\"}",
                "{\"Text\": \"another case\"}",
                "{\"text\": \"twice\", \"text\": \"twice\"}",
                "{\"text\": \"and more\"} {}",
                "{\"text\": \"and more\"} x",
                "{\"text\": 1}",
                "{\"text\": 1.5}",
                "{\"text\": true}",
                "{\"text\": [\"one\"]}",
                "{\"text\": {}}",
                "{\"letter\": 0}",
                "{\"letter\": \"0\"}",
                "{\"letter\": \"a\"}",
                "{\"letter\": \"C\"}",
                "{\"letter\": \"\"}",
                "{\"yes\": 1}",
                "{\"yes\": \"true\"}",
                "{\"yes\": \"\"}",
                "{\"day\": 20210304}",
                "{\"day\": [2021, 3, 4]}",
                "{\"day\": \"\"}",
                "{\"day\": \" 2021-03-04\"}",
                "{\"day\": \"0000-12-31\"}",
                "{\"day\": \"1582-10-14\"}",
                "{\"day\": \"2021-3-4\"}",
                "{\"day\": \"2021-02-29\"}",
                "{\"day\": \"2021-02-30\"}",
                "{\"day\": \"2021-13-01\"}",
                "{\"day\": \"2021-03-04T00:00:00\"}",
                "{\"day\": \"2021/03/04\"}",
                "{\"day\": \"+12021-03-04\"}",
                "{\"day\": \"２０２１-03-04\"}",
                "{text: \"no quotes\"}",
                "{'text': 'other quotes'}",
                "{\"text\": \"a comma too much\",}",
                "{\"text\": NaN}",
                "{\"text\": \"no end",
                "[]",
                "\"text\"",
                "1",
                ""
            })
    void what_is_not_quite_right_is_never_guessed(String body) {
        assertThrows(JsonProcessingException.class, () -> JSON.readValue(body, Sent.class));
    }
}
