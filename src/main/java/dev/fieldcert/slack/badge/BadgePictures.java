package dev.fieldcert.slack.badge;

import com.slack.api.model.block.ImageBlock;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.slack.blockkit.Picture;
import dev.fieldcert.slack.webapi.Pictures;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * A badge's picture in the form Slack can show: at the badge's public address if there is one, otherwise uploaded. A
 * missing picture never delays a badge.
 */
@Component
class BadgePictures {

    private static final int PIXELS = 512;

    private final Pictures pictures;
    private final Issuer issuer;

    BadgePictures(Pictures pictures, Issuer issuer) {
        this.pictures = pictures;
        this.issuer = issuer;
    }

    Optional<ImageBlock> of(BadgeDefinition badge, String program) {
        String words = BadgePicture.altText(badge, program);
        return issuer.picture(badge.id())
                .filter(url -> url.startsWith("https://"))
                .map(url -> new Picture(null, url, words))
                .or(() -> pictures.of(new Pictures.Drawing(
                        badge.id(),
                        words,
                        BadgePicture.svg(badge, program),
                        () -> BadgePicture.png(badge, program, PIXELS))))
                .map(Picture::block);
    }
}
