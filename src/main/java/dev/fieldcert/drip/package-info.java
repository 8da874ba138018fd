/**
 * When the next contact may be: pure rules over a learner's preferences, calendar, work and history. Plain Java; every
 * instant is handed in, and the same input always gives the same plan.
 */
package dev.fieldcert.drip;
