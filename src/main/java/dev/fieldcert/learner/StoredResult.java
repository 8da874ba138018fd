package dev.fieldcert.learner;

/**
 * The result of a change that is kept with the request that asked for it, in the same save, and returned when that request
 * comes again. A small record with an alias: up to {@value ProcessedRequest#REMEMBERED} of them are kept in one document, so
 * ids and numbers, no text that people wrote. A change whose result is none of these may run again: it changed nothing.
 */
public interface StoredResult {}
