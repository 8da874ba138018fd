package dev.fieldcert.web;

import dev.fieldcert.badge.verification.BadgeVerifier;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;

/** Verifies badges that visitors submit. Neither stores nor logs anything about them. */
@RestController
class VerifyController {

    private final BadgeVerifier verifier;
    private final VisitLimit limit;
    private final Visitors visitors;
    private final Clock clock;

    VerifyController(BadgeVerifier verifier, VisitLimit limit, Visitors visitors, Clock clock) {
        this.verifier = verifier;
        this.limit = limit;
        this.visitors = visitors;
        this.clock = clock;
    }

    @GetMapping("/badges/verify")
    ResponseEntity<String> form() {
        return Publication.page(HttpStatus.OK, VerifyPage.form());
    }

    @PostMapping("/badges/verify")
    ResponseEntity<String> verify(
            @RequestParam(name = "file", required = false) MultipartFile file,
            @RequestParam(name = "text", defaultValue = "") String text,
            @RequestParam(name = "email", defaultValue = "") String email,
            HttpServletRequest request)
            throws IOException {
        Optional<Duration> wait = limit.visit(visitors.of(request));
        if (wait.isPresent()) {
            return tooMany(wait.get());
        }
        byte[] given = given(file, text);
        if (given.length == 0) {
            return Publication.page(
                    HttpStatus.BAD_REQUEST, VerifyPage.form("Choose a file or paste a credential first."));
        }
        Optional<String> holder = Optional.of(email).filter(address -> !address.isBlank());
        return Publication.page(HttpStatus.OK, VerifyPage.result(verifier.verify(given, clock.instant(), holder)));
    }

    @GetMapping("/badges/style.css")
    ResponseEntity<byte[]> style() throws IOException {
        try (InputStream style = VerifyController.class.getResourceAsStream("/badge/style.css")) {
            return Publication.headers(HttpStatus.OK)
                    .contentType(Publication.CSS)
                    .cacheControl(CacheControl.maxAge(Duration.ofHours(1)).cachePublic())
                    .body(style.readAllBytes());
        }
    }

    static ResponseEntity<String> tooMany(Duration wait) {
        ResponseEntity<String> page = Publication.page(HttpStatus.TOO_MANY_REQUESTS, NoticePage.tooManyRequests(wait));
        return ResponseEntity.status(page.getStatusCode())
                .headers(page.getHeaders())
                .header(
                        "Retry-After",
                        Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())))
                .body(page.getBody());
    }

    private static byte[] given(MultipartFile file, String text) throws IOException {
        return file == null || file.isEmpty() ? text.strip().getBytes(StandardCharsets.UTF_8) : file.getBytes();
    }
}
