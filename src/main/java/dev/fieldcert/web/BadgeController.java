package dev.fieldcert.web;

import dev.fieldcert.badge.certificate.PrintedCertificate;
import dev.fieldcert.badge.credential.DataIntegrity;
import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.JwtProof;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.credential.StatusList;
import dev.fieldcert.badge.credential.StrictJson;
import dev.fieldcert.badge.picture.BadgePicture;
import dev.fieldcert.badge.records.Awards;
import dev.fieldcert.badge.records.GivenBadge;
import dev.fieldcert.curriculum.BadgeDefinition;
import dev.fieldcert.curriculum.Competency;
import dev.fieldcert.curriculum.Moment;
import dev.fieldcert.curriculum.Program;
import dev.fieldcert.curriculum.versions.Programs;
import dev.fieldcert.learner.Learner;
import dev.fieldcert.learner.Learners;
import jakarta.json.JsonObject;
import jakarta.servlet.http.HttpServletRequest;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * A badge's page, and its downloads for holders and verifiers. An unknown badge and an invalid id get the same
 * response.
 */
@RestController
class BadgeController {

    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private static final MediaType LINKED_DATA = MediaType.parseMediaType("application/ld+json");

    private final Awards awards;
    private final Learners learners;
    private final Programs programs;
    private final Issuer issuer;
    private final SigningKeys keys;
    private final VisitLimit limit;
    private final Visitors visitors;
    private final Clock clock;

