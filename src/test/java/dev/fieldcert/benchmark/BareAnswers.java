package dev.fieldcert.benchmark;

import com.google.gson.Gson;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.ReplaceOptions;
import com.mongodb.client.model.Updates;
import com.slack.api.Slack;
import com.slack.api.SlackConfig;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.app_backend.interactive_components.payload.BlockActionPayload;
import com.slack.api.methods.MethodsClient;
import com.slack.api.methods.SlackApiException;
import com.slack.api.model.block.Blocks;
import com.slack.api.model.block.LayoutBlock;
import com.slack.api.model.block.composition.BlockCompositions;
import com.slack.api.model.block.element.BlockElements;
import com.slack.api.util.json.GsonFactory;
import dev.fieldcert.local.store.EmbeddedMongo;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;
import org.bson.Document;

/**
 * The floor of an answer: the least program with the same libraries, embedded store and stand-in that does what must be done
 * for one. It verifies the click and keeps it (that is when it acknowledges); it reads the learner's document, saves it with
 * its next version, adds the answer, replaces one message, posts one, and closes the click. It decides nothing, retries
 * nothing, and loses what it was doing when it is killed.
 */
public final class BareAnswers extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final String LONG_TEXT =
            "Which question, asked in the first quarter of an hour, finds out most about"
                    + " where a first project could begin? ";
    /** As many answers as a learner's document holds in the middle of FieldCert's own run. */
    private static final int ANSWERS_IN_A_DOCUMENT = 10;

    private final transient SlackSignature.Verifier verifier;
    private final transient MethodsClient slack;
    private final transient MongoCollection<Document> inbox;
    private final transient MongoCollection<Document> learners;
    private final transient MongoCollection<Document> answers;
    private final transient ExecutorService workers = Executors.newFixedThreadPool(8);
    private final transient Gson gson = GsonFactory.createSnakeCase();

    private BareAnswers(String secret, String apiUrl, MongoDatabase database) {
        this.verifier = new SlackSignature.Verifier(new SlackSignature.Generator(secret));
        SlackConfig config = new SlackConfig();
        config.setMethodsEndpointUrlPrefix(apiUrl);
        config.setStatsEnabled(false);
        this.slack = Slack.getInstance(config).methods("xoxb-benchmark");
        this.inbox = database.getCollection("inbox");
        this.learners = database.getCollection("learners");
        this.answers = database.getCollection("answers");
    }

    public static void main(String[] args) throws Exception {
        EmbeddedMongo mongo = EmbeddedMongo.inMemory();
        MongoClient client = MongoClients.create(mongo.uri("bare"));
        BareAnswers servlet = new BareAnswers(args[0], args[1], client.getDatabase("bare"));
        Tomcat tomcat = new Tomcat();
        Path folder = Files.createTempDirectory("bare-answers");
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "slack", servlet).addMapping("/slack/events");
        tomcat.start();
        System.out.println("READY " + tomcat.getConnector().getLocalPort());
        while (System.in.read() >= 0) {
            // Lives as long as whoever measures it.
            continue;
        }
        Runtime.getRuntime().halt(0);
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String body = new String(request.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        String timestamp = request.getHeader("X-Slack-Request-Timestamp");
        if (!verifier.isValid(timestamp, body, request.getHeader("X-Slack-Signature"))) {
            response.setStatus(401);
            return;
        }
        String id = UUID.randomUUID().toString();
        inbox.insertOne(new Document("_id", id).append("body", body).append("open", true));
        workers.execute(() -> answer(id, body));
    }

    private void answer(String id, String body) {
        try {
            BlockActionPayload click = gson.fromJson(
                    URLDecoder.decode(body.substring("payload=".length()), StandardCharsets.UTF_8),
                    BlockActionPayload.class);
            String person = click.getUser().getId();
            Document learner = learners.find(Filters.eq(person)).first();
            Document next = learner == null ? new Document("_id", person).append("version", 0) : learner;
            int version = next.getInteger("version");
            List<Document> given = new ArrayList<>(next.getList("answers", Document.class, List.of()));
            Document answer = new Document("_id", UUID.randomUUID().toString())
                    .append("learner", person)
                    .append("value", click.getActions().get(0).getValue())
                    .append("text", LONG_TEXT)
                    .append("at", Date.from(Instant.now()));
            given.add(answer);
            next.append("answers", given.subList(Math.max(0, given.size() - ANSWERS_IN_A_DOCUMENT), given.size()))
                    .append("version", version + 1);
            learners.replaceOne(
                    Filters.and(Filters.eq(person), Filters.eq("version", version)),
                    next,
                    new ReplaceOptions().upsert(version == 0));
            answers.insertOne(answer);
            String channel = click.getChannel().getId();
            slack.chatUpdate(update -> update.channel(channel)
                    .ts(click.getContainer().getMessageTs())
                    .text("Answered")
                    .blocks(message(false)));
            slack.chatPostMessage(post -> post.channel(channel)
                    .text("Next question")
                    .unfurlLinks(false)
                    .blocks(message(true)));
            inbox.updateOne(Filters.eq(id), Updates.unset("open"));
        } catch (IOException | SlackApiException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<LayoutBlock> message(boolean open) {
        List<LayoutBlock> blocks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            blocks.add(Blocks.section(section -> section.text(BlockCompositions.markdownText(LONG_TEXT))));
        }
        if (open) {
            blocks.add(Blocks.actions(actions -> actions.elements(List.of(
                    BlockElements.button(button -> button.actionId("answer:1")
                            .text(BlockCompositions.plainText("A"))
                            .value("a1|1|a")),
                    BlockElements.button(button -> button.actionId("answer:2")
                            .text(BlockCompositions.plainText("B"))
                            .value("a1|1|b"))))));
        }
        return blocks;
    }
}
