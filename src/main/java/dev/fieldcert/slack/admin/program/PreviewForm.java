package dev.fieldcert.slack.admin.program;

import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.view.View;
import com.slack.api.model.view.ViewClose;
import com.slack.api.model.view.ViewSubmit;
import com.slack.api.model.view.ViewTitle;
import dev.fieldcert.curriculum.Course;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.slack.admin.record.RecordForms;
import dev.fieldcert.slack.blockkit.Blocks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The form that asks what is to be previewed. */
public final class PreviewForm {

    public static final String OPEN = "preview-open";
    static final String FORM = "preview-form";
    static final String TURN = "preview-turn";
    static final String COURSE = "course";

    private PreviewForm() {}

    /** @param chosen the course, once there is one */
    static View form(Program program, Optional<Course> chosen) {
        List<LayoutBlock> blocks = new ArrayList<>();
        blocks.add(RecordForms.turningMenu(
                COURSE,
                TURN,
                "Course",
                program.courses().stream()
                        .filter(course -> !course.coming())
                        .map(course -> Blocks.option(course.title(), course.id()))
                        .toList(),
                chosen.map(Course::id)));
        chosen.ifPresent(course -> blocks.add(RecordForms.menu(
                RecordForms.objectiveField(course.id()),
                "Objective",
                course.objectives().stream()
                        .filter(objective -> PreviewMessages.screens(objective) > 0)
                        .map(objective -> Blocks.option(objective.title(), objective.id()))
                        .toList())));
        blocks.add(Blocks.note("You get it in our DM, as a learner sees it. Nothing is marked, and nothing is kept."));
        return View.builder()
                .type("modal")
                .callbackId(FORM)
                .title(ViewTitle.builder().type("plain_text").text("Preview").build())
                .submit(ViewSubmit.builder().type("plain_text").text("Preview").build())
                .close(ViewClose.builder().type("plain_text").text("Not now").build())
                .blocks(blocks)
                .build();
    }
}
