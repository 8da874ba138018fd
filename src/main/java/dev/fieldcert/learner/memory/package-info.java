/** What is remembered of an objective, and when it is asked next: plain Java. */
package dev.fieldcert.learner.memory;
