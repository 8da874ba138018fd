package dev.fieldcert.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.when;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedVisitTest {

    @ParameterizedTest
    @CsvSource({
        "404, No badge here",
        "405, That request isn’t valid",
        "400, That request isn’t valid",
        "500, That didn’t work",
        "503, That didn’t work"
    })
    void eachFailureHasAPageOfItsOwnAndItsStatus(int status, String title) {
        HttpServletRequest request = mock(HttpServletRequest.class);
        when(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE)).thenReturn(status);

        var answer = new FailedVisit().page(request);

        assertThat(answer.getStatusCode().value()).isEqualTo(status);
        assertThat(answer.getBody()).contains("<h1>" + title + "</h1>");
    }

    @Test
    void askedForDirectlyItIsNoPage() {
        assertThat(new FailedVisit()
                        .page(mock(HttpServletRequest.class))
                        .getStatusCode()
                        .value())
                .isEqualTo(404);
    }
}
