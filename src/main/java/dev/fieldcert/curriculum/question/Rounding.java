package dev.fieldcert.curriculum.question;

import com.ezylang.evalex.EvaluationException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.AbstractFunction;
import com.ezylang.evalex.functions.FunctionParameter;
import com.ezylang.evalex.parser.Token;
import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * {@code ROUND}, {@code CEILING}, and {@code FLOOR} of a number: to a whole number, or to as many decimal digits as a
 * second argument says (−3: to thousands).
 */
@FunctionParameter(name = "value", isVarArg = true)
final class Rounding extends AbstractFunction {

    private final RoundingMode mode;

    Rounding(RoundingMode mode) {
        this.mode = mode;
    }

    @Override
    public void validatePreEvaluation(Token token, EvaluationValue... values) throws EvaluationException {
        super.validatePreEvaluation(token, values);
        if (values.length > 2) {
            throw new EvaluationException(token, "takes a number and how many digits to keep");
        }
    }

    @Override
    public EvaluationValue evaluate(Expression expression, Token token, EvaluationValue... values)
            throws EvaluationException {
        int digits = values.length < 2 ? 0 : values[1].getNumberValue().intValue();
        if (Math.abs(digits) > 12) {
            throw new EvaluationException(token, "keeps between -12 and 12 digits");
        }
        BigDecimal rounded = values[0].getNumberValue().setScale(digits, mode);
        return expression.convertValue(rounded);
    }
}
