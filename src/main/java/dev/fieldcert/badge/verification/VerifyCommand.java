package dev.fieldcert.badge.verification;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** The command {@code verify <file>}. */
public final class VerifyCommand {

    private static final String USAGE = """
            usage: verify <file> [--email <address>]

            Verifies an Open Badge 3.0: a JSON credential, a signed token (.jwt, .jws), or a PNG or SVG picture
            with one in it. Nothing is fetched; what only the issuer could say is named as not checked.

            Exit codes: 0 valid, 1 not valid, 2 nothing to verify, 3 revoked, 4 sound but the issuer is unproven,
            5 could not be verified.
            """;

    private final BadgeVerifier verifier;
    private final Instant now;

    public VerifyCommand(BadgeVerifier verifier, Instant now) {
        this.verifier = verifier;
        this.now = now;
    }

    /**
     * @param args the arguments after {@code verify}
     * @return exit code: 0 valid, 1 not valid, 2 nothing to verify, 3 revoked but otherwise valid, 4 sound but the
     *     issuer is unproven, 5 could not be verified
     */
    public int run(String[] args, PrintStream out) {
        boolean withEmail = args.length == 3 && args[1].equals("--email");
        if (args.length != 1 && !withEmail) {
            out.print(USAGE);
            return 2;
        }
        byte[] file;
        try (InputStream stream = Files.newInputStream(Path.of(args[0]))) {
            file = stream.readNBytes(BadgeVerifier.MAX_BYTES + 1);
        } catch (IOException | java.nio.file.InvalidPathException e) {
            out.println("Cannot read " + args[0] + ".");
            return 2;
        }
        Report report = verifier.verify(file, now, withEmail ? Optional.of(args[2]) : Optional.empty());
        print(report, out);
        return code(report);
    }

    private static int code(Report report) {
        return switch (report.grading()) {
            case VALID -> 0;
            case VALID_AS_FAR_AS_CHECKED ->
                report.check(Check.Subject.ISSUER).outcome() == Check.Outcome.PASSED ? 0 : 4;
            case UNKNOWN -> 5;
            case NOT_VALID ->
                report.failed().stream().allMatch(check -> check.subject() == Check.Subject.STATUS) ? 3 : 1;
        };
    }

    private static void print(Report report, PrintStream out) {
        if (report.claims().isEmpty()) {
            report.failed().forEach(check -> out.println(plain(check.words())));
            return;
        }
        report.claims()
                .ifPresent(claims -> out.println("“" + plain(claims.badge()) + "” of " + plain(claims.issuer())));
        for (Check check : report.checks()) {
            out.printf(
                    "%-12s %-19s %s%n", sign(check.outcome()), check.subject().title(), plain(check.words()));
        }
        out.println(
                switch (report.grading()) {
                    case VALID -> "This badge is valid.";
                    case VALID_AS_FAR_AS_CHECKED ->
                        "This badge is valid as far as it can be checked without its issuer.";
                    case UNKNOWN -> "This badge could not be verified.";
                    case NOT_VALID -> "This badge is not valid.";
                });
    }

    private static String sign(Check.Outcome outcome) {
        return switch (outcome) {
            case PASSED -> "passed";
            case FAILED -> "FAILED";
            case NOT_CHECKED -> "not checked";
        };
    }

    /** Removes control characters, so that a stranger's text cannot move the cursor or recolor the terminal. */
    private static String plain(String text) {
        return text.replaceAll("\\p{Cntrl}", " ");
    }
}
