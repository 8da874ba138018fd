package dev.fieldcert.slack.journey.home;

import com.slack.api.model.block.LayoutBlock;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.LearningPath;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Completion;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.PathProgress;
import dev.fieldcert.learner.lesson.ContinueLearning;
import dev.fieldcert.slack.blockkit.Picture;
import dev.fieldcert.slack.blockkit.When;
import dev.fieldcert.slack.home.HomeState;
import dev.fieldcert.slack.home.HomeTab;
import dev.fieldcert.slack.journey.picture.Journey;
import dev.fieldcert.slack.journey.picture.JourneyPicture;
import dev.fieldcert.slack.webapi.Pictures;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The first tab of Home, for everybody: the person's journey. */
@Component
public class JourneyTab implements HomeTab {

    static final String ID = "journey";
    private static final int BADGE_PIXELS = 128;

    private final Learners learners;
    private final Programs programs;
    private final ContinueLearning continueLearning;
    private final Pictures pictures;
    private final Clock clock;

    JourneyTab(
            Learners learners, Programs programs, ContinueLearning continueLearning, Pictures pictures, Clock clock) {
        this.learners = learners;
        this.programs = programs;
        this.continueLearning = continueLearning;
        this.pictures = pictures;
        this.clock = clock;
    }

    @Override
    public int place() {
        return 0;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public String label() {
        return "My journey";
    }

    @Override
    public boolean isFor(String person) {
        return true;
    }

    @Override
    public List<LayoutBlock> blocks(Looking looking) {
        Learner learner = learners.findOrNew(looking.person());
        Program program = programs.current();
        Optional<Picture> journey = Optional.empty();
        Map<String, Picture> badges = new HashMap<>();
        if (looking.pictures()) {
            journey = journey(learner, program).flatMap(pictures::of);
            badges(learner, program)
                    .forEach((badge, drawing) -> pictures.of(drawing).ifPresent(picture -> badges.put(badge, picture)));
        }
        return JourneyHome.blocks(new JourneyHome.Facts(
                learner,
                program,
                continueLearning.current(learner, clock.instant()),
                When.in(learner.profile().zone(), learner.profile().locale(), clock.instant()),
                looking.badges(),
                journey,
                badges));
    }

    @Override
    public boolean hasNewPictures(String person) {
        return drawings(person).stream().anyMatch(pictures::isNew);
    }

    @Override
    public boolean picturesRefused(String person) {
        boolean soon = false;
        for (Pictures.Drawing drawing : drawings(person)) {
            soon |= pictures.refused(drawing);
        }
        return soon;
    }

    private List<Pictures.Drawing> drawings(String person) {
        Learner learner = learners.findOrNew(person);
        Program program = programs.current();
        List<Pictures.Drawing> all = new ArrayList<>(badges(learner, program).values());
        journey(learner, program).ifPresent(all::add);
        return all;
    }

    private Optional<Pictures.Drawing> journey(Learner learner, Program program) {
        Journey journey = JourneyReader.journey(
                learner, JourneyReader.groups(learner, program), continueLearning.current(learner, clock.instant()));
        return journey.isEmpty()
                ? Optional.empty()
                : Optional.of(new Pictures.Drawing(
                        "journey", journey.altText(), JourneyPicture.svg(journey), () -> JourneyPicture.png(journey)));
    }

    /**
     * The drawings, by badge id, of the badges that Home shows as pictures: the paths' certificates and the newest
     * badges.
     */
    private static Map<String, Pictures.Drawing> badges(Learner learner, Program program) {
        Stream<BadgeDefinition> certificates = learner.paths().stream()
                .filter(path -> path.certificate().isPresent())
                .map(PathProgress::path)
                .flatMap(path -> program.path(path).flatMap(LearningPath::certificate).stream());
        Stream<BadgeDefinition> courses = learner.completions().stream()
                .sorted(Comparator.comparing(Completion::completedAt).reversed())
                .limit(HomeState.FEW_BADGES)
                .flatMap(completion -> program.course(completion.course()).map(Course::badge).stream());
        Map<String, Pictures.Drawing> drawings = new HashMap<>();
        Stream.concat(certificates, courses).forEach(badge -> drawings.put(badge.id(), drawing(badge, program)));
        return drawings;
    }

    private static Pictures.Drawing drawing(BadgeDefinition badge, Program program) {
        return new Pictures.Drawing(
                "badge-" + badge.id(),
                BadgePicture.altText(badge, program.title()),
                BadgePicture.smallSvg(badge, program.title()),
                () -> BadgePicture.png(badge, program.title(), BADGE_PIXELS));
    }
}
