package org.gongkai.acceptance;

import java.nio.file.Path;
import org.gongkai.local.demo.Body;
import org.gongkai.local.demo.Demo;

/** The demo's reports in every format, written by the running system once for all tests that look at the files. */
final class DemoReports {

    private static Path folder;

    private DemoReports() {}

    /** Where they are; posts the records and has the reports written when first asked for. */
    static synchronized Path folder() {
        if (folder == null) {
            Path made = RunningSystem.root().resolve("deploy/acceptance/target/demo-files");
            Demo.run(RunningSystem.get(), made, line -> {});
            folder = made;
        }
        return folder;
    }

    /** The city's report of a year in a format, by its suffix. */
    static Path of(int year, String suffix) {
        return folder().resolve(Body.CITY + "-" + year + "." + suffix);
    }
}