    BadgeController(
            Awards awards,
            Learners learners,
            Programs programs,
            Issuer issuer,
            SigningKeys keys,
            VisitLimit limit,
            Visitors visitors,
            Clock clock) {
        this.awards = awards;
        this.learners = learners;
        this.programs = programs;
        this.issuer = issuer;
        this.keys = keys;
        this.limit = limit;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/badges/{id:[A-Za-z0-9_-]{20,100}}")
    ResponseEntity<String> page(@PathVariable String id, HttpServletRequest request) {
        Optional<Duration> wait = limit.visit(visitors.of(request));
        if (wait.isPresent()) {
            return VerifyController.tooMany(wait.get());
        }
        return awards.find(id)
                .filter(BadgeController::isWhole)
                .map(given -> Publication.page(HttpStatus.OK, BadgePage.render(shown(given))))
                .orElseGet(() -> Publication.page(HttpStatus.NOT_FOUND, NoticePage.notFound()));
    }

    /** False for the badge of an erased person: its signed forms are gone, so it is treated as not found. */
    private static boolean isWhole(GivenBadge given) {
        return given.issued().token() != null;
    }

    private PublicBadge shown(GivenBadge given) {
        Optional<Learner> holder = learners.find(given.learner());
        Optional<String> name = holder.filter(learner -> learner.preferences().publicName())
                .map(learner -> learner.profile().certificateName())
                .filter(known -> !known.isBlank());
        return new PublicBadge(
                given.award(),
                given.badge(),
                given.program(),
                issuer,
                given.standing(),
                name,
                holder.map(Learner::zone).orElse(ZoneOffset.UTC),
                alignments(given.badge(), programs.current()));
    }

    private static List<String> alignments(BadgeDefinition badge, Program program) {
        List<String> lines = new ArrayList<>();
        for (Competency competency : program.competencies()) {
            competency.behaviors().stream()
                    .filter(behavior -> badge.behaviors().contains(behavior.id()))
                    .forEach(behavior -> lines.add(competency.title() + ": " + behavior.title()));
        }
        for (Moment moment : program.moments()) {
            if (badge.moments().contains(moment.id())) {
                lines.add("Moment that matters: " + moment.title()
                        + (moment.inferred() && !badge.inferred() ? " (mapped by the program’s authors)" : ""));
            }
        }
        return lines;
    }

    @GetMapping("/badges/{id:[A-Za-z0-9_-]{20,100}}/{form:[a-z]+\\.[a-z]+}")
    ResponseEntity<byte[]> form(@PathVariable String id, @PathVariable String form, HttpServletRequest request) {
        // Only the certificate is limited, because it is drawn for each request. Everything else is stored, and Slack
        // itself fetches the pictures.
        if (form.equals("certificate.pdf") && limit.visit(visitors.of(request)).isPresent()) {
            return Publication.headers(HttpStatus.TOO_MANY_REQUESTS).body(new byte[0]);
        }
        Optional<GivenBadge> given = awards.find(id).filter(BadgeController::isWhole);
        if (given.isEmpty()) {
            return missing();
        }
        GivenBadge badge = given.get();
        switch (form) {
            case "picture.png":
                return file(MediaType.IMAGE_PNG, badge.issued().plainPng());
            case "picture.svg":
                return file(SVG, bytes(badge.issued().plainSvg()));
            case "badge.png":
                return file(MediaType.IMAGE_PNG, badge.issued().png());
            case "badge.svg":
                return file(SVG, bytes(badge.issued().svg()));
            case "credential.json":
                return credential(LINKED_DATA, badge.issued().json());
            case "credential.jwt":
                return credential(MediaType.TEXT_PLAIN, badge.issued().token());
            case "certificate.pdf":
                return file(MediaType.APPLICATION_PDF, certificate(badge));
            default:
                return missing();
        }
    }

    private byte[] certificate(GivenBadge given) {
        PublicBadge shown = shown(given);
        return PrintedCertificate.pdf(
                given.award(), given.badge(), given.program(), issuer, shown.holder(), shown.zone());
    }

    @GetMapping("/badges/definitions/{badge:[a-z0-9-]{1,80}}")
    ResponseEntity<String> definition(@PathVariable String badge) {
        return definition(
                        badge,
                        found -> Publication.page(HttpStatus.OK, BadgePage.definition(found, programs.current())))
                .orElseGet(() -> Publication.page(HttpStatus.NOT_FOUND, NoticePage.notFound()));
    }

    @GetMapping("/badges/definitions/{badge:[a-z0-9-]{1,80}}/picture.png")
    ResponseEntity<byte[]> definitionPicture(@PathVariable String badge) {
        return definition(
                        badge,
                        found -> file(
                                MediaType.IMAGE_PNG,
                                BadgePicture.png(found, programs.current().title(), 512)))
                .orElseGet(BadgeController::missing);
    }

    private <R> Optional<R> definition(String badge, Function<BadgeDefinition, R> render) {
        return programs.current().badge(badge).map(render);
    }

    /** Returns a status list as a signed token, or as JSON with a Data Integrity proof if the client accepts JSON. */
    @GetMapping("/badges/status/{list:[1-9][0-9]{0,3}}")
    ResponseEntity<byte[]> status(
            @PathVariable int list, @RequestHeader(name = "Accept", defaultValue = "*/*") String accept) {
        if (issuer.address().isEmpty()) {
            return missing();
        }
        Instant now = clock.instant();
        JsonObject credential = StatusList.credential(issuer, list, awards.revokedIndexes(), now);
        boolean json = accept.toLowerCase(Locale.ROOT).contains("json");
        String signed = json
                ? StrictJson.write(
                        DataIntegrity.sign(credential, keys.linkedData(), issuer.id(), now.minus(StatusList.EARLIER)))
                : JwtProof.sign(credential, keys, issuer);
        return forVerifiers()
                .contentType(json ? LINKED_DATA : MediaType.TEXT_PLAIN)
                .header("Vary", "Accept")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(5)).cachePublic())
                .body(bytes(signed));
    }

    /** Allows requests from other sites, because some verifiers run in browsers. */
    private static ResponseEntity.BodyBuilder forVerifiers() {
        return Publication.headers(HttpStatus.OK).header("Access-Control-Allow-Origin", "*");
    }

    private static ResponseEntity<byte[]> credential(MediaType type, String content) {
        return forVerifiers()
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(bytes(content));
    }

    private static ResponseEntity<byte[]> file(MediaType type, byte[] content) {
        return Publication.headers(HttpStatus.OK)
                .contentType(type)
                .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                .body(content);
    }

    private static ResponseEntity<byte[]> missing() {
        return Publication.headers(HttpStatus.NOT_FOUND).body(new byte[0]);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
