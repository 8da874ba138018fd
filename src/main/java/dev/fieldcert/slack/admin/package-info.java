/** The admin's controls: who learns what until when, the record of it, and people's rights over their data. */
package dev.fieldcert.slack.admin;
