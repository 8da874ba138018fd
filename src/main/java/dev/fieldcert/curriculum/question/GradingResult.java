package dev.fieldcert.curriculum.question;

import java.util.List;

/**
 * The mark of one answer, with all a learner needs to learn from it. Texts are CommonMark.
 *
 * @param score 0 (wrong) to 1 (right); between them where the kind gives partial credit
 * @param given the answer as a reader would say it
 * @param correct the right answer as a reader would say it
 * @param remarks a word on each mistake worth one (why what was chosen is wrong, how it is spelled)
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
