package dev.fieldcert.curriculum.gift;

import java.util.Map;

/**
 * The result of writing questions as GIFT.
 *
 * @param text the questions that GIFT can express completely
 * @param leftOut the other questions: by id, what GIFT cannot express
 */
public record GiftExport(String text, Map<String, String> leftOut) {}
