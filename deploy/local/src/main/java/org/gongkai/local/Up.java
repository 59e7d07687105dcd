package org.gongkai.local;

import java.util.concurrent.CountDownLatch;
import org.gongkai.embedded.Processes;
import org.gongkai.local.demo.Demo;

/** {@code deploy/local/up}: starts the system, shows its addresses, and runs until it is told to end. */
public final class Up {

    private static volatile boolean toldToEnd;

    private Up() {}

    /** The repository, then options. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            UpOptions options = UpOptions.parse(arguments);
            Ports ports = Ports.of(System.getenv());
            LocalSystem system = LocalSystem.prepare(
                    options.root(), options.data(), ports, Servers.own(ports), options.fresh(), System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system)));
            // a foreground run ends with the shell that shows it, also when that is killed
            Long caller = Long.getLong("gongkai.caller");
            if (caller != null) {
                Processes.endWith(caller);
            }
            run(system, options);
            new CountDownLatch(1).await();
        } catch (Sentence e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            System.err.println("Not started: " + e);
            System.exit(1);
        }
    }

    private static void run(LocalSystem system, UpOptions options) {
        try {
            system.startParts();
            System.out.printf(
                    "intake      %s%nstatistics  %s%nreport      %s%nPostgreSQL  127.0.0.1:%d%nKafka       %s%ndata        %s%n",
                    system.intake(),
                    system.statistics(),
                    system.report(),
                    system.ports().postgres(),
                    system.kafka(),
                    system.data().path());
            if (options.demo()) {
                Demo.run(system, options.root().resolve("deploy/local/target/demo"), System.out::println);
            }
            system.data().writeReady();
            System.out.println(
                    "ready; token: deploy/local/token ROLE [ORGANISATION]; stop: ctrl-C or deploy/local/down");
        } catch (RuntimeException e) {
            // told to end in the middle: what then fails is no news
            if (!toldToEnd) {
                throw e;
            }
        }
    }

    private static void stop(LocalSystem system) {
        toldToEnd = true;
        if (!system.isEnding()) {
            System.out.println("stops");
        }
        system.close();
    }
}
