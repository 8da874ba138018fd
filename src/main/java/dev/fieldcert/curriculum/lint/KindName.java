package dev.fieldcert.curriculum.lint;

import dev.fieldcert.curriculum.question.Matching;
import dev.fieldcert.curriculum.question.MultipleChoice;
import dev.fieldcert.curriculum.question.Numeric;
import dev.fieldcert.curriculum.question.Ordering;
import dev.fieldcert.curriculum.question.Question;
import dev.fieldcert.curriculum.question.Scenario;
import dev.fieldcert.curriculum.question.ShortAnswer;
import dev.fieldcert.curriculum.question.SingleChoice;
import dev.fieldcert.curriculum.question.Sorting;
import dev.fieldcert.curriculum.question.TrueFalse;
import dev.fieldcert.curriculum.question.Written;

/** The name of a question's kind, as written in its file. */
public final class KindName implements Question.Cases<String> {

    @Override
    public String singleChoice(SingleChoice question) {
        return "single-choice";
    }

    @Override
    public String multipleChoice(MultipleChoice question) {
        return "multiple-choice";
    }

    @Override
    public String trueFalse(TrueFalse question) {
        return "true-false";
    }

    @Override
    public String matching(Matching question) {
        return "matching";
    }

    @Override
    public String sorting(Sorting question) {
        return "sorting";
    }

    @Override
    public String ordering(Ordering question) {
        return "ordering";
    }

    @Override
    public String numeric(Numeric question) {
        return "numeric";
    }

    @Override
    public String shortAnswer(ShortAnswer question) {
        return "short-answer";
    }

    @Override
    public String written(Written question) {
        return "written";
    }

    @Override
    public String scenario(Scenario question) {
        return "scenario";
    }
}
