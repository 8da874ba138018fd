/** What people may ask of their data: to have it, and to have it erased. */
package dev.fieldcert.slack.admin.rights;
