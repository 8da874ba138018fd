package dev.fieldcert.security;

import static dev.fieldcert.security.Intruder.TYPE_FORM;
import static dev.fieldcert.security.Intruder.signed;
import static dev.fieldcert.security.Intruder.state;
import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import dev.fieldcert.conversation.FieldCert;
import dev.fieldcert.conversation.Person;
import dev.fieldcert.curriculum.Assignment;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.learner.submission.SubmitAssignment;
import dev.fieldcert.outbox.OutboxRelay;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A form carries what it was opened for; in somebody else's hands that opens nothing. */
class FormsAreBoundTest {

    private static final String COURSE = "analyze-territory";
    private static final String OBJECTIVE = "territory-plan";

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private final Person ada = FIELD_CERT.scholar("ada").person();
    private final Person mallory = FIELD_CERT.hires("mallory");

    private String adasWork() {
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(ada.id(), COURSE, ada.id(), null));
        var submitted = FIELD_CERT
                .bean(SubmitAssignment.class)
                .submit(ada.id(), COURSE, OBJECTIVE, "form", "My plan", "", List.of());
        FIELD_CERT.bean(OutboxRelay.class).deliver(submitted);
        return ada.id() + ":form";
    }

    private Object assignmentOfAdas() {
        return FIELD_CERT.learner(ada).course(COURSE).orElseThrow().objective(OBJECTIVE);
    }

    /** A form that Slack says Mallory sent. */
    private int mallorySends(String callback, String metadata, JsonObject values) {
        JsonObject user = new JsonObject();
        user.addProperty("id", mallory.id());
        JsonObject state = new JsonObject();
        state.add("values", values);
        JsonObject view = new JsonObject();
        view.addProperty("id", "V0MALLORY");
        view.addProperty("type", "modal");
        view.addProperty("callback_id", callback);
        view.addProperty("private_metadata", metadata);
        view.add("state", state);
        JsonObject payload = new JsonObject();
        payload.addProperty("type", "view_submission");
        payload.add("user", user);
        payload.add("view", view);
        int status = signed(
                        ("payload=" + URLEncoder.encode(payload.toString(), StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8),
                        TYPE_FORM)
                .statusCode();
        FIELD_CERT.settle();
        return status;
    }

    private static void chosen(JsonObject values, String block, String value) {
        JsonObject option = new JsonObject();
        option.addProperty("value", value);
        JsonObject element = new JsonObject();
        element.addProperty("type", "static_select");
        element.add("selected_option", option);
        JsonObject elements = new JsonObject();
        elements.add(block, element);
        values.add(block, elements);
    }

    @Test
    void aReviewFormThatNamesSomebodysWorkApprovesNothingForAStranger() {
        String work = adasWork();
        Object before = assignmentOfAdas();
        JsonObject values = new JsonObject();
        Assignment assignment = FIELD_CERT
                .programs()
                .current()
                .course(COURSE)
                .flatMap(course -> course.objective(OBJECTIVE))
                .flatMap(objective -> objective.assignment())
                .orElseThrow();
        assignment.criteria().forEach(criterion -> chosen(values, "mark:" + criterion.id(), "4"));
        chosen(values, "decision", "approve");
        String adasDm = ada.client().directMessage();

        assertThat(mallorySends("review-work", work + "|" + adasDm + "|1.0", values))
                .isEqualTo(200);

        assertThat(assignmentOfAdas()).isEqualTo(before);
        assertThat(ada.goesToTheBot().seesMessages()).noneMatch(message -> message.contains("approved"));
    }

    @Test
    void aHandInFormForACourseOneIsNotInStoresNothing() {
        JsonObject text = new JsonObject();
        text.addProperty("type", "plain_text_input");
        text.addProperty("value", "Not mine");
        JsonObject elements = new JsonObject();
        elements.add("text", text);
        JsonObject values = new JsonObject();
        values.add("text", elements);
        Map<String, Long> before = state();

        for (String metadata : List.of(COURSE + "|" + OBJECTIVE, "no-such|course", "", "|", "nonsense")) {
            assertThat(mallorySends("hand-in", metadata, values)).as(metadata).isEqualTo(200);
        }

        assertThat(state()).isEqualTo(before);
    }

    @Test
    void anAdminsFormInALearnersHandsChangesNothing() {
        adasWork();
        Object before = assignmentOfAdas();

        for (String form : List.of("admin-enroll", "admin-enroll-csv", "admin-unenroll", "admin-record")) {
            assertThat(mallorySends(form, "", new JsonObject())).as(form).isEqualTo(200);
        }

        assertThat(assignmentOfAdas()).isEqualTo(before);
        assertThat(FIELD_CERT.bean(dev.fieldcert.learner.Learners.class).find(mallory.id()))
                .isEmpty();
    }
}
