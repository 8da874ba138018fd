/**
 * Decides when the next contact may be sent, by pure rules over a learner's preferences, calendar, work and history.
 * Plain Java: every instant is a parameter, and the same input always gives the same plan.
 */
package dev.fieldcert.drip;
