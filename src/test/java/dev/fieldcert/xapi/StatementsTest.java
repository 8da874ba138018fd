package dev.fieldcert.xapi;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.GsonBuilder;
import com.google.gson.JsonParser;
import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.SomeQuestions;
import dev.fieldcert.learner.AuditedAction;
import dev.fieldcert.learner.LearnerEvent;
import dev.fieldcert.learner.LearnerEvent.Milestone;
import jakarta.json.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What happens, as statements. {@code bench/xapi} has the same statements validated by a published validator. */
class StatementsTest {

    private static final Path KEPT = Path.of("src/test/resources/xapi/statements.json");
    private static final Statements STATEMENTS =
            new Statements("https://acme.slack.com", "https://cert.acme.example/xapi/");

    private static List<JsonObject> of(LearnerEvent event) {
        return STATEMENTS.of(event, Optional.empty(), SomeEvents.program(), Optional.of("plans-101"));
    }

    private static List<JsonObject> all() {
        return Stream.concat(
                        SomeEvents.all().stream().flatMap(event -> of(event).stream()),
                        Stream.of(STATEMENTS.voiding("5f0c7127-6a1e-3a4b-9c55-0a5d8c3a9d11", SomeEvents.NOW)))
                .toList();
    }

    @Test
    void areAsTheyAreKept() throws IOException {
        String written = new GsonBuilder()
                        .setPrettyPrinting()
                        .disableHtmlEscaping()
                        .create()
                        .toJson(JsonParser.parseString(all().toString()))
                + "\n";

        if ("write".equals(System.getProperty("golden"))) {
            Files.writeString(KEPT, written);
        } else {
            assertThat(written).isEqualTo(Files.readString(KEPT));
        }
    }

    @Test
    void noTwoHaveTheSameIdAndTheSameEventHasAlwaysTheSame() {
        assertThat(all()).extracting(each -> each.getString("id")).doesNotHaveDuplicates();
        assertThat(all()).isEqualTo(all());
    }

    @Test
    void anotherWorkspaceHasOtherIds() {
        LearnerEvent event = SomeEvents.submission(1);
        Statements other = new Statements("https://other.slack.com", "https://cert.acme.example/xapi/");

        assertThat(other.of(event, Optional.empty(), SomeEvents.program(), Optional.empty())
                        .get(0)
                        .getString("id"))
                .isNotEqualTo(of(event).get(0).getString("id"));
    }

    @Test
    void aLearnerIsNamedByTheirAccountUnlessByTheirAddress() {
        LearnerEvent event = SomeEvents.submission(1);

        JsonObject account = of(event).get(0).getJsonObject("actor");
        JsonObject email = STATEMENTS
                .of(event, Optional.of("ada@example.com"), SomeEvents.program(), Optional.empty())
                .get(0)
                .getJsonObject("actor");

        assertThat(account.getJsonObject("account").getString("name")).isEqualTo("U0ADA");
        assertThat(account).doesNotContainKey("mbox");
        assertThat(email.getString("mbox")).isEqualTo("mailto:ada@example.com");
        assertThat(email).doesNotContainKey("account");
    }

    @Test
    void nobodyButTheLearnerIsNamed() {
        assertThat(all().toString()).doesNotContain("U0BOSS").doesNotContain("handbook page");
    }

    @Test
    void aTestOutWaivesWhatItShowedAndSaysWhy() {
        List<JsonObject> waived = all().stream()
                .filter(each -> each.getJsonObject("verb").getString("id").endsWith("/waived"))
                .toList();

        assertThat(waived)
                .extracting(each -> each.getJsonObject("result")
                        .getJsonObject("extensions")
                        .getString("https://w3id.org/xapi/cmi5/result/extensions/reason"))
                .containsExactly("Tested Out", "Tested Out", "Tested Out", "Administrative");
        assertThat(waived)
                .allSatisfy(each -> assertThat(each.getJsonObject("result").getBoolean("success"))
                        .isTrue());
    }

    @Test
    void eachKindOfQuestionHasItsInteraction() {
        assertThat(SomeQuestions.ofEachKind())
                .extracting(question -> {
                    JsonObject definition = of(SomeEvents.answer(question.id(), List.of(), 0))
                            .get(0)
                            .getJsonObject("object")
                            .getJsonObject("definition");
                    return definition.getString("interactionType") + " "
                            + (definition.containsKey("correctResponsesPattern")
                                    ? definition
                                            .getJsonArray("correctResponsesPattern")
                                            .getString(0)
                                    : "-");
                })
                .containsExactly(
                        "choice a",
                        "choice a[,]b",
                        "true-false false",
                        "matching 1[.]a[,]2[.]b[,]3[.]c",
                        "matching 1[.]a[,]2[.]b[,]3[.]a",
                        "sequencing 1[,]2[,]3[,]4",
                        "numeric -",
                        "fill-in {case_matters=false}Act",
                        "long-fill-in -",
                        "performance -");
    }

    @Test
    void aResponseFollowsTheSyntaxOfItsInteraction() {
        assertThat(Interaction.response(SomeQuestions.scenario(), new Answer.Walked(List.of("a", "b"))))
                .hasValue("call[.]a[,]cost[.]b");
        assertThat(Interaction.response(SomeQuestions.numeric(), new Answer.Written("1.5k")))
                .hasValue("1500");
        assertThat(Interaction.response(SomeQuestions.numeric(), new Answer.Written("no idea")))
                .isEmpty();
        assertThat(Interaction.response(SomeQuestions.shortAnswer(), new Answer.Written(" a[,]b ")))
                .hasValue("a[ , ]b");
    }

    @Test
    void whatIsNobodysBusinessIsNotTold() {
        assertThat(Statements.isTold(new LearnerEvent.FeedbackGiven("f", "U0ADA", "text", SomeEvents.NOW)))
                .isFalse();
        assertThat(Statements.isTold(SomeEvents.audited(AuditedAction.Code.MANAGER_SET)))
                .isFalse();
        assertThat(of(SomeEvents.audited(AuditedAction.Code.MANAGER_SET))).isEmpty();
        assertThat(Statements.isTold(SomeEvents.milestone(Milestone.What.ENROLLED, "plans", null)))
                .isTrue();
    }
}
