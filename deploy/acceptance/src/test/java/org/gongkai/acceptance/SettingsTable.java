package org.gongkai.acceptance;

import com.tngtech.archunit.core.domain.JavaAnnotation;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The settings of one service, as the README's table says and as its typed interfaces say: name to default. */
final class SettingsTable {

    /** Stands for a setting without a default. */
    static final String NONE = "none";

    private static final String MAPPING = "io.smallrye.config.ConfigMapping";
    private static final String DEFAULT = "io.smallrye.config.WithDefault";
    private static final String OTHER_NAME = "io.smallrye.config.WithName";
    private static final Pattern ROW = Pattern.compile("\\| `(gongkai\\.[^`]+)` \\| ([^|]*?) \\| [^|]+\\|");
    private static final Pattern SERVICE = Pattern.compile("\\| \\*\\*([a-z-]+)\\*\\* \\| \\| \\|");

    private SettingsTable() {}

    /** Of every service, as the README says. */
    static Map<String, Map<String, String>> documented(String readme) {
        Map<String, Map<String, String>> tables = new TreeMap<>();
        String service = "";
        for (String line : readme.lines().toList()) {
            Matcher heading = SERVICE.matcher(line);
            Matcher row = ROW.matcher(line);
            if (heading.matches()) {
                service = heading.group(1);
                tables.put(service, new TreeMap<>());
            } else if (row.matches()) {
                tables.get(service).put(row.group(1), normal(row.group(2).replace("`", "")));
            }
        }
        return tables;
    }

    /** Of a service, as its compiled interfaces say. */
    static Map<String, String> typed(Path classes) {
        Map<String, String> table = new TreeMap<>();
        for (JavaClass one : new ClassFileImporter().importPath(classes)) {
            one.tryGetAnnotationOfType(MAPPING)
                    .ifPresent(mapping ->
                            add(one, String.valueOf(mapping.get("prefix").orElseThrow()), table));
        }
        return table;
    }

    private static void add(JavaClass mapping, String prefix, Map<String, String> table) {
        for (JavaMethod method : mapping.getMethods()) {
            String name = prefix + "." + annotated(method, OTHER_NAME).orElseGet(() -> kebab(method.getName()));
            JavaClass type = method.getRawReturnType();
            boolean group = type.isInterface() && type.getPackageName().startsWith("org.gongkai");
            if (group) {
                add(type, name, table);
            } else {
                table.put(
                        name,
                        annotated(method, DEFAULT).map(SettingsTable::normal).orElse(NONE));
            }
        }
    }

    private static Optional<String> annotated(JavaMethod method, String annotation) {
        return method.tryGetAnnotationOfType(annotation)
                .map((JavaAnnotation<JavaMethod> given) ->
                        String.valueOf(given.get("value").orElseThrow()));
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    /** {@code 5S}, {@code 5s} and {@code 5000ms} are one duration. */
    static String normal(String value) {
        Matcher millis = Pattern.compile("([0-9]+)ms").matcher(value);
        if (millis.matches()) {
            return Duration.ofMillis(Long.parseLong(millis.group(1))).toString();
        }
        if (value.matches("(?i)[0-9.]+[smhd]")) {
            return Duration.parse((value.toLowerCase(Locale.ROOT).endsWith("d") ? "P" : "PT") + value)
                    .toString();
        }
        return value;
    }

    /** Each setting that one side alone has, or that has another default there. */
    static List<String> differences(Map<String, String> documented, Map<String, String> typed) {
        TreeSet<String> names = new TreeSet<>(documented.keySet());
        names.addAll(typed.keySet());
        List<String> differences = new ArrayList<>();
        for (String name : names) {
            String said = documented.get(name);
            String is = typed.get(name);
            if (is == null) {
                differences.add(name + " stands in the README and nowhere else");
            } else if (said == null) {
                differences.add(name + " (" + is + ") is missing in the README");
            } else if (!said.equals(is)) {
                differences.add(name + " is " + is + ", the README says " + said);
            }
        }
        return differences;
    }
}
