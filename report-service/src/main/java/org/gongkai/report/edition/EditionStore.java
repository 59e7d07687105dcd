package org.gongkai.report.edition;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.gongkai.report.Turns;
import org.gongkai.report.problem.ProblemType;
import org.gongkai.report.problem.Refusal;
import org.gongkai.report.statement.PrintedYear;
import org.gongkai.report.statement.PrintedYears;
import org.gongkai.report.statement.YearCounts;
import org.jboss.logging.Logger;

/** The editions as they are kept; adds, never changes. */
@ApplicationScoped
class EditionStore implements PrintedYears {

    private static final Logger LOG = Logger.getLogger(EditionStore.class);
    private static final String OF_YEAR = "organisation = ?1 and year = ?2 order by number";

    @Inject
    EntityManager entities;

    @Inject
    Turns turns;

    @Inject
    ObjectMapper json;

    @Inject
    Signing signing;

    @Inject
    EditionKeys keys;

    /** All editions of a year, the first one first. */
    @Transactional
    List<Edition> all(String organisation, int year) {
        return Edition.list(OF_YEAR, organisation, year);
    }

    /** The newest one. */
    @Transactional
    Optional<Edition> newestEdition(String organisation, int year) {
        return Edition.<Edition>find(OF_YEAR + " desc", organisation, year).firstResultOptional();
    }

    /** The newest one of each body, of those that have any. */
    @Transactional
    List<Edition> newestOf(List<String> organisations, int year) {
        return Edition.list(
                "from edition e where e.organisation in ?1 and e.year = ?2 and e.number = (select max(o.number)"
                        + " from edition o where o.organisation = e.organisation and o.year = e.year)",
                organisations,
                year);
    }

    /** One of them; refused where there is none. */
    @Transactional
    Edition one(String organisation, int year, int number) {
        return Edition.<Edition>find("organisation = ?1 and year = ?2 and number = ?3", organisation, year, number)
                .firstResultOptional()
                .orElseThrow(() -> new Refusal(ProblemType.EDITION_NOT_FOUND, organisation, year, number));
    }

    @Override
    @Transactional
    public Optional<PrintedYear> newest(String organisation, int year) {
        return newestEdition(organisation, year).map(this::printed);
    }

    /** The year as an edition printed it. */
    @Transactional
    PrintedYear printed(Edition edition) {
        String counts = entities.createQuery("select m.counts from edition_model m where m.edition = ?1", String.class)
                .setParameter(1, edition.id)
                .getSingleResult();
        return new PrintedYear(edition.number, edition.position, read(counts, new TypeReference<YearCounts>() {}));
    }

    /** What an edition was made from. */
    @Transactional
    FrozenModel model(Edition edition) {
        EditionModel model = EditionModel.findById(edition.id);
        return new FrozenModel(
                edition.title,
                edition.form,
                read(model.cells, new TypeReference<List<FrozenCell>>() {}),
                read(model.figures, new TypeReference<Map<String, FrozenFigure>>() {}),
                read(model.counts, new TypeReference<YearCounts>() {}),
                read(model.texts, new TypeReference<List<FrozenText>>() {}),
                waived(edition));
    }

    /** Its files without their bytes, in the order in which they are offered. */
    @Transactional
    List<EditionFile.Summary> files(Edition edition) {
        return entities.createQuery(
                        "select f.suffix, f.type, f.hash, f.size from edition_file f where f.edition = ?1 order by f.rank",
                        EditionFile.Summary.class)
                .setParameter(1, edition.id)
                .getResultList();
    }

    /**
     * The bytes of a file, as they were frozen.
     *
     * @throws Refusal where what is stored is not what was frozen
     */
    @Transactional
    byte[] bytes(Edition edition, EditionFile.Summary file) {
        byte[] bytes = entities.createQuery(
                        "select f.bytes from edition_file f where f.edition = ?1 and f.suffix = ?2", byte[].class)
                .setParameter(1, edition.id)
                .setParameter(2, file.suffix())
                .getSingleResult();
        if (!Arrays.equals(Hashes.of(bytes), file.hash())) {
            LOG.errorf(
                    "edition %s/%d/%d.%s was changed in the database: it no longer has the SHA-256 %s",
                    edition.organisation, edition.year, edition.number, file.suffix(), file.sha256());
            throw new Refusal(ProblemType.EDITION_DAMAGED, edition.number, file.suffix());
        }
        return bytes;
    }

    /**
     * Keeps another edition under the number that follows; empty where one came between, or the key was answered meanwhile.
     *
     * @param before number of the newest edition that was known, or 0
     * @param sent the key under which it was asked for, or null
     */
    @Transactional
    Optional<Freezing.Outcome> add(
            Edition edition, int before, FrozenModel model, List<EditionFile> files, SentKey sent) {
        turns.take(turn(edition.organisation, edition.year));
        int newest = newestEdition(edition.organisation, edition.year)
                .map(known -> known.number)
                .orElse(0);
        if (newest != before
                || keys.answered(edition.organisation, edition.year, sent).isPresent()) {
            return Optional.empty();
        }
        edition.number = before + 1;
        edition.persist();
        EditionModel kept = new EditionModel();
        kept.edition = edition.id;
        kept.cells = write(model.cells());
        kept.figures = write(model.figures());
        kept.counts = write(model.counts());
        kept.texts = write(model.texts());
        kept.persist();
        files.forEach(file -> {
            file.edition = edition.id;
            file.persist();
        });
        String manifest = Manifest.of(edition, files);
        signing.sign(manifest).ifPresent(jws -> {
            EditionSignature signature = new EditionSignature();
            signature.edition = edition.id;
            signature.manifest = manifest;
            signature.jws = jws;
            signature.persist();
        });
        Freezing.Outcome made = new Freezing.Outcome(edition, true);
        keys.keep(made, sent);
        return Optional.of(made);
    }

    /** The newest edition, which nothing has moved since: what a key is answered with unless it was answered meanwhile. */
    @Transactional
    Freezing.Outcome unmoved(Edition newest, SentKey sent) {
        turns.take(turn(newest.organisation, newest.year));
        return keys.answered(newest.organisation, newest.year, sent).orElseGet(() -> {
            Freezing.Outcome unmoved = new Freezing.Outcome(newest, false);
            keys.keep(unmoved, sent);
            return unmoved;
        });
    }

    private static String turn(String organisation, int year) {
        return "edition " + organisation + "/" + year;
    }

    /** Its signature; empty where it was not signed. */
    @Transactional
    Optional<EditionSignature> signature(Edition edition) {
        return EditionSignature.findByIdOptional(edition.id);
    }

    List<Map<String, String>> waived(Edition edition) {
        return read(edition.waived, new TypeReference<List<Map<String, String>>>() {});
    }

    String write(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a model that is no JSON", e);
        }
    }

    private <T> T read(String text, TypeReference<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an edition's model that cannot be read", e);
        }
    }
}
