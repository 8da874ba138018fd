/** Job aids: checklists, scripts and calculators that people take along. */
package dev.fieldcert.slack.aid;
