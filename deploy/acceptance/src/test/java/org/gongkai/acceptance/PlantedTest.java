package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The search finds what it looks for in whatever form, and nothing where nothing is. */
class PlantedTest {

    private final Planted planted = new Planted(new Random());

    @Test
    void plain_texts_are_found_in_every_character_set() {
        assertEquals(Set.of("name", "identity number", "telephone number"), planted.in("x" + planted.text()));
        assertTrue(
                planted.in(planted.text().getBytes(StandardCharsets.UTF_16LE)).contains("name in UTF-16LE"));
        assertTrue(planted.in(planted.text().getBytes(StandardCharsets.UTF_16BE))
                .contains("telephone number in UTF-16BE"));
        assertTrue(
                planted.in(planted.text().getBytes(Charset.forName("GB18030"))).contains("name in GB18030"));
    }

    @Test
    void escaped_and_encoded_texts_are_found() {
        StringBuilder escaped = new StringBuilder();
        planted.name().chars().forEach(one -> escaped.append("\\u%04X".formatted(one)));
        assertEquals(Set.of("name escaped"), planted.in(escaped.toString()));
        assertEquals(
                Set.of("identity number in hex"),
                planted.in(
                        HexFormat.of().formatHex(("{" + planted.identity() + "}").getBytes(StandardCharsets.UTF_8))));
        for (String before : new String[] {"", "a", "ab"}) {
            String whole = before + planted.name() + "后面";
            assertEquals(
                    Set.of("name in Base64"),
                    planted.in(Base64.getEncoder().encodeToString(whole.getBytes(StandardCharsets.UTF_8))),
                    before);
        }
    }

    @Test
    void nothing_is_found_where_nothing_is() {
        assertEquals(Set.of(), planted.in(new Planted(new Random(1)).text()));
    }
}
