package org.gongkai.acceptance;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * A name, an identity number and a telephone number that stand nowhere else, and the forms in which they could lie
 * somewhere: plain in UTF-8 and UTF-16, escaped as in JSON and in URLs, in hexadecimal digits, in Base64.
 */
final class Planted {

    private static final String CHARACTERS = "旌旎昶晏曦朔杼栩桁梓棣椿槿樾歆沅沐泓洵浔涵淇湜溯滢漪澍濯瀚炜煜";

    private final String name;
    private final String identity;
    private final String telephone;
    /** What it is called in a finding, by the bytes to look for, each byte as a character. */
    private final Map<String, String> forms = new LinkedHashMap<>();

    Planted(Random random) {
        StringBuilder made = new StringBuilder("寻");
        for (int i = 0; i < 4; i++) {
            made.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        name = made.toString();
        identity = "622801" + (1950 + random.nextInt(50)) + "0" + (1 + random.nextInt(9)) + (10 + random.nextInt(18))
                + (100 + random.nextInt(900)) + "X";
        telephone = "139" + (10_000_000 + random.nextInt(90_000_000));
        add("name", name);
        add("identity number", identity);
        add("telephone number", telephone);
    }

    String name() {
        return name;
    }

    String identity() {
        return identity;
    }

    String telephone() {
        return telephone;
    }

    /** All three, as a clerk may write them into a text. */
    String text() {
        return "演示：" + name + "（" + identity + "，" + telephone + "）";
    }

    /** Which of them, and in what form, the bytes hold. */
    Set<String> in(byte[] bytes) {
        return inBytes(new String(bytes, StandardCharsets.ISO_8859_1));
    }

    /** Which of them, and in what form, the text holds. */
    Set<String> in(String text) {
        return in(text.getBytes(StandardCharsets.UTF_8));
    }

    /** The forms that a text can hold, for a search inside a database. */
    Map<String, String> textForms() {
        Map<String, String> texts = new LinkedHashMap<>();
        forms.forEach((bytes, what) -> {
            if (!what.contains("UTF-16")) {
                texts.put(new String(bytes.getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8), what);
            }
        });
        return texts;
    }

    private Set<String> inBytes(String bytes) {
        Set<String> found = new TreeSet<>();
        forms.forEach((form, what) -> {
            if (bytes.contains(form)) {
                found.add(what);
            }
        });
        return found;
    }

    private void add(String what, String secret) {
        form(secret, StandardCharsets.UTF_8, what);
        form(secret, StandardCharsets.UTF_16BE, what + " in UTF-16BE");
        form(secret, StandardCharsets.UTF_16LE, what + " in UTF-16LE");
        form(secret, Charset.forName("GB18030"), what + " in GB18030");
        StringBuilder escaped = new StringBuilder();
        secret.chars().forEach(one -> escaped.append(one < 128 ? "" + (char) one : "\\u%04x".formatted(one)));
        form(escaped.toString(), StandardCharsets.UTF_8, what + " escaped");
        form(
                escaped.toString().toUpperCase(java.util.Locale.ROOT).replace("\\U", "\\u"),
                StandardCharsets.UTF_8,
                what + " escaped");
        form(URLEncoder.encode(secret, StandardCharsets.UTF_8), StandardCharsets.UTF_8, what + " as in a URL");
        form(
                HexFormat.of().formatHex(secret.getBytes(StandardCharsets.UTF_8)),
                StandardCharsets.UTF_8,
                what + " in hex");
        base64(secret).forEach(form -> form(form, StandardCharsets.UTF_8, what + " in Base64"));
    }

    private void form(String form, Charset charset, String what) {
        forms.putIfAbsent(new String(form.getBytes(charset), StandardCharsets.ISO_8859_1), what);
    }

    /** Its inner characters at each of the three places that a text can have in a longer one. */
    private static Set<String> base64(String secret) {
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        Set<String> found = new LinkedHashSet<>();
        for (int before = 0; before < 3; before++) {
            byte[] shifted = new byte[before + bytes.length];
            System.arraycopy(bytes, 0, shifted, before, bytes.length);
            String encoded = Base64.getEncoder().withoutPadding().encodeToString(shifted);
            found.add(encoded.substring(before == 0 ? 0 : 4, encoded.length() - 2));
        }
        return found;
    }
}
