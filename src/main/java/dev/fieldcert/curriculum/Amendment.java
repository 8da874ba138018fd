package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Rekeyed;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.Wording;
import java.util.List;

/**
 * What was decided about one question since its file was written. It holds for the wording it was decided about, in whatever
 * version of the program that is; once the file changes, the file is right.
 */
public sealed interface Amendment {

    String course();

    String question();

    /** Whether it is about this version of the question, as its file has it. */
    default boolean isAbout(Question filed) {
        return wording().equals(Wording.of(filed));
    }

    /** As {@link Wording} tells it. */
    String wording();

    /** The question as it is from then on. */
    default Question amended(Question before) {
        return before;
    }

    /** A question as it is with these, oldest first. */
    static Question amended(Question filed, String course, List<Amendment> amendments) {
        Question now = filed;
        for (Amendment amendment : amendments) {
            if (amendment.course().equals(course)
                    && amendment.question().equals(filed.id())
                    && amendment.isAbout(filed)) {
                now = amendment.amended(now);
            }
        }
        return now;
    }

    /** A plain sentence as CommonMark that shows it letter by letter. */
    static String literally(String sentence) {
        return sentence.replaceAll("\\p{Punct}", "\\\\$0").replaceAll("\\s+", " ");
    }

    /** Not drawn any more. Whoever has it before them still answers it. */
    record Withdrawn(String course, String question, String wording) implements Amendment {}

    /** @param explanation in place of the one for the old key, as CommonMark */
    record OtherKey(String course, String question, String wording, Answer key, String explanation)
            implements Amendment {

        @Override
        public Question amended(Question before) {
            return Rekeyed.of(before, key, explanation).orElse(before);
        }
    }

    /**
     * One more text is accepted. It stays so whatever else the file comes to accept.
     *
     * @param wording of what is asked alone
     */
    record AlsoAccepts(String course, String question, String wording, String variant) implements Amendment {

        @Override
        public boolean isAbout(Question filed) {
            return filed instanceof ShortAnswer && wording.equals(Wording.asked(filed));
        }

        @Override
        public Question amended(Question before) {
            return Rekeyed.of(before, new Answer.Written(variant), before.explanation())
                    .orElse(before);
        }
    }
}
