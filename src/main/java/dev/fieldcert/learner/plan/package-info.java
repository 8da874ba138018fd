/** What the drip's plan decides and what a learner's document remembers of it: plain values, stored as they are. */
package dev.fieldcert.learner.plan;
