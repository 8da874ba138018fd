package dev.fieldcert.web;

import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.beans.TypeMismatchException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.multipart.MaxUploadSizeExceededException;
import org.springframework.web.multipart.MultipartException;

/** An upload that the server refused before any controller saw it. */
@ControllerAdvice
class UploadProblems {

    @ExceptionHandler(MaxUploadSizeExceededException.class)
    ResponseEntity<String> tooLarge() {
        return Publication.page(
                HttpStatus.CONTENT_TOO_LARGE, VerifyPage.form("The file is larger than 1 MB, which is too large for a badge."));
    }

    /** Including a malformed form, or text where a file belongs. */
    @ExceptionHandler({MultipartException.class, InvalidParameterException.class, TypeMismatchException.class})
    ResponseEntity<String> damaged() {
        return Publication.page(HttpStatus.BAD_REQUEST, VerifyPage.form("The upload was incomplete. Try again."));
    }
}
