package org.gongkai.local;

import java.util.concurrent.CountDownLatch;
import org.gongkai.local.demo.Demo;

/** {@code deploy/local/up}: starts the system, shows its addresses, and runs until it is told to end. */
public final class Up {

    private Up() {}

    /** The repository, then the script's own arguments. */
    public static void main(String[] arguments) throws InterruptedException {
        try {
            UpOptions options = UpOptions.parse(arguments);
            LocalSystem system = LocalSystem.start(
                    options.root(), options.data(), Ports.of(System.getenv()), options.fresh(), System.out::println);
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                System.out.println("stops");
                system.close();
            }));
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
            DataDirectory.write(system.data().ready(), "");
            System.out.println(
                    "ready; token: deploy/local/token ROLE [ORGANISATION]; stop: ctrl-C or deploy/local/down");
            new CountDownLatch(1).await();
        } catch (Sentence e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (RuntimeException e) {
            System.err.println("Not started: " + e);
            System.exit(1);
        }
    }
}
