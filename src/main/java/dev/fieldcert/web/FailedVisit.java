package dev.fieldcert.web;

import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.boot.webmvc.error.ErrorController;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.RequestMapping;

/** The error page. Requested directly, it responds “not found”. */
@Controller
class FailedVisit implements ErrorController {

    @RequestMapping("${server.error.path:/error}")
    ResponseEntity<String> page(HttpServletRequest request) {
        HttpStatus status = Optional.ofNullable(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE))
                .map(code -> HttpStatus.resolve((Integer) code))
                .orElse(HttpStatus.NOT_FOUND);
        if (status.is5xxServerError()) {
            return Publication.page(status, NoticePage.failed());
        }
        return Publication.page(status, status == HttpStatus.NOT_FOUND ? NoticePage.notFound() : NoticePage.refused());
    }
}
