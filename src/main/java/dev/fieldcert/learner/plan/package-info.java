/** The results of the drip's plan, and what the learner's document stores about them. Contains only stored values. */
package dev.fieldcert.learner.plan;
