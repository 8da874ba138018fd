package dev.fieldcert.benchmark;

import com.slack.api.Slack;
import com.slack.api.app_backend.SlackSignature;
import com.slack.api.bolt.App;
import com.slack.api.bolt.AppConfig;
import com.slack.api.bolt.jakarta_servlet.SlackAppServlet;
import com.slack.api.bolt.middleware.builtin.RequestVerification;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.catalina.Context;
import org.apache.catalina.startup.Tomcat;

/** What Bolt's own servlet takes on this machine: it verifies, acknowledges clicks, and does nothing else. */
public final class BareBolt {

    private BareBolt() {}

    public static void main(String[] args) throws Exception {
        String secret = args[0];
        App app = new App(
                AppConfig.builder().signingSecret(secret).build(),
                Slack.getInstance(),
                List.of(new RequestVerification(new SlackSignature.Verifier(new SlackSignature.Generator(secret)))));
        app.blockAction(Pattern.compile(".*"), (request, context) -> context.ack());
        Tomcat tomcat = new Tomcat();
        Path folder = Files.createTempDirectory("bare-bolt");
        tomcat.setBaseDir(folder.toString());
        tomcat.setPort(0);
        tomcat.getConnector().setProperty("address", "127.0.0.1");
        Context context = tomcat.addContext("", folder.toString());
        Tomcat.addServlet(context, "slack", new SlackAppServlet(app)).addMapping("/slack/events");
        tomcat.start();
        System.out.println("READY " + tomcat.getConnector().getLocalPort());
        while (System.in.read() >= 0) {
            // Lives as long as whoever measures it.
            continue;
        }
        System.exit(0);
    }
}
