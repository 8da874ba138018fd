package dev.fieldcert.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** Answers uploads that the server rejected before they reached a controller. */
@ControllerAdvice
class UploadProblems {

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return Publication.page(
                HttpStatus.CONTENT_TOO_LARGE,
                VerifyPage.form("The file is larger than 1 MB, which is too large for a badge."));
    }

    /** Answers an incomplete upload; also a malformed form, and text in place of a file. */
    @ExceptionHandler({MultipartException.class, InvalidParameterException.class, TypeMismatchException.class})
    ResponseEntity<String> damaged() {
        return Publication.page(HttpStatus.BAD_REQUEST, VerifyPage.form("The upload was incomplete. Try again."));
    }
}
