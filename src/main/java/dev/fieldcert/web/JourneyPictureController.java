package dev.fieldcert.web;

import dev.fieldcert.slack.webapi.Pictures;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Serves the pictures in App Homes to Slack, each at an unguessable address without a name. */
@RestController
class JourneyPictureController {

    private final Pictures pictures;

    JourneyPictureController(Pictures pictures) {
        this.pictures = pictures;
    }

    @GetMapping("/pictures/{address:[0-9a-f-]{36}}.png")
    ResponseEntity<byte[]> picture(@PathVariable String address) {
        return pictures.at(address)
                .map(png -> Publication.headers(HttpStatus.OK)
                        .contentType(MediaType.IMAGE_PNG)
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .body(png))
                .orElseGet(() -> Publication.headers(HttpStatus.NOT_FOUND).build());
    }
}
