package dev.fieldcert.curriculum.gift;

import java.util.Map;

/**
 * Questions as GIFT.
 *
 * @param text the questions GIFT can say in full
 * @param leftOut the others by id, each with what GIFT cannot say
 */
public record GiftExport(String text, Map<String, String> leftOut) {}
