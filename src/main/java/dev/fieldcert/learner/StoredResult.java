package dev.fieldcert.learner;

/**
 * The result of a change, which is saved together with the change and its request, and returned if the request is
 * repeated. It must be a small record with an alias, because up to {@value ProcessedRequest#REMEMBERED} of them are
 * kept in one document: ids and numbers, and no text that people wrote. A change with any other kind of result may run
 * again, because it changed nothing.
 */
public interface StoredResult {}
