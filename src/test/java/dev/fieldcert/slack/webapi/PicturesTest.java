package dev.fieldcert.slack.webapi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import dev.fieldcert.conversation.SettableClock;
import dev.fieldcert.local.store.EmbeddedMongo;
import dev.fieldcert.slack.blockkit.Picture;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.data.mongodb.core.MongoTemplate;
import org.springframework.data.mongodb.core.SimpleMongoClientDatabaseFactory;

class PicturesTest {

    private static final byte[] PNG = {1, 2, 3};
    private static final Pictures.Drawing DRAWING = drawing("<svg>here</svg>");

    private final EmbeddedMongo mongo = EmbeddedMongo.inMemory();
    private final SlackFiles files = mock(SlackFiles.class);
    private final SettableClock clock = new SettableClock("2026-11-02T09:00:00Z");

    private static Pictures.Drawing drawing(String svg) {
        return new Pictures.Drawing("journey", "Your journey.", svg, () -> PNG);
    }

    private Pictures pictures(String publicUrl) {
        return new Pictures(
                new MongoTemplate(new SimpleMongoClientDatabaseFactory(mongo.uri("pictures"))),
                files,
                clock,
                new SlackSettings(
                        "xoxb-test", "secret", "", "", "", "", Duration.ofSeconds(10), Set.of(), "", publicUrl, 1, 1));
    }

    @AfterEach
    void close() {
        mongo.close();
    }

    @Test
    void withAPublicAddressEachDrawingHasOneOfItsOwnThatNobodyCanGuess() {
        Pictures pictures = pictures("https://cert.example.com/");

        Picture here = pictures.of(DRAWING).orElseThrow();
        Picture there = pictures.of(drawing("<svg>there</svg>")).orElseThrow();

        assertThat(here.url()).matches("https://cert\\.example\\.com/pictures/[0-9a-f-]{36}\\.png");
        assertThat(pictures.of(DRAWING)).contains(here);
        assertThat(there.url()).isNotEqualTo(here.url());
        assertThat(pictures.at(here.url().replaceAll(".*/|\\.png", ""))).contains(PNG);
        assertThat(pictures.at("00000000-0000-0000-0000-000000000000")).isEmpty();
        verifyNoInteractions(files);
    }

    @Test
    void anAddressThatSlackCannotFetchFromMeansUploadingOnce() {
        when(files.keep(any(), any(), any())).thenReturn("F1");
        Pictures pictures = pictures("http://localhost:8080");

        assertThat(pictures.isNew(DRAWING)).isTrue();
        assertThat(pictures.of(DRAWING)).contains(new Picture("F1", null, "Your journey."));
        assertThat(pictures("").of(DRAWING)).contains(new Picture("F1", null, "Your journey."));

        assertThat(pictures.isNew(DRAWING)).isFalse();
        verify(files, times(1)).keep(any(), any(), any());
    }

    @Test
    void whatSlackIsStillProcessingIsShownInAMoment() {
        when(files.keep(any(), any(), any())).thenReturn("F1");
        when(files.state("F1")).thenReturn(SlackFiles.State.PROCESSING);
        when(files.await("F1")).thenReturn(SlackFiles.State.PROCESSING, SlackFiles.State.READY);
        Pictures pictures = pictures("");
        pictures.of(DRAWING);

        assertThat(pictures.refused(DRAWING)).isTrue();
        assertThat(pictures.instead("F1")).contains("F1");

        verify(files, times(1)).keep(any(), any(), any());
    }

    @Test
    void whatSlackWillNotShowIsMadeAnewOnceAndThenGivenARest() {
        when(files.keep(any(), any(), any())).thenReturn("F1", "F2", "F3");
        when(files.state(any())).thenReturn(SlackFiles.State.GONE);
        Pictures pictures = pictures("");
        pictures.of(DRAWING);

        assertThat(pictures.instead("F1")).contains("F2");
        assertThat(pictures.instead("F1")).as("by another message meanwhile").contains("F2");
        assertThat(pictures.instead("F2")).isEmpty();
        pictures.rest();

        assertThat(pictures.of(DRAWING)).isEmpty();
        clock.advance(Duration.ofMinutes(6));
        assertThat(pictures.of(DRAWING)).contains(new Picture("F3", null, "Your journey."));
    }

    @Test
    void aHomesPictureIsMadeAnewOnceAndThenGivenARest() {
        when(files.keep(any(), any(), any())).thenReturn("F1", "F2");
        when(files.state(any())).thenReturn(SlackFiles.State.READY);
        Pictures pictures = pictures("");
        pictures.of(DRAWING);

        assertThat(pictures.refused(DRAWING)).isTrue();
        assertThat(pictures.of(DRAWING)).contains(new Picture("F2", null, "Your journey."));
        assertThat(pictures.refused(DRAWING)).isFalse();

        assertThat(pictures.of(DRAWING)).isEmpty();
    }
}
