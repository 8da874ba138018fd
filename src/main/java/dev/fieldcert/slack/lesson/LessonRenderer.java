package dev.fieldcert.slack.lesson;

import com.slack.api.model.block.ImageBlock;
import dev.fieldcert.curriculum.CardPicture;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Objective;
import dev.fieldcert.slack.blockkit.Picture;
import dev.fieldcert.slack.blockkit.SlackMessage;
import dev.fieldcert.slack.webapi.Pictures;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * Renders lesson cards, with their pictures in the form that Slack can show. If a picture is unavailable, the card
 * describes it in words.
 */
@Component
public class LessonRenderer {

    private final Pictures pictures;

    LessonRenderer(Pictures pictures) {
        this.pictures = pictures;
    }

    public SlackMessage card(Course course, Objective objective, int index) {
        return LessonMessages.card(course, objective, index, picture(objective, index));
    }

    public SlackMessage cardDone(Course course, Objective objective, int index) {
        return LessonMessages.cardDone(course, objective, index, picture(objective, index));
    }

    private Optional<ImageBlock> picture(Objective objective, int index) {
        return objective.lesson().cards().get(index).picture().flatMap(this::shown);
    }

    private Optional<ImageBlock> shown(CardPicture picture) {
        CardDrawing drawing = CardDrawing.of(picture);
        return pictures.of(new Pictures.Drawing(picture.name(), picture.alternative(), drawing.svg(), drawing::png))
                .map(Picture::block);
    }
}
