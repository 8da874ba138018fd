/** The results of the drip's plan, and what a learner's document remembers of it: plain stored values. */
package dev.fieldcert.learner.plan;
