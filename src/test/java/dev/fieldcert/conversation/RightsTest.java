package dev.fieldcert.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.fieldcert.learner.Learners;
import dev.fieldcert.learner.enrollment.EnrollLearner;
import dev.fieldcert.local.workspace.state.PersonSpec;
import dev.fieldcert.outbox.OutboxRelay;
import dev.fieldcert.slack.admin.rights.Erasure;
import dev.fieldcert.slack.work.AdminWork;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bson.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.data.mongodb.core.MongoTemplate;

/** {@code /cert my-data} and {@code /cert forget-me}. */
class RightsTest {

    @RegisterExtension
    static final FieldCert FIELD_CERT = FieldCert.start();

    private Person boss;
    private Scholar iris;

    @BeforeEach
    void aLearnerWithAPast() {
        boss = FIELD_CERT.hires(PersonSpec.named("boss").asAdmin());
        // Not a name of hexadecimal digits: a hash may hold one by chance, and traces() would find it there.
        iris = FIELD_CERT.scholar("iris");
        boss.types("/cert-admin role " + at(boss) + " admin");
    }

    private void aPast() {
        iris.person().types("/cert enroll applying-devops").goesToTheBot();
        iris.learnsTheCourse("applying-devops").passesTheCheck();
        iris.person().types("/cert feedback My own words about this, by " + handle(iris.person()));
        boss.types("/cert-admin cohort " + at(iris.person()) + " spring");
    }

    private static String handle(Person person) {
        return person.client().user().get("name").getAsString();
    }

    private static String at(Person person) {
        return "@" + handle(person);
    }

    private static String email(Person person) {
        return person.client().user().getAsJsonObject("profile").get("email").getAsString();
    }

    /** What was uploaded to somebody's DM under this name. */
    private static String file(Person person, String name) throws IOException, InterruptedException {
        List<JsonObject> messages = new ArrayList<>(person.client().directMessages());
        for (JsonObject message : messages) {
            if (message.has("files")) {
                JsonObject file = message.getAsJsonArray("files").get(0).getAsJsonObject();
                if (file.get("name").getAsString().equals(name)) {
                    return get(file.get("url_private_download").getAsString());
                }
            }
        }
        throw new AssertionError("No file " + name + " in " + messages.size() + " messages");
    }

