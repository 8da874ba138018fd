/** What people say about single questions, what is decided about them, and what that changes. */
package dev.fieldcert.learner.item;
