package dev.fieldcert.curriculum.question;

import com.ezylang.evalex.BaseException;
import com.ezylang.evalex.Expression;
import com.ezylang.evalex.config.ExpressionConfiguration;
import com.ezylang.evalex.config.MapBasedFunctionDictionary;
import com.ezylang.evalex.config.MapBasedOperatorDictionary;
import com.ezylang.evalex.data.EvaluationValue;
import com.ezylang.evalex.functions.basic.AbsFunction;
import com.ezylang.evalex.functions.basic.IfFunction;
import com.ezylang.evalex.functions.basic.MaxFunction;
import com.ezylang.evalex.functions.basic.MinFunction;
import com.ezylang.evalex.operators.arithmetic.InfixDivisionOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixMultiplicationOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPlusOperator;
import com.ezylang.evalex.operators.arithmetic.InfixPowerOfOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixMinusOperator;
import com.ezylang.evalex.operators.arithmetic.PrefixPlusOperator;
import com.ezylang.evalex.operators.booleans.InfixEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixGreaterOperator;
import com.ezylang.evalex.operators.booleans.InfixLessEqualsOperator;
import com.ezylang.evalex.operators.booleans.InfixLessOperator;
import com.ezylang.evalex.operators.booleans.InfixNotEqualsOperator;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * A small formula over named variables: {@code + - * / ^ ( )}, comparisons, {@code MIN MAX ROUND CEILING FLOOR ABS
 * IF}. Nothing else is available: no named constants, texts, dates, lists, or platform functions. Two formulas are
 * equal if their texts are. Thread-safe.
 */
public final class Formula {

    /** The functions a formula may call. */
    public static final Set<String> FUNCTIONS = Set.of("MIN", "MAX", "ROUND", "CEILING", "FLOOR", "ABS", "IF");

    private static final int LONGEST = 500;
    private static final int MOST_DIGITS = 18;
    private static final MathContext PRECISION = new MathContext(34, RoundingMode.HALF_EVEN);
    private static final ExpressionConfiguration CONFIGURATION = configuration();

    private final String text;
    private final Expression expression;
    private final Set<String> names;

    /** @throws IllegalArgumentException if the text is not a formula; the message says why */
    public Formula(String text) {
        this.text = text.strip();
        if (this.text.length() > LONGEST) {
            throw new IllegalArgumentException("a formula has at most " + LONGEST + " characters");
        }
        if (this.text.indexOf('"') >= 0) {
            throw new IllegalArgumentException("a formula computes with numbers, not with texts");
        }
        if (this.text.contains("%")) {
            throw new IllegalArgumentException("a formula has no percent sign: write 0.2 for 20 %");
        }
        try {
            this.expression = new Expression(this.text, CONFIGURATION);
            expression.validate();
            this.names = new TreeSet<>(expression.getUsedVariables());
        } catch (BaseException e) {
            throw new IllegalArgumentException(e.getMessage(), e);
        }
    }

    public String text() {
        return text;
    }

    /** Names of the variables that the formula uses. */
    public Set<String> names() {
        return Set.copyOf(names);
    }

    /**
     * @throws ArithmeticException if the formula has no number as its value for these variables (a missing variable, a
     *     division by zero, a truth value), or the number is too large
     */
    public BigDecimal value(Map<String, BigDecimal> variables) {
        EvaluationValue value = evaluate(variables);
        if (!value.isNumberValue()) {
            throw new ArithmeticException(text + " is not a number");
        }
        BigDecimal number = value.getNumberValue();
        if (number.precision() - number.scale() > MOST_DIGITS) {
            throw new ArithmeticException(text + " is too large a number");
        }
        return number;
    }

    /** @throws ArithmeticException if the formula is not a comparison, or cannot be computed */
    public boolean holds(Map<String, BigDecimal> variables) {
        EvaluationValue value = evaluate(variables);
        if (!value.isBooleanValue()) {
            throw new ArithmeticException(text + " is not a comparison");
        }
        return value.getBooleanValue();
    }

    /**
     * Evaluations are synchronized, because the expression keeps the values of its last evaluation. For the same
     * reason, every variable has to be given.
     */
    private EvaluationValue evaluate(Map<String, BigDecimal> variables) {
        if (!variables.keySet().containsAll(names)) {
            throw new ArithmeticException(text + " lacks a variable");
        }
        try {
            synchronized (expression) {
                return expression.withValues(variables).evaluate();
            }
        } catch (BaseException e) {
            throw new ArithmeticException(text + ": " + e.getMessage());
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Formula formula && formula.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    @Override
    public String toString() {
        return text;
    }

    private static ExpressionConfiguration configuration() {
        return ExpressionConfiguration.builder()
                .functionDictionary(functions())
                .operatorDictionary(operators())
                .defaultConstants(Map.of())
                .mathContext(PRECISION)
                .arraysAllowed(false)
                .structuresAllowed(false)
                .implicitMultiplicationAllowed(false)
                .singleQuoteStringLiteralsAllowed(false)
                .build();
    }

    private static MapBasedFunctionDictionary functions() {
        MapBasedFunctionDictionary functions = new MapBasedFunctionDictionary();
        functions.addFunction("MIN", new MinFunction());
        functions.addFunction("MAX", new MaxFunction());
        functions.addFunction("ROUND", new Rounding(RoundingMode.HALF_UP));
        functions.addFunction("CEILING", new Rounding(RoundingMode.CEILING));
        functions.addFunction("FLOOR", new Rounding(RoundingMode.FLOOR));
        functions.addFunction("ABS", new AbsFunction());
        functions.addFunction("IF", new IfFunction());
        return functions;
    }

    private static MapBasedOperatorDictionary operators() {
        MapBasedOperatorDictionary operators = new MapBasedOperatorDictionary();
        operators.addOperator("+", new PrefixPlusOperator());
        operators.addOperator("-", new PrefixMinusOperator());
        operators.addOperator("+", new InfixPlusOperator());
        operators.addOperator("-", new InfixMinusOperator());
        operators.addOperator("*", new InfixMultiplicationOperator());
        operators.addOperator("/", new InfixDivisionOperator());
        operators.addOperator("^", new InfixPowerOfOperator());
        operators.addOperator("<", new InfixLessOperator());
        operators.addOperator("<=", new InfixLessEqualsOperator());
        operators.addOperator(">", new InfixGreaterOperator());
        operators.addOperator(">=", new InfixGreaterEqualsOperator());
        operators.addOperator("=", new InfixEqualsOperator());
        operators.addOperator("==", new InfixEqualsOperator());
        operators.addOperator("!=", new InfixNotEqualsOperator());
        operators.addOperator("<>", new InfixNotEqualsOperator());
        return operators;
    }
}
