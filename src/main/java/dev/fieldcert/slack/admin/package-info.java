/**
 * The admin's controls, a room for each topic. Here is what the rooms share: the gate before each deed, reading a command,
 * finding the people it names, and pieces of sentences.
 */
package dev.fieldcert.slack.admin;
