package org.gongkai.local;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorTest {

    @TempDir
    Path folder;

    private Supervisor supervisor;
    private final Told part = new Told();

    /** A part that can be told what happens at the moment at which it is looked at. */
    private static final class Told implements Part {

        private static final Runnable NOTHING = () -> {};

        private int processes;
        private int starts;
        private Runnable afterNextLook = NOTHING;

        @Override
        public String name() {
            return "told";
        }

        @Override
        public void start() {
            processes++;
            starts++;
        }

        @Override
        public boolean isAlive() {
            boolean alive = processes > 0;
            Runnable next = afterNextLook;
            afterNextLook = NOTHING;
            next.run();
            return alive;
        }

        @Override
        public long pid() {
            return starts;
        }

        @Override
        public void stop() {
            processes = Math.max(0, processes - 1);
        }
    }

    @BeforeEach
    void start() {
        DataDirectory data = new DataDirectory(folder);
        data.prepare(0);
        supervisor = new Supervisor(data, line -> {});
        supervisor.start(part);
    }

    @Test
    void one_that_died_is_started_again() {
        part.processes = 0;

        supervisor.look();

        assertEquals(1, part.processes);
    }

    @Test
    void one_that_was_told_to_end_is_left_so_until_it_is_told_to_start() {
        supervisor.stop(part);
        supervisor.look();
        assertEquals(0, part.processes);

        supervisor.startAgain(part);
        supervisor.look();
        assertEquals(1, part.processes);
    }

    @Test
    void one_that_is_taken_away_while_it_is_seen_dead_is_not_started_again() {
        part.processes = 0;
        part.afterNextLook = () -> supervisor.remove(part);

        supervisor.look();

        assertEquals(0, part.processes);
    }

    @Test
    void one_that_is_started_while_it_is_seen_dead_is_not_started_twice() {
        part.processes = 0;
        part.afterNextLook = () -> {
            supervisor.stop(part);
            supervisor.startAgain(part);
        };

        supervisor.look();

        assertEquals(1, part.processes);
    }

    @Test
    void none_is_started_again_after_the_end() {
        part.processes = 0;
        part.afterNextLook = supervisor::close;

        supervisor.look();

        assertEquals(0, part.processes);
        assertThrows(Sentence.class, () -> supervisor.start(part));
    }
}
