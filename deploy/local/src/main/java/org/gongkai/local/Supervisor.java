package org.gongkai.local;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Keeps parts running: starts them in order, starts again what has died and was not told to end, and ends all in reverse.
 * What it does to a part it does alone; what it saw before it was alone it looks at again.
 */
final class Supervisor implements AutoCloseable {

    private static final Duration LOOK = Duration.ofMillis(300);

    private final DataDirectory data;
    private final Consumer<String> say;
    private final List<Part> parts = new CopyOnWriteArrayList<>();
    private final Set<String> stopped = ConcurrentHashMap.newKeySet();
    private volatile boolean running = true;
    private Thread watch;

    /**
     * @param data where it keeps the process ids
     * @param say takes a line of progress
     */
    Supervisor(DataDirectory data, Consumer<String> say) {
        this.data = data;
        this.say = say;
    }

    /** Starts one more part and keeps it. */
    synchronized void start(Part part) {
        if (!running) {
            throw new Sentence("Stopped while it was being started.");
        }
        say.accept("starts " + part.name());
        parts.add(part);
        started(part);
    }

    private void started(Part part) {
        part.start();
        data.writePid(part.name(), part.pid());
    }

    /**
     * Looks after the parts in a thread of its own, until it is closed.
     *
     * @param each done before each look
     */
    void watch(Runnable each) {
        watch = new Thread(
                () -> {
                    while (running) {
                        try {
                            TimeUnit.MILLISECONDS.sleep(LOOK.toMillis());
                        } catch (InterruptedException e) {
                            return;
                        }
                        each.run();
                        look();
                    }
                },
                "watch");
        watch.setDaemon(true);
        watch.start();
    }

    /** Starts again what has died. */
    void look() {
        for (Part part : parts) {
            if (shallRun(part) && !part.isAlive()) {
                restart(part);
            }
        }
    }

    private boolean shallRun(Part part) {
        return running && parts.contains(part) && !stopped.contains(part.name());
    }

    private synchronized void restart(Part part) {
        // whoever was alone before may have taken it away, or started it: a second process of it would be nobody's
        if (!shallRun(part) || part.isAlive()) {
            return;
        }
        say.accept(part.name() + " died and is started again");
        try {
            started(part);
        } catch (RuntimeException e) {
            say.accept(part.name() + " does not start yet: " + e.getMessage());
        }
    }

    /** The parts, in the order of their start. */
    List<Part> parts() {
        return parts;
    }

    /** Ends a part in order and keeps it no longer. */
    synchronized void remove(Part part) {
        parts.remove(part);
        end(part);
    }

    /** Ends a part in order, and leaves it so until it is told to start. */
    synchronized void stop(Part part) {
        stopped.add(part.name());
        end(part);
    }

    /** Starts a part that was told to end; does not wait until it is ready. */
    synchronized void startAgain(Part part) {
        started(part);
        stopped.remove(part.name());
    }

    private void end(Part part) {
        part.stop();
        data.forgetPid(part.name());
    }

    /** Whether it was told to end. */
    boolean isEnding() {
        return !running;
    }

    /** Ends all parts in order, the last first. */
    @Override
    public void close() {
        running = false;
        if (watch != null) {
            watch.interrupt();
        }
        synchronized (this) {
            for (int i = parts.size() - 1; i >= 0; i--) {
                end(parts.get(i));
            }
        }
    }
}