    private static String get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .header(
                        "Authorization",
                        "Bearer " + FIELD_CERT.workspace().settings().botToken())
                .build();
        return HttpClient.newHttpClient()
                .send(request, HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8))
                .body();
    }

    @Test
    void aLearnerGetsEverythingAboutThemAsAPageAndAsJson() throws Exception {
        aPast();

        iris.person().types("/cert my-data").goesToTheBot();
        AdminWork.isDone(FIELD_CERT);

        JsonObject json =
                JsonParser.parseString(file(iris.person(), "my-data.json")).getAsJsonObject();
        assertThat(json.get("person").getAsString()).isEqualTo(iris.id());
        assertThat(json.getAsJsonArray("learner")).hasSize(1);
        assertThat(json.getAsJsonArray("answers")).isNotEmpty();
        assertThat(json.getAsJsonArray("attempts")).hasSize(1);
        assertThat(json.getAsJsonArray("awards")).hasSize(1);
        assertThat(json.getAsJsonArray("feedback").toString()).contains("My own words about this");
        assertThat(json.getAsJsonArray("audit").toString()).contains("\"subject\":\"spring\"");
        assertThat(file(iris.person(), "my-data.html"))
                .contains(
                        "What FieldCert knows about you",
                        "Slack gives FieldCert your name",
                        "You’re in the cohort “spring”",
                        "My own words about this",
                        email(iris.person()))
                .doesNotContain("kind_");
    }

    @Test
    void somebodyWhoIsNoLearnerGetsAnEmptyRecord() throws Exception {
        Person nobody = FIELD_CERT.hires("nobody");

        nobody.types("/cert my-data");
        AdminWork.isDone(FIELD_CERT);

        assertThat(JsonParser.parseString(file(nobody, "my-data.json"))
                        .getAsJsonObject()
                        .getAsJsonArray("answers"))
                .isEmpty();
    }

    @Test
    void erasureIsAskedForConfirmedByAnAdminAndLeavesNothingOfThePerson() {
        aPast();
        String name = handle(iris.person());
        String email = email(iris.person());
        long answers = mongo().getCollection("answers").countDocuments();
        assertThat(traces(iris.id(), name, email)).isNotEmpty();

        iris.person().types("/cert forget-me").clicks("Ask for erasure");
        assertThat(iris.person().sees()).contains("asked an admin");
        assertThat(FIELD_CERT.bean(Learners.class).find(iris.id())).isPresent();
        boss.goesToTheBot();
        assertThat(boss.sees()).contains("Someone asked to have their data erased", name);
        boss.clicks("Review the request").clicks("Erase for good");
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.sees()).contains("I’ve erased all personal data", "erased-");
        assertThat(iris.person().goesToTheBot().sees()).contains("I’ve erased everything I had about you");
        assertThat(traces(iris.id(), name, email)).isEmpty();
        assertThat(mongo().getCollection("answers").countDocuments()).isEqualTo(answers);
        assertThat(mongo().getCollection("audit").find().into(new ArrayList<Document>()))
                .anyMatch(entry -> "erased"
                                .equalsIgnoreCase(
                                        entry.get("what", Document.class).getString("code"))
                        && entry.getString("by").equals(boss.id())
                        && entry.getString("why").equals("at their own request"));
    }

    @Test
    void whoDidNotAskIsErasedByAFormWithAReasonThatNamesNobody() {
        aPast();
        String name = handle(iris.person());
        boss.opensHome().clicks("Admin").clicks("A person’s record");
        boss.picks("Who", iris.id()).chooses("What to do", "Erase everything").submits();
        assertThat(boss.seesInModal()).contains("They did *not* ask for this", "for good");

        boss.enters("Reason", "Works council: " + name + ", " + email(iris.person()))
                .submits();
        assertThat(FIELD_CERT.bean(Learners.class).find(iris.id())).isPresent();
        boss.ticks("I’m sure. I know nobody can bring it back.").submits();
        assertThat(boss.seesInModal()).contains("I’ll let you know in our DM");
        AdminWork.isDone(FIELD_CERT);

        assertThat(boss.goesToTheBot().sees()).contains("I’ve erased all personal data", "erased-");
        assertThat(iris.person().goesToTheBot().sees()).contains("I’ve erased everything I had about you");
        assertThat(traces(iris.id(), name, email(iris.person()))).isEmpty();
        assertThat(mongo().getCollection("audit").find().into(new ArrayList<Document>()))
                .anyMatch(entry -> "erased"
                                .equalsIgnoreCase(
                                        entry.get("what", Document.class).getString("code"))
                        && entry.getString("why").startsWith("by an admin’s decision: Works council: erased-"));
    }

    @Test
    void theWholeNameIsSweptFromTheReasonNotOnlyWhatSlackCallsThem() {
        Person yuki = FIELD_CERT.hires(PersonSpec.named("yuki").withRealName("Yuki Mori"));
        FIELD_CERT
                .bean(OutboxRelay.class)
                .deliver(FIELD_CERT.bean(EnrollLearner.class).enroll(yuki.id(), "applying-devops", boss.id(), null));
        boss.opensHome().clicks("Admin").clicks("A person’s record");
        boss.picks("Who", yuki.id()).chooses("What to do", "Erase everything").submits();

        boss.enters("Reason", "asked by Yuki Mori by phone")
                .ticks("I’m sure. I know nobody can bring it back.")
                .submits();
        AdminWork.isDone(FIELD_CERT);

        assertThat(mongo().getCollection("audit").find().into(new ArrayList<Document>()))
                .filteredOn(entry -> String.valueOf(entry.getString("why")).contains("by phone"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.getString("why"))
                        .matches(".*asked by erased-\\S+ by phone.*")
                        .doesNotContain("Mori"));
    }

    /** Whoever ran things is forgotten as well: as manager, delegate, admin, and chooser of channels. */
    @Test
    void anErasedManagerAndAdminLeavesNothingInWhatTheyDidForOthers() {
        aPast();
        Person mia = FIELD_CERT.hires("mia");
        Person linus = FIELD_CERT.hires("linus");
        boss.types("/cert-admin role " + at(mia) + " admin");
        boss.types("/cert-admin manager " + at(iris.person()) + " " + at(mia));
        mia.types("/cert delegate " + at(linus));
        boss.types("/cert-admin manager " + at(linus) + " " + at(boss));
        mia.types("/cert-admin attempt " + at(iris.person()) + " use-case-ci because");
        mia.types("/cert-admin announce #field-certification path pipeline");
        mia.types("/cert-admin announce quiet");
        mia.types("/cert-admin role " + at(linus) + " author");
        mia.types("/cert-admin enroll-csv")
                .enters("Or the list as text", "email,course\n" + email(linus) + ",forecasting");
        mia.submits();
        AdminWork.isDone(FIELD_CERT);
        mia.opensHome();
        assertThat(traces(mia.id(), handle(mia), email(mia))).isNotEmpty();

        boss.types("/cert-admin erase " + at(mia)).clicks("Erase for good");
        AdminWork.isDone(FIELD_CERT);

        assertThat(traces(mia.id(), handle(mia), email(mia))).isEmpty();
        assertThat(FIELD_CERT.learner(iris.person()).profile().manager()).isEmpty();
    }

    @Test
    void aRequestCanBeWithdrawnAndIsAskedOnce() {
        aPast();
        iris.person().types("/cert forget-me").clicks("Ask for erasure");
        iris.person().types("/cert forget-me");
        assertThat(iris.person().sees()).contains("An admin still has to confirm it");

        iris.person().clicks("Cancel the request");

        boss.types("/cert-admin erase");
        assertThat(boss.sees()).contains("No erasure requests are waiting");
        assertThat(FIELD_CERT.bean(Learners.class).find(iris.id())).isPresent();
    }

    @Test
    void aLearnerCannotEraseAnybodyWithAnAdminsButton() {
        aPast();
        Person eve = FIELD_CERT.hires("eve");
        boss.types("/cert-admin erase " + at(iris.person()));

        eve.click(boss.button("Erase for good"));
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.bean(Learners.class).find(iris.id())).isPresent();
        assertThat(eve.seesMessages()).anyMatch(message -> message.contains("Only program admins can use"));
    }

    /** A form that a learner has no right to: of an admin who is none any more, filled in to the last box. */
    @Test
    void aLearnerCannotEraseAnybodyWithAnAdminsForm() {
        aPast();
        Person eve = FIELD_CERT.hires("eve");
        boss.types("/cert-admin role " + at(eve) + " admin");
        eve.opensHome().clicks("Admin").clicks("A person’s record");
        eve.picks("Who", iris.id()).chooses("What to do", "Erase everything").submits();
        eve.enters("Reason", "Spite").ticks("I’m sure. I know nobody can bring it back.");
        boss.types("/cert-admin role " + at(eve) + " none");

        eve.submits();
        AdminWork.isDone(FIELD_CERT);

        assertThat(FIELD_CERT.bean(Learners.class).find(iris.id())).isPresent();
        assertThat(eve.goesToTheBot().sees()).contains("Only program admins can use");
    }

    @Test
    void whoHasLeftIsForgottenWhenTheRetentionPeriodIsOver() {
        aPast();
        iris.person().client().leavesTheCompany();
        FIELD_CERT.settle();
        Erasure erasure = FIELD_CERT.bean(Erasure.class);

        FIELD_CERT.clock().advance(Duration.ofDays(700));
        assertThat(erasure.eraseWhatIsOver(FIELD_CERT.clock().instant())).isZero();
        FIELD_CERT.clock().advance(Duration.ofDays(60));
        assertThat(erasure.eraseWhatIsOver(FIELD_CERT.clock().instant())).isEqualTo(1);

        assertThat(traces(iris.id(), handle(iris.person()), email(iris.person())))
                .isEmpty();
    }

    private static MongoTemplate mongo() {
        return FIELD_CERT.bean(MongoTemplate.class);
    }

    /** Every document of any collection that still has one of these in it. */
    private static List<String> traces(String... marks) {
        List<String> traces = new ArrayList<>();
        for (String collection : mongo().getCollectionNames()) {
            mongo().getCollection(collection).find().forEach(document -> {
                String json = document.toJson();
                for (String mark : marks) {
                    if (json.contains(mark)) {
                        traces.add(collection + ": " + mark + " in " + json);
                    }
                }
            });
        }
        return traces;
    }
}
