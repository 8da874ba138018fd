package dev.fieldcert.slack.webapi;

import dev.fieldcert.slack.blockkit.Picture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.domain.Sort;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.index.Index;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.data.mongodb.core.query.Criteria;
import org.springframework.data.mongodb.core.query.Query;
import org.springframework.stereotype.Component;

/**
 * Makes pictures available to Slack: at an unguessable address of this application if it has a public URL, otherwise
 * as uploads. A drawing is uploaded once for all people, and again only if Slack refuses the file.
 */
@Component
public class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(5);
    /**
     * A picture is uploaded again at most once in this time; if Slack then refuses it again, the picture is not the
     * cause.
     */
    private static final Duration ONCE = Duration.ofHours(1);

    private static final int MOST_REMEMBERED = 256;

    private final MongoOperations mongo;
    private final SlackFiles files;
    private final Clock clock;
    private final String publicUrl;
    /** When Slack last refused a picture; no uploads are tried from then until {@code notBefore}. */
    private volatile Instant failedAt = Instant.MAX;

    private volatile Instant notBefore = Instant.MIN;
    /** The drawings of the newest files, by file id, so that a file that Slack refuses can be uploaded again. */
    private final Map<String, Drawing> drawn = newest();
    /** When a drawing was last uploaded again, by its key. */
    private final Map<String, Instant> anew = newest();

    Pictures(MongoOperations mongo, SlackFiles files, Clock clock, SlackSettings settings) {
        this.mongo = mongo;
        this.files = files;
        this.clock = clock;
        // Slack fetches pictures only over https.
        this.publicUrl = settings.publicUrl().startsWith("https://")
                ? settings.publicUrl().replaceAll("/+$", "")
                : "";
        mongo.indexOps(Stored.class)
                .createIndex(new Index("address", Sort.Direction.ASC)
                        .named("address")
                        .sparse());
    }

    /**
     * @param key identifies the drawing, and whether it is a file or at an address
     * @param address the random part of its URL; null for a file
     * @param png the pixels; null for a file
     */
    @Document("pictures")
    @TypeAlias("picture")
    record Stored(@Id String key, String file, String address, byte[] png, Instant at) {}

    /** A drawing. Its SVG identifies it; the pixels are computed only when needed. */
    public record Drawing(String name, String altText, String svg, Supplier<byte[]> png) {}

    /** Returns the picture, and makes it available to Slack if necessary; empty if it cannot be shown now. */
    public Optional<Picture> of(Drawing drawing) {
        String key = key(drawing);
        Stored known = mongo.findById(key, Stored.class);
        if (known == null) {
            known = keep(key, drawing).orElse(null);
        }
        if (known != null && known.file() != null) {
            drawn.put(known.file(), drawing);
        }
        return Optional.ofNullable(known)
                .map(stored -> new Picture(
                        stored.file(),
                        stored.address() == null ? null : publicUrl + "/pictures/" + stored.address() + ".png",
                        drawing.altText()));
    }

    /** Whether {@link #of} would have to call Slack. */
    public boolean isNew(Drawing drawing) {
        return publicUrl.isEmpty() && mongo.findById(key(drawing), Stored.class) == null;
    }

    /** Returns the PNG at one of our addresses. */
    public Optional<byte[]> at(String address) {
        Query query = Query.query(Criteria.where("address").is(address));
        return Optional.ofNullable(mongo.findOne(query, Stored.class)).map(Stored::png);
    }

    /**
     * Handles that Slack refused a Home with this picture.
     *
     * @return true if the picture may work in a moment, as it is or uploaded again; false if that was already tried,
     *     or if the picture is not a file
     */
    public boolean refused(Drawing drawing) {
        Stored known = mongo.findById(key(drawing), Stored.class);
        if (known == null || known.file() == null) {
            return false;
        }
        if (files.state(known.file()) == SlackFiles.State.PROCESSING) {
            return true;
        }
        boolean first = forgetOnce(known);
        if (!first) {
            rest();
        }
        return first;
    }

    /**
     * Handles that Slack refused a message with this file. Waits while Slack is still processing the file. Otherwise,
     * uploads the drawing again, once; also if the file was deleted.
     *
     * @return the file to show instead; empty if there is none
     */
    Optional<String> instead(String file) {
        SlackFiles.State state = files.state(file);
        if (state == SlackFiles.State.PROCESSING) {
            return files.await(file) == SlackFiles.State.READY ? Optional.of(file) : Optional.empty();
        }
        Drawing drawing = drawn.get(file);
        Stored known = mongo.findOne(Query.query(Criteria.where("file").is(file)), Stored.class);
        if (known != null && !forgetOnce(known) || drawing == null) {
            return Optional.empty();
        }
        return of(drawing).map(Picture::file);
    }

    /** Uploads no new pictures for a while, because Slack refuses them all. */
    void rest() {
        waitAfterFailure(clock.instant(), BEFORE_NEXT_TRY);
    }

    /**
     * Deletes the stored picture, so that it is uploaded again. Returns false if that was already done a short while
     * ago.
     */
    private boolean forgetOnce(Stored picture) {
        Instant now = clock.instant();
        Instant last = anew.put(picture.key(), now);
        mongo.remove(
                Query.query(Criteria.where("_id").is(picture.key()).and("file").is(picture.file())), Stored.class);
        return last == null || last.plus(ONCE).isBefore(now) || last.isAfter(now);
    }

    private static <V> Map<String, V> newest() {
        return Collections.synchronizedMap(new LinkedHashMap<>() {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<String, V> eldest) {
                return size() > MOST_REMEMBERED;
            }
        });
    }

    private Optional<Stored> keep(String key, Drawing drawing) {
        Instant now = clock.instant();
        if (!publicUrl.isEmpty()) {
            String address = UUID.randomUUID().toString();
            return Optional.of(
                    insert(new Stored(key, null, address, drawing.png().get(), now)));
        }
        if (!now.isBefore(failedAt) && now.isBefore(notBefore)) {
            return Optional.empty();
        }
        try {
            String file = files.keep(
                    drawing.name() + ".png", drawing.name(), drawing.png().get());
            files.await(file);
            return Optional.of(insert(new Stored(key, file, null, null, now)));
        } catch (SlackFailure failure) {
            LOG.warn("Picture not uploaded name={} error={}", drawing.name(), failure.error());
            waitAfterFailure(now, failure.retryAfter().orElse(BEFORE_NEXT_TRY));
            return Optional.empty();
        }
    }

    private void waitAfterFailure(Instant now, Duration howLong) {
        failedAt = now;
        notBefore = now.plus(howLong);
    }

    private Stored insert(Stored picture) {
        try {
            return mongo.insert(picture);
        } catch (DuplicateKeyException somebodyElseDrewItToo) {
            return mongo.findById(picture.key(), Stored.class);
        }
    }

    private String key(Drawing drawing) {
        return (publicUrl.isEmpty() ? "file:" : "url:") + Fingerprint.of(drawing.svg());
    }
}
