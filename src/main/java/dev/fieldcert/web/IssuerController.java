package dev.fieldcert.web;

import dev.fieldcert.badge.credential.Issuer;
import dev.fieldcert.badge.credential.IssuerProfile;
import dev.fieldcert.badge.credential.SigningKeys;
import dev.fieldcert.badge.credential.StrictJson;
import jakarta.json.JsonObject;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The issuer and all of its public keys, readable by verifiers in any browser. */
@RestController
class IssuerController {

    private final Issuer issuer;
    private final SigningKeys keys;

    IssuerController(Issuer issuer, SigningKeys keys) {
        this.issuer = issuer;
        this.keys = keys;
    }

    @GetMapping("/badges/issuer")
    ResponseEntity<String> profile() {
        return json(IssuerProfile.complete(issuer, keys.published()));
    }

    @GetMapping({"/badges/jwks.json", "/.well-known/jwks.json"})
    ResponseEntity<String> keySet() {
        return json(keys.published().jwks(issuer));
    }

    @GetMapping("/badges/keys/{thumbprint}")
    ResponseEntity<String> key(@PathVariable String thumbprint) {
        return keys.published()
                .json(thumbprint)
                .map(IssuerController::json)
                .orElseGet(() -> Publication.page(HttpStatus.NOT_FOUND, NoticePage.notFound()));
    }

    private static ResponseEntity<String> json(JsonObject document) {
        return Publication.headers(HttpStatus.OK)
                .contentType(MediaType.APPLICATION_JSON)
                .header("Access-Control-Allow-Origin", "*")
                .cacheControl(CacheControl.maxAge(Duration.ofMinutes(10)).cachePublic())
                .body(StrictJson.writeIndented(document));
    }
}
