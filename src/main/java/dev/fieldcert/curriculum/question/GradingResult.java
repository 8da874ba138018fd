package dev.fieldcert.curriculum.question;

import java.util.List;

/**
 * The grade of one answer, with everything that a learner is told about it. Texts are CommonMark.
 *
 * @param score 0 (wrong) to 1 (right); between them if the kind gives partial credit
 * @param given the answer in words
 * @param correct the right answer in words
 * @param remarks comments on mistakes that need one (why a choice is wrong, how a word is spelled)
 * @param explanation why the right answer is right
 */
public record GradingResult(double score, String given, String correct, List<String> remarks, String explanation) {

    public GradingResult {
        if (score < 0 || score > 1) {
            throw new IllegalArgumentException("A score lies between 0 and 1, not at " + score);
        }
        remarks = List.copyOf(remarks);
    }

    public boolean isRight() {
        return score >= 1;
    }
}
