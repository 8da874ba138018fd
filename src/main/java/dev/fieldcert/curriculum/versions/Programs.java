package dev.fieldcert.curriculum.versions;

import dev.fieldcert.curriculum.Amendment;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.files.CurriculumReader;
import dev.fieldcert.curriculum.files.Problem;
import dev.fieldcert.curriculum.files.ProgramFiles;
import dev.fieldcert.curriculum.files.Reading;
import dev.fieldcert.curriculum.lint.CurriculumLinter;
import java.io.UncheckedIOException;
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
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * The current program, and the versions that running attempts started with. Their files are stored in the database, so
 * that an attempt can continue after a restart with newer files. Every version is returned with the amendments to its
 * questions, except by {@link #filed}.
 */
@Component
public class Programs implements SmartInitializingSingleton {

    private static final Logger LOG = LoggerFactory.getLogger(Programs.class);

    private final MongoOperations mongo;
    private final String folder;
    private final Amendments amendments;
    private final CompletableFuture<Void> begun;
    private final Map<String, Program> versions = new ConcurrentHashMap<>();
    private volatile Program current;
    /** The reading behind {@link #current}; null after it has been linted. */
    private volatile Reading notLinted;

    private volatile Amended amended = new Amended(List.of(), Map.of());

    private List<Problem> problems = List.of();

    /** Each version with these amendments applied. */
    private record Amended(List<Amendment> by, Map<String, Program> versions) {}

    /** Starts reading the program while the rest of the application starts. */
    Programs(MongoOperations mongo, ProgramSettings settings, Amendments amendments) {
        this.mongo = mongo;
        this.amendments = amendments;
        this.folder = settings.folder();
        this.begun = CompletableFuture.runAsync(this::begin);
    }

    /**
     * Lints the program only if it comes from a folder and has not been taught here before. The build lints the
     * built-in program, and evaluating every formula would be the slowest part of a start.
     */
    private void begin() {
        ProgramFiles files = files();
        Reading reading = CurriculumReader.read(files);
        if (reading.program().isPresent() && (folder.isBlank() || isKnown(files.version()))) {
            notLinted = reading;
            teach(files, reading.program().get());
            return;
        }
        Reload reload = replace(files, reading);
        if (!reload.replaced()) {
            throw new IllegalStateException("The program has errors:\n"
                    + String.join(
                            "\n",
                            reload.problems().stream()
                                    .filter(Problem::isError)
                                    .map(Problem::toString)
                                    .toList()));
        }
    }

    /** @throws IllegalStateException if the program's files have errors; the message lists them */
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

    @Document("program_versions")
    @TypeAlias("program-version")
    record Stored(@Id String version, List<File> files) {

        record File(String path, String text) {}

        static Stored of(ProgramFiles files) {
            return new Stored(
                    files.version(),
                    files.texts().entrySet().stream()
                            .map(file -> new File(file.getKey(), file.getValue()))
                            .toList());
        }

        ProgramFiles programFiles() {
            Map<String, String> texts = new java.util.TreeMap<>();
            files.forEach(file -> texts.put(file.path(), file.text()));
            return new ProgramFiles(texts);
        }
    }

    /**
     * The result of reading the files again.
     *
     * @param before the previous version; empty at start
     * @param now the program that was read, even if it has errors
     * @param replaced false if errors kept the previous version
     */
    public record Reload(Optional<Program> before, Program now, List<Problem> problems, boolean replaced) {}

    public Program current() {
        if (current == null) {
            afterSingletonsInstantiated();
        }
        return amended(current);
    }

    private Program amended(Program filed) {
        List<Amendment> now = amendments.inForce();
        if (now.isEmpty()) {
            return filed;
        }
        Amended known = amended;
        if (known.by() != now) {
            known = new Amended(now, new ConcurrentHashMap<>());
            amended = known;
        }
        return known.versions().computeIfAbsent(filed.version(), version -> filed.amended(now));
    }

    /** The linter's findings for the current program. The first call after a start may take seconds. */
    public synchronized List<Problem> problems() {
        if (notLinted != null) {
            problems = CurriculumLinter.lint(notLinted);
            notLinted = null;
        }
        return problems;
    }

    /** A version of the program with its amendments; empty if the version is unknown. */
    public Optional<Program> version(String version) {
        return filed(version).map(this::amended);
    }

    /** A version of the program as its files have it, without amendments; empty if the version is unknown. */
    public Optional<Program> filed(String version) {
        Program known = versions.get(version);
        if (known == null) {
            Stored stored = mongo.findById(version, Stored.class);
            if (stored == null) {
                return Optional.empty();
            }
            known = CurriculumReader.read(stored.programFiles()).readable();
            versions.put(version, known);
        }
        return Optional.of(known);
    }

    /** Reads and lints the files. Changes nothing if the program has errors. */
    public synchronized Reload reload() {
        ProgramFiles files = files();
        return replace(files, CurriculumReader.read(files));
    }

    private ProgramFiles files() {
        if (folder.isBlank()) {
            return ProgramFiles.builtIn();
        }
        try {
            return ProgramFiles.of(Path.of(folder));
        } catch (UncheckedIOException e) {
            throw new IllegalStateException(
                    "fieldcert.program.folder cannot be used: " + e.getCause().getMessage() + ".", e);
        }
    }

    private boolean isKnown(String version) {
        return mongo.exists(Query.query(Criteria.where("_id").is(version)), Stored.class);
    }

    private Reload replace(ProgramFiles files, Reading reading) {
        List<Problem> found = CurriculumLinter.lint(reading);
        Optional<Program> before = Optional.ofNullable(current);
        if (found.stream().anyMatch(Problem::isError) || reading.program().isEmpty()) {
            return new Reload(before, reading.readable(), found, false);
        }
        Program program = reading.program().get();
        problems = found;
        notLinted = null;
        if (before.isEmpty() || !before.get().version().equals(program.version())) {
            teach(files, program);
        }
        return new Reload(before, program, found, true);
    }

    private void teach(ProgramFiles files, Program program) {
        if (!isKnown(files.version())) {
            mongo.save(Stored.of(files));
        }
        versions.put(program.version(), program);
        current = program;
        LOG.info(
                "Program read version={} courses={}",
                program.version(),
                program.courses().size());
    }
}
