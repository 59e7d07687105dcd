package org.gongkai.acceptance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.gongkai.local.LocalSystem;
import org.junit.jupiter.api.Test;

class ReadmeIT {

    private static final Pattern SHELL = Pattern.compile("```sh\n(.*?)```", Pattern.DOTALL);

    /** As printed, but for the ports and the data directory of the system under test. */
    @Test
    void the_commands_for_each_kind_of_caller_run_as_printed() throws Exception {
        LocalSystem system = RunningSystem.get();
        String readme = Files.readString(RunningSystem.root().resolve("README.md"));
        String section = readme.substring(readme.indexOf("## For each kind of caller"), readme.indexOf("## Measured"));
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        List<String> blocks = new ArrayList<>();
        for (Matcher block = SHELL.matcher(section); block.find(); ) {
            blocks.add(block.group(1));
            script.append(block.group(1)).append("echo; echo '---'\n");
        }
        assertEquals(11, blocks.size());

        String output = run(script.toString()
                .replace("localhost:8081", "127.0.0.1:" + system.ports().intake())
                .replace("localhost:8082", "127.0.0.1:" + system.ports().statistics())
                .replace("localhost:8083", "127.0.0.1:" + system.ports().report())
                .replace(
                        "deploy/local/token",
                        "deploy/local/token --data " + system.data().path()));

        String[] answers = output.split("---\n");
        assertTrue(answers[0].contains("甘肃省公安厅"), output);
        assertTrue(answers[1].contains("\"state\":\"CLOSED\"") && answers[1].contains("Gongkai-Position"), output);
        assertTrue(answers[2].contains("\"dueOn\":\"2021-04-13\"") && answers[2].contains("\"created\":1"), output);
        assertTrue(answers[3].contains("\"result\":\"CORRECTED\"") && answers[3].contains("2022-01-10"), output);
        assertTrue(answers[4].contains("\"outcome\":\"GRANTED_FULL\""), output);
        assertTrue(answers[4].contains("\"measures\":[\"DECIDED\",\"RECEIVED\"]"), output);
        assertTrue(answers[4].contains("\"organisation\":\"620000-01\",\"name\":\"甘肃省公安厅\""), output);
        assertTrue(answers[5].contains("甘肃省2021年政府信息公开工作年度报告"), output);
        assertTrue(answers[5].contains("<html lang=\"zh-CN\">"), output);
        assertTrue(answers[6].contains("解读仍不够及时") && answers[6].contains("\"version\":1"), output);
        assertTrue(answers[7].contains("评议结果于下年一季度公布"), output);
        assertTrue(answers[8].contains("\"number\":1") && answers[8].contains("\"equal\":true"), output);
        assertTrue(answers[8].contains("\"status\":\"published\""), output);
        assertTrue(answers[9].contains("\"rule\":\"R7\"") && answers[9].contains("\"verdict\":\"BROKEN\""), output);
        assertTrue(answers[10].contains("\"lanes\""), output);
    }

    private static String run(String script) throws IOException, InterruptedException {
        Path root = RunningSystem.root();
        Path output = root.resolve("deploy/acceptance/target/readme.out");
        Process shell = new ProcessBuilder("bash", "-c", script)
                .directory(root.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertTrue(shell.waitFor(60, TimeUnit.SECONDS), "still running after 60 s");
        String text = Files.readString(output);
        assertEquals(0, shell.exitValue(), text);
        return text;
    }
}
