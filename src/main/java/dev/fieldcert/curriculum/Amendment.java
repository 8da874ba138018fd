package dev.fieldcert.curriculum;

import dev.fieldcert.curriculum.question.Answer;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Rekeyed;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.Wording;
import java.util.List;

/**
 * A decision about one question, made after its file was written. It applies to the wording that was decided on, in
 * every version of the program that has this wording. Once the file has another wording, the file alone applies.
 */
public sealed interface Amendment {

    String course();

    String question();

    /** Whether the amendment is about this version of the question, as read from its file. */
    default boolean isAbout(Question filed) {
        return wording().equals(Wording.of(filed));
    }

    /** Identifies the wording that the decision is about; computed by {@link Wording}. */
    String wording();

    /** Returns the question with this amendment applied, or unchanged if the amendment does not change its content. */
    default Question amended(Question before) {
        return before;
    }

    /** Applies those of the amendments that are about the question, oldest first. */
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

    /** Escapes a plain sentence so that CommonMark shows every character literally. */
    static String literally(String sentence) {
        return sentence.replaceAll("\\p{Punct}", "\\\\$0").replaceAll("\\s+", " ");
    }

    /** The question is no longer drawn. A learner who already has it on the screen can still answer it. */
    record Withdrawn(String course, String question, String wording) implements Amendment {}

    /** @param explanation replaces the explanation of the old key; CommonMark */
    record OtherKey(String course, String question, String wording, Answer key, String explanation)
            implements Amendment {

        @Override
        public Question amended(Question before) {
            return Rekeyed.of(before, key, explanation).orElse(before);
        }
    }

    /**
     * One more text is accepted. It stays accepted even if the file's list of accepted texts changes.
     *
     * @param wording the hash of what is asked, without the accepted texts
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
