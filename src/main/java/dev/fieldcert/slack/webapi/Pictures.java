package dev.fieldcert.slack.webapi;

import dev.fieldcert.slack.blockkit.Picture;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
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
 * Makes pictures available to Slack: at an unguessable address of ours if there is a public one, otherwise uploaded.
 * Each drawing is uploaded once, whoever sees it.
 */
@Component
public class Pictures {

    private static final Logger LOG = LoggerFactory.getLogger(Pictures.class);
    private static final Duration BEFORE_NEXT_TRY = Duration.ofMinutes(5);
    /** Slack cannot show a file right after its upload. */
    private static final Duration SETTLING = Duration.ofMinutes(1);

    private final MongoOperations mongo;
    private final SlackFiles files;
    private final Clock clock;
    private final String publicUrl;
    /** When Slack last refused a picture, and until when it is not asked again. */
    private volatile Instant failedAt = Instant.MAX;

    private volatile Instant notBefore = Instant.MIN;

    Pictures(MongoOperations mongo, SlackFiles files, Clock clock, SlackSettings settings) {
        this.mongo = mongo;
        this.files = files;
        this.clock = clock;
        // Slack fetches pictures over https only.
        this.publicUrl = settings.publicUrl().startsWith("https://")
                ? settings.publicUrl().replaceAll("/+$", "")
                : "";
        mongo.indexOps(Stored.class)
                .createIndex(new Index("address", Sort.Direction.ASC)
                        .named("address")
                        .sparse());
    }

    /**
     * @param key of the drawing and how it is shown
     * @param address null for a file
     * @param png null for a file
     */
    @Document("pictures")
    @TypeAlias("picture")
    record Stored(@Id String key, String file, String address, byte[] png, Instant at) {}

    /** A drawing. Its SVG identifies it; the pixels are computed only when needed. */
    public record Drawing(String name, String altText, String svg, Supplier<byte[]> png) {}

    /** The picture; empty when it cannot be shown now. */
    public Optional<Picture> of(Drawing drawing) {
        String key = key(drawing);
        Stored known = mongo.findById(key, Stored.class);
        if (known == null) {
            known = keep(key, drawing).orElse(null);
        }
        return Optional.ofNullable(known)
                .map(stored -> new Picture(
                        stored.file(),
                        stored.address() == null ? null : publicUrl + "/pictures/" + stored.address() + ".png",
                        drawing.altText()));
    }

    /** Whether {@link #of} would have to ask Slack. */
    public boolean isNew(Drawing drawing) {
        return publicUrl.isEmpty() && mongo.findById(key(drawing), Stored.class) == null;
    }

    /** The pixels behind one of our addresses. */
    public Optional<byte[]> at(String address) {
        Query query = Query.query(Criteria.where("address").is(address));
        return Optional.ofNullable(mongo.findOne(query, Stored.class)).map(Stored::png);
    }

    /**
     * Slack refused this picture.
     *
     * @return true when Slack may show it in a moment; false when it was dropped, to be uploaded again
     */
    public boolean refused(Drawing drawing) {
        String key = key(drawing);
        Stored known = mongo.findById(key, Stored.class);
        Instant now = clock.instant();
        if (known != null && known.at().plus(SETTLING).isAfter(now)) {
            return true;
        }
        mongo.remove(Query.query(Criteria.where("_id").is(key)), Stored.class);
        waitAfterFailure(now, BEFORE_NEXT_TRY);
        return false;
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
