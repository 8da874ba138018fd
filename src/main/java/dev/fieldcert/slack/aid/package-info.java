/** Job aids: checklists, scripts, and calculators to keep at hand. */
package dev.fieldcert.slack.aid;
