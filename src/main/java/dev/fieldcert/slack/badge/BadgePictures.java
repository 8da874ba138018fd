package dev.fieldcert.slack.badge;

import com.slack.api.model.block.ImageBlock;
import com.slack.api.model.block.composition.SlackFileObject;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.slack.SlackFailure;
import dev.fieldcert.slack.SlackFiles;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.data.annotation.Id;
import org.springframework.data.annotation.TypeAlias;
import org.springframework.data.mongodb.core.MongoOperations;
import org.springframework.data.mongodb.core.mapping.Document;
import org.springframework.stereotype.Component;

/**
 * A badge's picture as Slack can show it: from our public address where there is one, uploaded once otherwise. A picture
 * that cannot be had holds up no badge.
 */
@Component
class BadgePictures {

    private static final Logger LOG = LoggerFactory.getLogger(BadgePictures.class);
    private static final int PIXELS = 512;

    private final MongoOperations mongo;
    private final SlackFiles files;
    private final Issuer issuer;

    BadgePictures(MongoOperations mongo, SlackFiles files, Issuer issuer) {
        this.mongo = mongo;
        this.files = files;
        this.issuer = issuer;
    }

    /** @param id the badge and everything that is drawn of it */
    @Document("badge_pictures")
    @TypeAlias("badge-picture")
    record Uploaded(@Id String id, String file) {}

    Optional<ImageBlock> of(BadgeDefinition badge, String programme) {
        String words = BadgePicture.altText(badge, programme);
        Optional<String> address = issuer.picture(badge.id()).filter(url -> url.startsWith("https://"));
        if (address.isPresent()) {
            return Optional.of(
                    ImageBlock.builder().imageUrl(address.get()).altText(words).build());
        }
        return uploaded(badge, programme)
                .map(file -> ImageBlock.builder()
                        .slackFile(SlackFileObject.builder().id(file).build())
                        .altText(words)
                        .build());
    }

    private Optional<String> uploaded(BadgeDefinition badge, String programme) {
        String id = badge.id() + "|" + badge.name() + "|" + badge.level() + "|" + badge.kind() + "|" + programme;
        Uploaded known = mongo.findById(id, Uploaded.class);
        if (known != null) {
            return Optional.of(known.file());
        }
        try {
            String file = files.keep(badge.id() + ".png", badge.name(), BadgePicture.png(badge, programme, PIXELS));
            mongo.save(new Uploaded(id, file));
            return Optional.of(file);
        } catch (SlackFailure failure) {
            LOG.warn("Badge picture not uploaded badge={} error={}", badge.id(), failure.error());
            return Optional.empty();
        }
    }
}
