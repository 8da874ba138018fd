/** Reports about single questions, decisions about them, and the changes to results that follow. */
package dev.fieldcert.learner.item;
