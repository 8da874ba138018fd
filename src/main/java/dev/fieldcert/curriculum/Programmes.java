package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.ProgrammeFiles;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.lint.CurriculumLinter;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The programme that is taught now, and the versions that running attempts began with: their files are kept in the
 * database, so that an attempt outlives a restart with newer files.
 */
@Component
public class Programmes implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Programmes.class);

    private final MongoOperations mongo;
    private final String folder;
    private final CompletableFuture<Void> begun;
    private final Map<String, Programme> versions = new ConcurrentHashMap<>();
    private volatile Programme current;
    /** What {@link #current} was read as; null once it has been linted. */
    private volatile Reading notLinted;

    private List<Problem> problems = List.of();

    /**
     * Begins to read the programme, beside the rest of the start.
     *
     * @param folder replaces the built-in programme; empty for the built-in one
     */
    Programmes(MongoOperations mongo, @Value("${fieldcert.curriculum:}") String folder) {
        this.mongo = mongo;
        this.folder = folder;
        this.begun = CompletableFuture.runAsync(this::begin);
    }

    /**
     * The programme is linted only when it was never taught here before: the built-in one was when it was built, and trying
     * out every formula is what a start would wait for longest.
     */
    private void begin() {
        ProgrammeFiles files = files();
        Reading reading = CurriculumReader.read(files);
        if (reading.programme().isPresent() && (folder.isBlank() || isKnown(files.version()))) {
            notLinted = reading;
            teach(files, reading.programme().get());
            return;
        }
        Reload reload = replace(files, reading);
        if (!reload.replaced()) {
            throw new IllegalStateException("The programme has errors:\n"
                    + String.join(
                            "\n",
                            reload.problems().stream()
                                    .filter(Problem::isError)
                                    .map(Problem::toString)
                                    .toList()));
        }
    }

    /** @throws IllegalStateException when the programme's files have errors, naming each */
    @Override
    public void afterSingletonsInstantiated() {
        try {
            begun.join();
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw failed;
        }
    }

    @Document("programme_versions")
    @TypeAlias("programme-version")
    record Stored(@Id String version, List<File> files) {

        record File(String path, String text) {}

        static Stored of(ProgrammeFiles files) {
            return new Stored(
                    files.version(),
                    files.texts().entrySet().stream()
                            .map(file -> new File(file.getKey(), file.getValue()))
                            .toList());
        }

        ProgrammeFiles programmeFiles() {
            Map<String, String> texts = new java.util.TreeMap<>();
            files.forEach(file -> texts.put(file.path(), file.text()));
            return new ProgrammeFiles(texts);
        }
    }

    /**
     * What came of reading the files again.
     *
     * @param before the version that was taught until now; empty at start
     * @param replaced false when errors kept the version from before
     */
    public record Reload(Optional<Programme> before, Programme now, List<Problem> problems, boolean replaced) {}

    public Programme current() {
        if (current == null) {
            afterSingletonsInstantiated();
        }
        return current;
    }

    /** What the linter says of the programme that is taught now. May take seconds, once after each start. */
    public synchronized List<Problem> problems() {
        if (notLinted != null) {
            problems = CurriculumLinter.lint(notLinted);
            notLinted = null;
        }
        return problems;
    }

    /** The programme at a version that was once taught; empty when we never knew it. */
    public Optional<Programme> version(String version) {
        Programme known = versions.get(version);
        if (known == null) {
            Stored stored = mongo.findById(version, Stored.class);
            if (stored == null) {
                return Optional.empty();
            }
            known = CurriculumReader.read(stored.programmeFiles()).readable();
            versions.put(version, known);
        }
        return Optional.of(known);
    }

    /** Reads and lints the files; a programme with errors changes nothing. */
    public synchronized Reload reload() {
        ProgrammeFiles files = files();
        return replace(files, CurriculumReader.read(files));
    }

    private ProgrammeFiles files() {
        return folder.isBlank() ? ProgrammeFiles.builtIn() : ProgrammeFiles.of(Path.of(folder));
    }

    private boolean isKnown(String version) {
        return mongo.exists(Query.query(Criteria.where("_id").is(version)), Stored.class);
    }

    private Reload replace(ProgrammeFiles files, Reading reading) {
        List<Problem> found = CurriculumLinter.lint(reading);
        Optional<Programme> before = Optional.ofNullable(current);
        if (found.stream().anyMatch(Problem::isError) || reading.programme().isEmpty()) {
            return new Reload(before, reading.readable(), found, false);
        }
        Programme programme = reading.programme().get();
        problems = found;
        notLinted = null;
        if (before.isEmpty() || !before.get().version().equals(programme.version())) {
            teach(files, programme);
        }
        return new Reload(before, programme, found, true);
    }

    private void teach(ProgrammeFiles files, Programme programme) {
        if (!isKnown(files.version())) {
            mongo.save(Stored.of(files));
        }
        versions.put(programme.version(), programme);
        current = programme;
        LOG.info(
                "Programme read version={} courses={}",
                programme.version(),
                programme.courses().size());
    }
}
