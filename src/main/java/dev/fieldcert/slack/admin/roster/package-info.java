/**
 * The roster feed: a personnel system's file that is read on a schedule. After an admin has confirmed the first list,
 * new people and changes are applied automatically.
 */
package dev.fieldcert.slack.admin.roster;
