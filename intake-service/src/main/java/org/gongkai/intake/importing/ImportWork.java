package org.gongkai.intake.importing;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.gongkai.intake.Repeating;
import org.gongkai.intake.importing.ImportRun.State;
import org.gongkai.intake.importing.spool.Spool;
import org.gongkai.intake.organisation.Standing;
import org.gongkai.intake.organisation.Subtree;
import org.gongkai.intake.personaldata.Seal;
import org.gongkai.intake.problem.ProblemType;
import org.gongkai.intake.problem.Refusal;
import org.jboss.logging.Logger;

/**
 * Works off what is spooled, some imports at once. After a start it goes on with what a former process left, from the piece
 * after the last that was committed.
 */
@ApplicationScoped
class ImportWork {

    private static final Logger LOG = Logger.getLogger(ImportWork.class);
    private static final Duration LOOK = Duration.ofSeconds(60);
    private static final long LAST_PIECE_SECONDS = 10;

    @Inject
    ImportSettings settings;

    @Inject
    ImportTable table;

    @Inject
    PieceWriter writer;

    @Inject
    Preparation preparation;

    @Inject
    Subtree subtree;

    @Inject
    Standing standing;

    @Inject
    ObjectMapper json;

    @Inject
    Clock clock;

    @Inject
    Seal seal;

    private final Set<UUID> taken = ConcurrentHashMap.newKeySet();
    private Spool spool;
    private ExecutorService workers;
    private final Repeating timer = new Repeating("import-timer", LOG, "imports that were left go on later");

    void start(@Observes StartupEvent event) {
        spool = new Spool(Path.of(settings.directory()), seal);
        spool.deleteUnfinished();
        workers = Executors.newFixedThreadPool(settings.atOnce(), ImportWork::thread);
        timer.start(LOOK, this::look);
    }

    private static Thread thread(Runnable work) {
        Thread made = new Thread(work, "import");
        made.setDaemon(true);
        return made;
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        timer.stop();
        workers.shutdownNow();
        workers.awaitTermination(LAST_PIECE_SECONDS, TimeUnit.SECONDS);
    }

    Spool spool() {
        return spool;
    }

    /** Works it off when its turn comes. */
    void take(UUID id) {
        if (taken.add(id)) {
            workers.execute(() -> {
                try {
                    work(id);
                } catch (RuntimeException e) {
                    LOG.errorf(e, "import %s stopped; it goes on within a minute", id);
                } finally {
                    taken.remove(id);
                }
            });
        }
    }

    private void work(UUID id) {
        ImportRun run = table.byId(id).orElse(null);
        if (run == null || run.endedAt() != null || !spool.has(id)) {
            return;
        }
        table.started(id);
        ImportScope scope = new ImportScope(run, subtree, standing, json, clock);
        Pipeline pipeline = new Pipeline(run, spool, scope, preparation, writer, settings, json);
        Refusal problem;
        try {
            problem = pipeline.run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return;
        } catch (PieceWriter.TakenOver e) {
            LOG.infof("import %s is worked off by another process", id);
            return;
        }
        table.ended(id, problem == null ? State.DONE : State.FAILED, problem);
        spool.delete(id);
    }

    /** Goes on with what was left, and ends what cannot be. */
    private void look() {
        OffsetDateTime old = OffsetDateTime.now(clock).minus(settings.keptFor());
        Set<UUID> here = spool.ids();
        for (ImportRun run : table.underWay()) {
            if (run.createdAt().isBefore(old)) {
                table.ended(run.id(), State.FAILED, new Refusal(ProblemType.SPOOL_LOST));
                spool.delete(run.id());
            } else if (here.contains(run.id())) {
                take(run.id());
            }
        }
        table.deleteEndedBefore(old);
        spool.deleteOlder(old.toInstant());
    }
}
